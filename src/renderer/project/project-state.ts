import { create } from "zustand";

import type { BackupId } from "#contract/backup";
import type { CheckReport } from "#contract/check";
import type { TrashRef } from "#contract/trash";

import { showDock } from "../state/workbench.ts";

export type ProjectPart = "backups" | "trash" | "verify";

type ProjectState = {
  readonly part: ProjectPart;
  /** The part was asked for with a key, and its list does not have the focus yet. */
  readonly wantsFocus: boolean;
  readonly backupId: BackupId | null;
  readonly areSettingsOpen: boolean;
  /** Waits for a yes before anything is replaced. */
  readonly isRestoreAsked: boolean;
  /** A backup is being made or restored; what is under way, in words. */
  readonly underWay: string | null;
  /** What the last restore left beside the project; stays until it is dismissed. */
  readonly keptAs: string | null;
  readonly chosen: readonly TrashRef[];
  /** What waits for a yes before it is deleted for good. */
  readonly toPurge: readonly TrashRef[] | "everything" | null;
  readonly check: { readonly report: CheckReport; readonly at: string } | null;
};

export const useProjectState = create<ProjectState>(() => ({
  part: "backups",
  wantsFocus: false,
  backupId: null,
  areSettingsOpen: false,
  isRestoreAsked: false,
  underWay: null,
  keptAs: null,
  chosen: [],
  toPurge: null,
  check: null,
}));

export const changeProjectState = useProjectState.setState;

/** Shows a part of the view and gives it the focus; its list takes that as soon as it is there. */
export function showProjectPart(part: ProjectPart): void {
  changeProjectState({ part, wantsFocus: true });
  showDock("project");
  // It is rendered after this.
  requestAnimationFrame(() => {
    if (useProjectState.getState().wantsFocus) {
      document.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus();
    }
  });
}
