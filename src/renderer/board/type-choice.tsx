import type { KeyboardEvent } from "react";

import styles from "./type-choice.module.css";

type Words = {
  readonly sign: string;
  readonly word: string;
  /** The letter that chooses it. */
  readonly key: string;
  /** The sign as it can be typed, where it can. */
  readonly typedSign?: string;
};

/** Buttons for the ways to link, in a row. Arrow keys go along it; Enter, a letter or a click chooses. */
export function TypeChoice<Type extends string>(properties: {
  label: string;
  types: readonly Type[];
  words: Record<Type, Words>;
  /** The one that holds now, or null when none does yet. */
  chosen: Type | null;
  /** Takes the focus when it appears: on the chosen one, or the first. */
  takesFocus?: boolean;
  onChoose: (type: Type) => void;
}) {
  const { label, types, words, chosen, onChoose } = properties;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowDown: 1,
      ArrowLeft: -1,
      ArrowUp: -1,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    }
    const pressed = event.key.toLowerCase();
    const lettered = types.find(
      (type) => words[type].key === pressed || words[type].typedSign === pressed,
    );
    if (lettered !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      onChoose(lettered);
    }
  };
  return (
    <div role="group" aria-label={label} className={styles.types} onKeyDown={onKeyDown}>
      {types.map((type) => (
        <button
          key={type}
          type="button"
          className={styles.type}
          data-type={type}
          aria-pressed={chosen === type}
          aria-keyshortcuts={words[type].key}
          title={`${words[type].word} (${words[type].key.toUpperCase()})`}
          ref={(button) => {
            if (properties.takesFocus === true && type === (chosen ?? types[0])) {
              button?.focus({ preventScroll: true });
            }
          }}
          onClick={() => onChoose(type)}
        >
          <span aria-hidden="true" className={styles.sign}>
            {words[type].sign}
          </span>
          {words[type].word}
        </button>
      ))}
    </div>
  );
}
