import { useEffect, useRef, useState } from "react";

import { useLimit } from "./use-limit.tsx";

import styles from "./note-field.module.css";

/** A note is saved this long after the last key. */
const pauseMs = 1_000;

/**
 * A note. It is saved after a pause, on leaving it, and when it goes away or the page is closed; what could
 * not be saved stays in the field. Mount it anew for another note.
 */
export function NoteField(properties: {
  label: string;
  /** Whether the label is seen, or only read out. */
  showLabel?: boolean;
  note: string;
  placeholder?: string;
  rows?: number;
  /** Answers false when the note could not be saved. */
  onSave: (note: string) => Promise<boolean>;
  /** Escape saves, and goes on from there. */
  onLeave?: () => void;
}) {
  const { label, showLabel = true, note, placeholder, rows = 3, onSave, onLeave } = properties;
  /** What was typed and is not known to be stored; null when the stored note is shown. */
  const [draft, setDraft] = useState<string | null>(null);
  if (draft !== null && draft === note) {
    setDraft(null); // it has come back as stored
  }

  const sent = useRef<string | null>(null);
  const save = async () => {
    if (draft === null || draft === note || draft === sent.current) {
      return;
    }
    sent.current = draft;
    if (!(await onSave(draft))) {
      sent.current = null;
    }
  };
  const latestSave = useRef(save);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latestSave.current = save;
  });
  useEffect(() => {
    const saveNow = () => void latestSave.current();
    window.addEventListener("pagehide", saveNow);
    return () => {
      window.removeEventListener("pagehide", saveNow);
      clearTimeout(timer.current);
      saveNow();
    };
  }, []);
  const { limited, note: limit } = useLimit(100_000); // noteText in contract/text.ts
  return (
    <label className={styles.note}>
      <span className={showLabel ? styles.label : "visually-hidden"}>{label}</span>
      <textarea
        className={styles.field}
        dir="auto"
        rows={rows}
        {...limited}
        placeholder={placeholder}
        value={draft ?? note}
        onChange={(event) => {
          sent.current = null;
          setDraft(event.target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void latestSave.current(), pauseMs);
        }}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.nativeEvent.isComposing) {
            event.preventDefault();
            void save();
            onLeave?.();
          }
        }}
      />
      {limit}
    </label>
  );
}
