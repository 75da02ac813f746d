import type { Action, ActionContext } from "../actions/action.ts";
import { announce, showDock, useWorkbench } from "../state/workbench.ts";
import { changeProjectState, showProjectPart, useProjectState } from "./project-state.ts";
import { countWords, momentWords } from "./project-words.ts";

const isTrashChosen = () => useProjectState.getState().chosen.length > 0;

/** Backups, trash and verification; keys with `scope: "trash"` act in its list. */
export const keepSafeActions: readonly Action[] = [
  {
    id: "backups.open",
    title: "Show backups and restore",
    section: "Project",
    keys: ["Alt+P"],
    run: () => showProjectPart("backups"),
  },
  {
    id: "backup.make",
    title: "Back up now",
    section: "Project",
    keys: [],
    run: makeBackup,
  },
  {
    id: "project.save-copy",
    title: "Save a copy elsewhere",
    section: "Project",
    keys: [],
    run: saveCopy,
  },
  {
    id: "trash.open",
    title: "Show trash",
    section: "Project",
    keys: ["Alt+Shift+T"],
    run: () => showProjectPart("trash"),
  },
  {
    id: "trash.restore",
    title: "Restore what is chosen in the trash",
    section: "Project",
    keys: ["Enter"],
    scope: "trash",
    isEnabled: isTrashChosen,
    run: restoreChosen,
  },
  {
    id: "trash.purge",
    title: "Delete for good what is chosen in the trash",
    section: "Project",
    keys: ["Delete"],
    scope: "trash",
    isEnabled: isTrashChosen,
    run: () => changeProjectState(({ chosen }) => ({ toPurge: chosen })),
  },
  {
    id: "project.check",
    title: "Verify project",
    section: "Project",
    keys: [],
    run: verifyProject,
  },
];

async function makeBackup({ run }: ActionContext): Promise<void> {
  changeProjectState({ underWay: "Making a backup and verifying it" });
  try {
    const backup = await run("backup.make", {});
    if (backup !== null) {
      changeProjectState({ backupId: backup.id });
      announce(`Backed up at ${momentWords(backup.at)} and verified`);
    }
  } finally {
    changeProjectState({ underWay: null });
  }
}

/** Works while the disk of the project is full: the copy goes straight to where the user saves it. */
async function saveCopy({ request, shell }: ActionContext): Promise<void> {
  const { fileName } = await request("project.read", {});
  const { bytes } = await request("project.copy", {});
  const stamp = new Date().toISOString().slice(0, 16).replaceAll(":", "");
  const name = `${fileName.replace(/\.corroboard$/u, "")} copy ${stamp}.corroboard`;
  // Made from a file or a message: its memory is not shared.
  if (await shell.saveBytes(name, bytes as Uint8Array<ArrayBuffer>)) {
    announce(`A copy was saved as ${name}`);
  }
}

async function restoreChosen({ run }: ActionContext): Promise<void> {
  const { chosen } = useProjectState.getState();
  const answer = await run("trash.restore", { things: [...chosen] });
  if (answer !== null) {
    changeProjectState({ chosen: [] });
    announce(`${countWords(answer.restored, "thing")} restored from the trash`);
  }
}

/** Faults are shown in the dock; that there is none is said without taking anyone there. */
async function verifyProject({ request }: ActionContext): Promise<void> {
  changeProjectState({ underWay: "Verifying every article, quote and record" });
  try {
    const report = await request("project.check", {});
    changeProjectState({ check: { report, at: new Date().toISOString() } });
    const { articles, highlights, changes, faults } = report;
    if (faults.length > 0) {
      const isShown = useWorkbench.getState().dock.view === "project";
      if (!isShown) {
        showDock("project");
      }
      changeProjectState({ part: "verify" });
    }
    announce(
      faults.length === 0
        ? `Verified: ${articles} articles, ${highlights} quotes, ${changes} changes. No fault found.`
        : `Verified: ${countWords(faults.length, "fault")} found`,
    );
  } finally {
    changeProjectState({ underWay: null });
  }
}
