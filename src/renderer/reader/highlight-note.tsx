import { useEffect, useRef, useState } from "react";

import type { HighlightId } from "#contract/ids";

import { useCommand } from "../state/use-command.ts";
import { focusActivePane } from "./open-panes.ts";

import styles from "./highlight-inspector.module.css";

/** A note is saved this long after the last key. */
const pauseMs = 1_000;

/**
 * The note on a highlight. It is saved after a pause, on leaving it, and when the inspector goes on to
 * something else or the page is closed; what could not be saved stays in the field. Mount it anew for
 * another highlight.
 */
export function HighlightNote({ highlightId, note }: { highlightId: HighlightId; note: string }) {
  const run = useCommand();
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
    if ((await run("highlight.change", { highlightId, note: draft })) === null) {
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
  return (
    <label className={styles.note}>
      <span className={styles.label}>Note</span>
      <textarea
        className={styles.noteField}
        dir="auto"
        rows={3}
        maxLength={100_000}
        placeholder="Why this passage matters"
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
            focusActivePane();
          }
        }}
      />
    </label>
  );
}
