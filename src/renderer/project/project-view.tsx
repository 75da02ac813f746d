import { useRequest } from "../state/requests.tsx";
import { Parts } from "../ui/parts.tsx";
import type { PartName } from "../ui/parts.tsx";
import { BackupsPart } from "./backups-part.tsx";
import { changeProjectState, useProjectState } from "./project-state.ts";
import type { ProjectPart } from "./project-state.ts";
import { TrashPart } from "./trash-part.tsx";
import { VerifyPart } from "./verify-part.tsx";

const parts: readonly PartName<ProjectPart>[] = [
  { part: "backups", name: "Backups and restore" },
  { part: "trash", name: "Trash" },
  { part: "verify", name: "Verify" },
];

/** What keeps the work safe: backups, what was removed, and whether all is as it was saved. */
export function ProjectView() {
  const part = useProjectState((state) => state.part);
  const trashed = useRequest("trash.list", { limit: 1 }).data?.count ?? 0;
  return (
    <Parts
      label="Part of the project"
      parts={parts}
      shown={part}
      onShow={(chosen) => changeProjectState({ part: chosen })}
      countOf={(one) => (one === "trash" ? trashed : 0)}
    >
      {part === "backups" && <BackupsPart />}
      {part === "trash" && <TrashPart />}
      {part === "verify" && <VerifyPart />}
    </Parts>
  );
}
