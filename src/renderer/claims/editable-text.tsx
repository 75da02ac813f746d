import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { TextArea, TextField } from "react-aria-components";

import { announce } from "../state/workbench.ts";
import { useLimit } from "../ui/use-limit.tsx";

import styles from "./editable-text.module.css";

/**
 * Text that is edited where it is read and saved on leaving it. Enter saves too unless the text has
 * `lines`; Escape takes back what was typed in a single line, and only leaves where there are `lines`.
 */
export function EditableText(properties: {
  label: string;
  value: string;
  placeholder?: string;
  look?: "statement" | "note" | "field";
  /** Enter makes a new line instead of saving. */
  lines?: boolean;
  /** What is stored for what was typed; an answer of null is not stored and the old text comes back. */
  normalise?: (typed: string) => string | null;
  /** What is said when `normalise` answered null. */
  faultOfEmpty?: string;
  maxLength: number;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  /** False: not saved, because of a failure that is shown elsewhere; the typed text stays. */
  onSave: (text: string) => Promise<boolean>;
  /** With every change while typing. */
  onTyping?: (typed: string) => void;
  /** Enter or Escape was pressed. */
  onDone?: () => void;
}) {
  const { label, value, lines = false, onDone, normalise = (typed: string) => typed } = properties;
  const [draft, setDraft] = useState<string | null>(null);
  // The draft stays on the screen until the saved text comes back, so that the old one never flashes.
  const [sent, setSent] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const { limited, note } = useLimit(properties.maxLength);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (sent !== null) {
      setSent(null);
      setDraft((current) => (current === sent ? null : current));
    }
  }

  const commit = async () => {
    const text = draft === null ? null : normalise(draft);
    const refused = draft !== null && text === null;
    setIsRefused(refused);
    if (refused && properties.faultOfEmpty !== undefined) {
      announce(properties.faultOfEmpty); // heard and seen also when the field is gone
    }
    if (text === null || text === value) {
      setDraft(null);
      return;
    }
    if (text === sent) {
      return; // Enter has saved it and now the field is left
    }
    setDraft(text);
    setSent(text);
    if (!(await properties.onSave(text))) {
      setSent(null);
    }
  };

  // Leaving by another way than the focus, such as another claim being chosen by a key, saves as well.
  const commitLast = useRef(commit);
  useEffect(() => {
    commitLast.current = commit;
  });
  useEffect(() => () => void commitLast.current(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === "Enter" && !lines && !event.shiftKey) {
      event.preventDefault();
      void commit();
      onDone?.();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (lines) {
        void commit();
      } else {
        setDraft(null);
      }
      onDone?.();
    }
  };

  return (
    <TextField
      className={styles.field ?? ""}
      aria-label={label}
      value={draft ?? value}
      onChange={(typed) => {
        setDraft(typed);
        setIsRefused(false);
        properties.onTyping?.(typed);
      }}
      onBlur={() => void commit()}
    >
      <TextArea
        ref={properties.fieldRef ?? null}
        className={styles.text ?? ""}
        data-look={properties.look ?? "field"}
        dir="auto"
        rows={1}
        placeholder={properties.placeholder ?? ""}
        onKeyDown={onKeyDown}
        {...limited}
      />
      {note}
      {isRefused && properties.faultOfEmpty !== undefined && (
        <p className={styles.fault}>{properties.faultOfEmpty}</p>
      )}
    </TextField>
  );
}
