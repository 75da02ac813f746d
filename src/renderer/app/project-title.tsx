import { useState } from "react";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";

import styles from "./project-title.module.css";

/** The project's title, renamed in place. */
export function ProjectTitle() {
  const project = useRequest("project.read", {}).data;
  const run = useCommand();
  const [draft, setDraft] = useState<string | null>(null);
  if (project === undefined) {
    return null;
  }
  const save = () => {
    const title = draft?.trim() ?? "";
    setDraft(null);
    if (title !== "" && title !== project.title) {
      void run("project.rename", { title });
    }
  };
  return (
    <input
      className={styles.title}
      aria-label="Project title"
      title={`${project.title} (${project.fileName})`}
      dir="auto"
      value={draft ?? project.title}
      size={Math.min(Math.max((draft ?? project.title).length, 8), 36)}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          event.currentTarget.blur();
        } else if (event.key === "Escape") {
          setDraft(null);
        }
      }}
    />
  );
}
