import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

import { Stance } from "#contract/claim";

import { stances, stanceWords } from "./stance-words.ts";

import styles from "./stance-control.module.css";

/** Chooses one of the four stances; each shows its sign and word, and on hover its key. */
export function StanceControl(properties: {
  label: string;
  stance: Stance;
  /** What goes before the letter where the keys are listened to, such as "Alt+". */
  keyPrefix?: "Alt+" | "";
  onChoose: (stance: Stance) => void;
}) {
  const { label, stance, keyPrefix = "", onChoose } = properties;
  return (
    <ToggleButtonGroup
      className={styles.group ?? ""}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[stance]}
      onSelectionChange={(keys) => {
        const chosen = Stance.safeParse([...keys][0]).data;
        if (chosen !== undefined && chosen !== stance) {
          onChoose(chosen);
        }
      }}
    >
      {stances.map((one) => {
        const { sign, word, key } = stanceWords[one];
        return (
          <ToggleButton
            key={one}
            id={one}
            className={styles.choice ?? ""}
            data-stance={one}
            aria-label={word}
            aria-keyshortcuts={`${keyPrefix}${key}`}
          >
            <span className={styles.sign} aria-hidden="true">
              {sign}
            </span>
            <span className={styles.word}>{word}</span>
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
