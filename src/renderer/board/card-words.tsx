import { useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";

import type { CardId } from "#contract/ids";

import { useCommand } from "../state/use-command.ts";
import { useBoard } from "./board-state.ts";

import styles from "./card.module.css";

/** Longest text of a note, in UTF-16 code units. */
const maxLength = 100_000; // noteText in contract/text.ts

/**
 * The words of a note or group, edited in place: by double click, or with Enter on the card. They are saved
 * on leaving; Escape takes back what was typed.
 */
export function CardWords(properties: {
  cardId: CardId;
  text: string;
  label: string;
  /** Enter makes a new line instead of saving. */
  lines?: boolean;
  children: ReactNode;
}) {
  const { cardId, text, label, lines = false } = properties;
  const run = useCommand();
  const isEditing = useBoard((state) => state.editingId === cardId);
  const isCancelled = useRef(false);

  if (!isEditing) {
    return (
      <div className={styles.words} onDoubleClick={() => useBoard.setState({ editingId: cardId })}>
        {properties.children}
      </div>
    );
  }

  const finish = (typed: string) => {
    if (useBoard.getState().editingId === cardId) {
      useBoard.setState({ editingId: null });
    }
    if (!isCancelled.current && typed !== text) {
      void run("card.write", { cardId, text: typed });
    }
    isCancelled.current = false;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (
      event.key === "Escape" ||
      (event.key === "Enter" && (!lines || event.ctrlKey || event.metaKey))
    ) {
      event.preventDefault();
      isCancelled.current = event.key === "Escape";
      useBoard.getState().shown?.focusCard(cardId); // leaving the field saves it
    }
  };
  return (
    <textarea
      ref={(field) => field?.focus({ preventScroll: true })}
      className={`${styles.field ?? ""} nodrag nopan nowheel`}
      aria-label={label}
      dir="auto"
      rows={1}
      defaultValue={text}
      maxLength={maxLength}
      placeholder={label}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
