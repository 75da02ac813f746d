import { mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, isAbsolute, join, relative, sep } from "node:path";

import { z } from "zod";

import type { BackupSettings as ShownSettings } from "#contract/backup";
import { Failure } from "#contract/failure";
import type { ParsedInputOf } from "#contract/requests";

import { writeWholeFile } from "../hosting/write-whole-file.ts";
import { backupFolderName, canWriteTo, listBackupPlaces } from "./backup-places.ts";
import { retentionRules } from "./retention.ts";

const BackupSettings = z.strictObject({
  /** Full path of a folder, on another disk best, that gets a copy of every backup. */
  secondFolder: z.string().nullable(),
  /** What the backups of one project may take together. */
  maxBytes: z.int().min(1).default(retentionRules.maxBytes),
});
export type BackupSettings = z.infer<typeof BackupSettings>;

/** Without a second folder where nothing, or nothing sensible, was set. */
export function readBackupSettings(stateFolder: string): BackupSettings {
  try {
    return BackupSettings.parse(JSON.parse(readFileSync(settingsFile(stateFolder), "utf8")));
  } catch {
    return { secondFolder: null, maxBytes: retentionRules.maxBytes };
  }
}

export async function writeBackupSettings(
  stateFolder: string,
  settings: BackupSettings,
): Promise<void> {
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  await writeWholeFile(settingsFile(stateFolder), JSON.stringify(settings), { replace: true });
}

/** What decides which places are offered. */
type Around = {
  readonly projectFile: string;
  /** Of the user of this machine when not given. */
  readonly homeFolder: string | undefined;
};

/** The settings with what can be chosen, for a project that is open. */
export function showBackupSettings(
  stateFolder: string,
  backupsFolder: string,
  { projectFile, homeFolder }: Around,
): ShownSettings {
  const { secondFolder, maxBytes } = readBackupSettings(stateFolder);
  return {
    folder: backupsFolder,
    maxBytes,
    second:
      secondFolder === null ? null : { path: secondFolder, isReachable: canWriteTo(secondFolder) },
    places: listBackupPlaces(projectFile, homeFolder),
  };
}

/** @throws Failure not-found when the place is gone */
export async function changeBackupSettings(
  stateFolder: string,
  { projectFile, homeFolder }: Around,
  { maxBytes, secondPlace }: ParsedInputOf<"backup.configure">,
): Promise<void> {
  const before = readBackupSettings(stateFolder);
  let { secondFolder } = before;
  if (secondPlace === null) {
    secondFolder = null;
  } else if (secondPlace !== undefined) {
    const place = listBackupPlaces(projectFile, homeFolder).find(({ id }) => id === secondPlace);
    if (place === undefined) {
      throw new Failure(
        "not-found",
        "This folder is not there any more, or cannot be written to. Connect its drive, or choose another one.",
        { path: ["secondPlace"] },
      );
    }
    secondFolder = join(place.path, backupFolderName);
    mkdirSync(secondFolder, { recursive: true });
  }
  await writeBackupSettings(stateFolder, { secondFolder, maxBytes: maxBytes ?? before.maxBytes });
}

/**
 * Has a copy of each backup go to a folder that the user named to a host, never to the page.
 * @param named full path of a folder that is there: one that is not may be a drive that is not connected,
 * and making it would fill another one. Null: no second folder any more
 * @returns the folder of ours in it that the copies go to
 * @throws Failure not-found, or invalid-request when it holds the backups themselves
 */
export async function setSecondFolder(
  stateFolder: string,
  named: string | null,
): Promise<string | null> {
  const secondFolder = named === null ? null : folderOfOursIn(named, stateFolder);
  await writeBackupSettings(stateFolder, { ...readBackupSettings(stateFolder), secondFolder });
  return secondFolder;
}

function folderOfOursIn(named: string, stateFolder: string): string {
  if (statSync(named, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Failure(
      "not-found",
      "There is no such folder. Connect its drive, or make the folder first.",
    );
  }
  const chosen = realpathSync.native(named);
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  const way = relative(realpathSync.native(stateFolder), chosen);
  if (!isAbsolute(way) && way.split(sep)[0] !== "..") {
    throw new Failure(
      "invalid-request",
      "Corroboard keeps the backups themselves there. Choose a folder elsewhere, on another drive best.",
    );
  }
  const folder = basename(chosen) === backupFolderName ? chosen : join(chosen, backupFolderName);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable(error);
  }
  if (!canWriteTo(folder)) {
    throw unwritable();
  }
  return folder;
}

function unwritable(cause?: unknown): Failure {
  return new Failure(
    "invalid-request",
    "This folder may not be written to. Choose another one, or change its permissions.",
    { cause },
  );
}

function settingsFile(stateFolder: string): string {
  return join(stateFolder, "backups.json");
}
