import { Check, Plus } from "lucide-react";
import { useId, useState } from "react";

import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";

import { TagDot } from "../ui/tag-dot.tsx";
import { matchTags, newTagName } from "./match-tags.ts";

import styles from "./tag-type-ahead.module.css";

type Choice =
  | { readonly key: string; readonly kind: "tag"; readonly tag: Tag }
  | { readonly key: "new"; readonly kind: "new"; readonly name: string };

/**
 * A field that finds a tag by typing, or makes one. Enter takes what is marked, which always is the best
 * match for what is typed at that moment; Escape closes.
 */
export function TagTypeAhead(properties: {
  tags: readonly Tag[];
  /** Tags that are on already; choosing one of them takes it off. */
  chosenIds: readonly TagId[];
  onChoose: (tag: Tag) => void;
  /** Left out where only a tag of the codebook will do. */
  onCreate?: (name: string) => void;
  onClose: () => void;
}) {
  const { tags, chosenIds, onChoose, onCreate, onClose } = properties;
  const [typed, setTyped] = useState("");
  const [marked, setMarked] = useState(0);
  const id = useId();
  const name = onCreate === undefined ? null : newTagName(tags, typed);
  const choices: Choice[] = [
    ...matchTags(tags, typed).map((tag): Choice => ({ key: tag.id, kind: "tag", tag })),
    ...(name === null ? [] : [{ key: "new" as const, kind: "new" as const, name }]),
  ];
  const current = choices[Math.min(marked, choices.length - 1)];
  const take = (choice: Choice | undefined) => {
    if (choice?.kind === "tag") {
      onChoose(choice.tag);
    } else if (choice?.kind === "new") {
      onCreate?.(choice.name);
    }
  };

  return (
    <div className={styles.typeAhead}>
      <input
        className={styles.field}
        role="combobox"
        aria-label="Find or make a tag"
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.key}`}
        placeholder="Find or make a tag"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={1_000}
        // It is opened by a key or a press that asks for it.
        ref={focusOnMount}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) {
            return;
          }
          const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
          if (step !== 0 && choices.length > 0) {
            setMarked((marked + step + choices.length) % choices.length);
          } else if (event.key === "Enter") {
            take(current);
          } else if (event.key === "Escape") {
            event.stopPropagation();
            onClose();
          } else {
            return;
          }
          event.preventDefault();
        }}
      />
      <div className={styles.list} id={id} role="listbox" aria-label="Tags">
        {choices.map((choice) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys act in the field
          <div
            key={choice.key}
            id={`${id}-${choice.key}`}
            role="option"
            tabIndex={-1}
            className={styles.choice}
            aria-selected={choice === current}
            ref={choice === current ? scrollToIt : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            {choice.kind === "new" ? (
              <>
                <Plus aria-hidden="true" />
                <span className={styles.name} dir="auto">
                  Create tag “{choice.name}”
                </span>
              </>
            ) : (
              <>
                <TagDot colour={choice.tag.colour} />
                <span className={styles.name} dir="auto">
                  {choice.tag.name}
                </span>
                {chosenIds.includes(choice.tag.id) && <Check aria-label="on, Enter takes it off" />}
                {choice.tag.shortcut !== null && <kbd>{choice.tag.shortcut}</kbd>}
              </>
            )}
          </div>
        ))}
        {choices.length === 0 && (
          <div className={styles.none} role="option" aria-disabled="true" aria-selected="false">
            {onCreate === undefined
              ? "No tag is called that."
              : "No tag yet. Type a name and press Enter to make one."}
          </div>
        )}
      </div>
    </div>
  );
}

function focusOnMount(field: HTMLInputElement | null): void {
  field?.focus();
}

function scrollToIt(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}
