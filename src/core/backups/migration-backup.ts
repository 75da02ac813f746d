import { constants, copyFileSync, existsSync, realpathSync } from "node:fs";

import { migrations } from "../store/migrate.ts";
import { readProjectHeader } from "../store/project-header.ts";
import { verifyElsewhere } from "../store/verify-elsewhere.ts";
import { openBackupShelf } from "./backup-shelf.ts";
import { backupsFolder, settleDraft, shelveDraft } from "./make-backup.ts";

/**
 * Keeps a copy of a project of an earlier version as it is, before it is brought up to date.
 * @throws Failure when that is not possible: then it must not be opened
 */
export async function backupBeforeMigration(named: string, stateFolder: string): Promise<void> {
  if (!existsSync(named)) {
    return;
  }
  const file = realpathSync(named);
  const { version, walBytes } = readProjectHeader(file);
  if (version === migrations.length) {
    return;
  }
  const incoming = openBackupShelf(backupsFolder(stateFolder), "incoming");
  const draft = incoming.newDraft();
  copyFileSync(file, draft, constants.COPYFILE_FICLONE);
  if (walBytes > 0) {
    copyFileSync(`${file}-wal`, `${draft}-wal`);
  }
  settleDraft(draft);
  const verdict = await verifyElsewhere({ file: draft, level: "identity", seqs: [] });
  const projectId = verdict.kind === "read" ? verdict.identity.projectId : "unknown";
  await shelveDraft(draft, {
    stateFolder,
    shelf: openBackupShelf(backupsFolder(stateFolder), projectId),
    at: new Date().toISOString(),
    reason: "before-migration",
    reportTrouble: () => {},
  });
}
