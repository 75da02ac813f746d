import { rmSync, statSync } from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";

import type { BackupReason } from "#contract/backup";
import { Failure } from "#contract/failure";

import { verifyElsewhere } from "../store/verify-elsewhere.ts";
import { canWriteTo } from "./backup-places.ts";
import { readBackupSettings } from "./backup-settings.ts";
import { copyToShelf, newBackupId, openBackupShelf } from "./backup-shelf.ts";
import type { BackupShelf, ShelvedBackup } from "./backup-shelf.ts";

/** Folder of all backups that this machine keeps. */
export function backupsFolder(stateFolder: string): string {
  return join(stateFolder, "backups");
}

/** Turns a copy of a project that was open into a file that can be read without writing beside it. */
export function settleDraft(draft: string): void {
  const database = new Sqlite(draft);
  try {
    database.pragma("journal_mode = DELETE");
  } finally {
    database.close();
  }
}

/**
 * Verifies a settled copy in full and takes it in. The draft is gone afterwards, whatever happens.
 * @throws Failure when the copy is not sound, or cannot be written
 */
export async function shelveDraft(
  draft: string,
  options: {
    readonly stateFolder: string;
    readonly shelf: BackupShelf;
    readonly at: string;
    readonly reason: BackupReason;
    readonly reportTrouble: (sentence: string) => void;
  },
): Promise<ShelvedBackup> {
  const { shelf, at, reason } = options;
  try {
    const verdict = await verifyElsewhere({ file: draft, level: "full", seqs: [] });
    if (verdict.kind === "refused") {
      throw new Failure(verdict.code, verdict.message);
    }
    const unsound = verdict.faults.find(({ kind }) => kind === "database");
    if (unsound !== undefined) {
      throw new Failure("project-damaged", `The backup was not kept. ${unsound.message}`);
    }
    const { projectId: _, seq, hash } = verdict.identity;
    const backup: ShelvedBackup = {
      id: newBackupId(shelf, at, reason),
      at,
      reason,
      sizeBytes: statSync(draft).size,
      seq,
      hash,
      contents: verdict.contents ?? { articles: 0, highlights: 0, claims: 0, changes: seq },
      isGood: verdict.faults.length === 0,
    };
    shelf.add(draft, backup);
    copyToSecondFolder(backup, verdict.identity.projectId, options);
    return backup;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Does nothing where no second folder is set. A copy that cannot be made is reported, not thrown. */
export function copyToSecondFolder(
  backup: ShelvedBackup,
  projectId: string,
  options: {
    readonly stateFolder: string;
    readonly shelf: BackupShelf;
    readonly reportTrouble: (sentence: string) => void;
  },
): void {
  const { secondFolder, maxBytes } = readBackupSettings(options.stateFolder);
  if (secondFolder === null) {
    return;
  }
  try {
    // A folder that is gone is not made again: where a drive was, it would fill the wrong one.
    if (!canWriteTo(secondFolder)) {
      throw new Failure("not-found", "The second folder is not there.");
    }
    const second = openBackupShelf(secondFolder, projectId, () => maxBytes);
    copyToShelf(options.shelf, second, backup);
  } catch {
    options.reportTrouble(
      "The backup was made, but could not be copied to the second folder. Check that its drive is there and has space.",
    );
  }
}
