import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";

import { Failure } from "#contract/failure";

import { syncFile, syncFolder } from "../store/sync-folder.ts";
import { verifyElsewhere } from "../store/verify-elsewhere.ts";

/** @throws Failure when a backup is no longer what it was when it was made */
export async function refuseUnsound(backup: string): Promise<void> {
  const verdict = await verifyElsewhere({ file: backup, level: "full", seqs: [] });
  if (verdict.kind === "refused" || verdict.faults.some(({ kind }) => kind === "database")) {
    throw new Failure(
      "project-damaged",
      "This backup is damaged and was not restored. Nothing was changed; choose another one.",
    );
  }
}

/**
 * Puts a copy of a backup in the place of a closed project. The replaced file stays beside it, with its
 * write-ahead log if it has one. At any moment the project's name has the old file or the new one.
 * @param at moment of the replacement
 * @returns the name under which the replaced file is kept, without its folder
 */
export function replaceProject(file: string, backup: string, at: string): string {
  const kept = freeName(file, at);
  const draft = `${file}.${process.pid}.restored`;
  try {
    copyFileSync(backup, draft, constants.COPYFILE_FICLONE);
    syncFile(draft);
    keepUnder(file, kept);
    renameSync(draft, file);
    // A log that is left where it was, by a crash right here, is noticed as another file's on opening.
    if (existsSync(`${file}-wal`)) {
      renameSync(`${file}-wal`, `${kept}-wal`);
    }
    rmSync(`${file}-shm`, { force: true });
    syncFolder(dirname(file));
  } finally {
    rmSync(draft, { force: true });
  }
  return basename(kept);
}

function freeName(file: string, at: string): string {
  const stamp = at.replaceAll(/[-:.]/gu, "");
  for (let count = 1; ; count += 1) {
    const name = `${file}.replaced-${stamp}${count === 1 ? "" : `-${count}`}`;
    if (!existsSync(name)) {
      return name;
    }
  }
}

function keepUnder(file: string, kept: string): void {
  if (!existsSync(file)) {
    return;
  }
  try {
    linkSync(file, kept);
  } catch {
    // A file system without hard links, such as that of a memory stick.
    copyFileSync(file, kept, constants.COPYFILE_EXCL);
    syncFile(kept);
  }
}
