import { useState } from "react";

import type { Briefing } from "#contract/briefing";

import { useCommand } from "../state/use-command.ts";

import styles from "./briefing-choice.module.css";

/** The title, to be written over: Enter or leaving saves it, Escape takes typing back. */
export function BriefingTitle({ briefing }: { briefing: Briefing }) {
  const run = useCommand();
  const [draft, setDraft] = useState<string | null>(null);
  const save = () => {
    const title = draft?.trim() ?? "";
    setDraft(null);
    if (title !== "" && title !== briefing.title) {
      void run("briefing.rename", { briefingId: briefing.id, title });
    }
  };
  return (
    <input
      className={styles.title}
      aria-label="Title of the briefing"
      dir="auto"
      maxLength={1_000}
      value={draft ?? briefing.title}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          save();
        } else if (event.key === "Escape") {
          setDraft(null);
        }
      }}
    />
  );
}
