import { existsSync, realpathSync } from "node:fs";
import { basename } from "node:path";

import type { Backup, BackupId } from "#contract/backup";
import { Failure } from "#contract/failure";

import { refuseIfOpenElsewhere } from "../store/prepare-to-open.ts";
import { readProjectRecord } from "../store/project-record.ts";
import { openBackupShelf, withoutHash } from "./backup-shelf.ts";
import type { BackupShelf } from "./backup-shelf.ts";
import { backupsFolder } from "./make-backup.ts";
import { refuseUnsound, replaceProject } from "./replace-project.ts";

// For a project that cannot be opened: its file says nothing any more, but this machine remembers which
// project was at this path.

/** Backups of the project that was last open at a path, newest first. */
export function listBackupsOf(file: string, stateFolder: string): Backup[] {
  return shelfOf(file, stateFolder)?.list().map(withoutHash) ?? [];
}

/**
 * Puts a backup in the place of a project that is not open. What is there is kept beside it.
 * @returns the name of the kept file, in the same folder
 * @throws Failure
 */
export async function restoreBackupOf(
  file: string,
  stateFolder: string,
  id: BackupId,
): Promise<{ readonly keptAs: string }> {
  const shelf = shelfOf(file, stateFolder);
  if (shelf?.find(id) === undefined) {
    throw new Failure("not-found", `There is no such backup of ${basename(file)}.`);
  }
  if (existsSync(file)) {
    refuseIfOpenElsewhere(file);
  }
  await refuseUnsound(shelf.fileOf(id));
  return { keptAs: replaceProject(realPathOf(file), shelf.fileOf(id), new Date().toISOString()) };
}

function shelfOf(file: string, stateFolder: string): BackupShelf | null {
  const record = readProjectRecord(stateFolder, realPathOf(file));
  return record === null ? null : openBackupShelf(backupsFolder(stateFolder), record.projectId);
}

function realPathOf(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}
