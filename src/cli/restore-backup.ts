import type { Backup } from "#contract/backup";
import { BackupId } from "#contract/backup";
import { Failure } from "#contract/failure";
import { listBackupsOf, restoreBackupOf } from "#core/backups/restore-closed";
import { projectPathOf } from "#core/hosting/project-path";
import { findRunningHost } from "#core/hosting/running-hosts";
import { stateFolder } from "#core/hosting/state-folder";

import { ask, openDoor } from "./project-door.ts";
import { writeOut } from "./write-out.ts";

// A host that has the project open restores it by itself; otherwise the file may be one that cannot be opened.

/** Prints a line for each backup of the project, newest first. */
export async function listBackups(project: string): Promise<number> {
  const backups = await throughHost(
    project,
    async (door) => (await ask(door, "backup.list", {})).backups,
    async (file) => listBackupsOf(file, stateFolder()),
  );
  for (const backup of backups) {
    await writeOut(`${lineOf(backup)}\n`);
  }
  return 0;
}

/** Puts a backup in the project's place and says how the replaced file is called now. */
export async function restoreBackup(project: string, backup: string): Promise<number> {
  const id = BackupId.safeParse(backup);
  if (!id.success) {
    throw new Failure(
      "invalid-request",
      `"${backup.slice(0, 80)}" does not name a backup; “corroboard backups” lists them.`,
    );
  }
  const { keptAs } = await throughHost(
    project,
    (door) => ask(door, "backup.restore", { backupId: id.data }),
    (file) => restoreBackupOf(file, stateFolder(), id.data),
  );
  await writeOut(`restored ${backup}; what it replaced is kept as ${keptAs}\n`);
  return 0;
}

async function throughHost<Value>(
  project: string,
  byHost: (door: Awaited<ReturnType<typeof openDoor>>) => Promise<Value>,
  byFile: (file: string) => Promise<Value>,
): Promise<Value> {
  const file = projectPathOf(project, { mustExist: false });
  if (findRunningHost(file) === null) {
    return byFile(file);
  }
  const door = await openDoor(project, { mustExist: true });
  try {
    return await byHost(door);
  } finally {
    door.close();
  }
}

function lineOf({ id, reason, sizeBytes, contents, isGood }: Backup): string {
  const { articles, highlights, claims, changes } = contents;
  const size = `${(sizeBytes / 1024 ** 2).toFixed(1)} MB`;
  const counts = `${articles} articles, ${highlights} highlights, ${claims} claims, ${changes} changes`;
  return `${id}  ${reason}  ${size}  ${counts}${isGood ? "" : "  (with faults)"}`;
}
