import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

import { useRequest } from "../state/requests.tsx";
import { BackupsPart } from "./backups-part.tsx";
import { changeProjectState, useProjectState } from "./project-state.ts";
import type { ProjectPart } from "./project-state.ts";
import { TrashPart } from "./trash-part.tsx";
import { VerifyPart } from "./verify-part.tsx";

import styles from "./project-view.module.css";

const parts: readonly { part: ProjectPart; name: string }[] = [
  { part: "backups", name: "Backups and restore" },
  { part: "trash", name: "Trash" },
  { part: "verify", name: "Verify" },
];

/** What keeps the work safe: backups, what was removed, and whether all is as it was saved. */
export function ProjectView() {
  const part = useProjectState((state) => state.part);
  const trashed = useRequest("trash.list", { limit: 1 }).data?.count ?? 0;
  return (
    <div className={styles.project}>
      <ToggleButtonGroup
        className={styles.parts ?? ""}
        aria-label="Part of the project"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[part]}
        onSelectionChange={(keys) => {
          const chosen = parts.find((one) => keys.has(one.part));
          if (chosen !== undefined) {
            changeProjectState({ part: chosen.part });
          }
        }}
      >
        {parts.map((one) => (
          <ToggleButton key={one.part} id={one.part} className={styles.choice ?? ""}>
            {one.name}
            {one.part === "trash" && trashed > 0 && (
              <span className={styles.count}>{trashed.toLocaleString()}</span>
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className={styles.shown} data-project-part={part} tabIndex={-1}>
        {part === "backups" && <BackupsPart />}
        {part === "trash" && <TrashPart />}
        {part === "verify" && <VerifyPart />}
      </div>
    </div>
  );
}
