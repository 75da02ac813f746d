import { randomUUID } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { Backup, BackupId } from "#contract/backup";
import type { BackupReason } from "#contract/backup";

import { syncFile, syncFolder } from "../store/sync-folder.ts";
import { backupsToRemove, retentionRules } from "./retention.ts";

const dayMs = 24 * 3_600_000;

/** What is written beside each backup: what the list shows, and the hash of the journal's last entry. */
const ShelvedBackup = z.strictObject({ ...Backup.shape, hash: z.string() });
export type ShelvedBackup = z.infer<typeof ShelvedBackup>;

/** A folder with the backups of one project; every one was verified before it got its name. */
export type BackupShelf = {
  /** Newest first. */
  readonly list: () => ShelvedBackup[];
  readonly find: (id: BackupId) => ShelvedBackup | undefined;
  readonly fileOf: (id: BackupId) => string;
  /** A name for a copy in the making. What an earlier process left of one is taken away. */
  readonly newDraft: () => string;
  /** Takes a verified copy in, for good: it outlasts a power cut. Then lets go of what is too much. */
  readonly add: (draft: string, backup: ShelvedBackup) => void;
  /** Lets go of what is too much. */
  readonly prune: () => void;
};

/** @param maxBytes what all backups of the shelf may take together; asked each time */
export function openBackupShelf(
  root: string,
  projectId: string,
  maxBytes: () => number = () => retentionRules.maxBytes,
): BackupShelf {
  const folder = join(root, projectId);
  const fileOf = (id: BackupId) => join(folder, `${id}.corroboard`);
  const noteOf = (id: BackupId) => join(folder, `${id}.json`);

  const list = () =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => readNote(join(folder, name)) ?? [])
      .filter(({ id }) => existsSync(fileOf(id)))
      .toSorted((a, b) => (a.id < b.id ? 1 : -1));

  const prune = () => {
    const backups = list().map((backup) => ({ ...backup, atMs: Date.parse(backup.at) }));
    for (const { id } of backupsToRemove(backups, { ...retentionRules, maxBytes: maxBytes() })) {
      rmSync(fileOf(id), { force: true });
      rmSync(noteOf(id), { force: true });
    }
  };

  return {
    list,
    find: (id) => list().find((backup) => backup.id === id),
    fileOf,
    newDraft: () => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      removeOldDrafts(folder);
      return join(folder, `draft-${randomUUID()}`);
    },
    add: (draft, backup) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      syncFile(draft);
      writeFileSync(noteOf(backup.id), JSON.stringify(backup), { mode: 0o600 });
      syncFile(noteOf(backup.id));
      renameSync(draft, fileOf(backup.id));
      syncFolder(folder);
      prune();
    },
    prune,
  };
}

/** Puts a copy of a backup on another shelf, by the same steps. */
export function copyToShelf(from: BackupShelf, to: BackupShelf, backup: ShelvedBackup): void {
  const draft = to.newDraft();
  try {
    copyFileSync(from.fileOf(backup.id), draft);
    to.add(draft, backup);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** One that no other backup of the shelf has. */
export function newBackupId(shelf: BackupShelf, at: string, reason: BackupReason): BackupId {
  for (let atMs = Date.parse(at); ; atMs += 1) {
    const stamp = new Date(atMs).toISOString().replaceAll(/[-:.]/gu, "");
    const id = BackupId.parse(`${stamp}-${reason}`);
    if (!existsSync(shelf.fileOf(id))) {
      return id;
    }
  }
}

export function withoutHash({ hash: _, ...backup }: ShelvedBackup): Backup {
  return backup;
}

/** What a process that was killed left. Another machine may be at work in a second folder. */
function removeOldDrafts(folder: string): void {
  const drafts = readdirSync(folder).filter((name) => name.startsWith("draft-"));
  for (const draft of drafts.map((name) => join(folder, name))) {
    if (Date.now() - statSync(draft).mtimeMs > dayMs) {
      rmSync(draft, { force: true });
    }
  }
}

/** Null for what is not whole: a backup without its note is not shown, and stays where it is. */
function readNote(path: string): ShelvedBackup | null {
  try {
    return ShelvedBackup.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}
