import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

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

function settingsFile(stateFolder: string): string {
  return join(stateFolder, "backups.json");
}
