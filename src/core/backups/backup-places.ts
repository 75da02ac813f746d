import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { join } from "node:path";

import type { BackupPlace } from "#contract/backup";
import { BackupPlaceId } from "#contract/backup";

/** What the folder is called that is made in a place. */
export const backupFolderName = "Corroboard backups";

/**
 * Folders to which copies can go, other drives first: what is plugged in or mounted where this system puts
 * drives, and the user's documents. Only those that are there and can be written to.
 * @param projectFile tells which drive the project is on
 */
export function listBackupPlaces(projectFile: string, home: string = homedir()): BackupPlace[] {
  const device = deviceOf(projectFile);
  return candidates(home)
    .flatMap((path) => placeAt(path, device) ?? [])
    .toSorted((a, b) => Number(a.isOnSameDrive) - Number(b.isOnSameDrive));
}

function candidates(home: string): string[] {
  const own = ["Documents", "Desktop"].map((name) => join(home, name));
  switch (process.platform) {
    case "win32":
      return [...[..."DEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `${letter}:\\`), ...own];
    case "darwin":
      return [...foldersIn("/Volumes"), ...own];
    default: {
      const user = currentUser();
      return [
        ...foldersIn(join("/media", user)),
        ...foldersIn(join("/run/media", user)),
        ...foldersIn("/mnt"),
        ...own,
      ];
    }
  }
}

function placeAt(path: string, projectDevice: number | null): BackupPlace | null {
  try {
    if (!canWriteTo(path)) {
      return null;
    }
    const { bavail, bsize } = statfsSync(path);
    return {
      id: BackupPlaceId.parse(createHash("sha256").update(path).digest("hex").slice(0, 16)),
      path,
      isOnSameDrive: deviceOf(path) === projectDevice,
      freeBytes: Math.min(bavail * bsize, Number.MAX_SAFE_INTEGER),
    };
  } catch {
    return null; // a drive that was just taken out, or a reader without a disc in it
  }
}

export function canWriteTo(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function foldersIn(folder: string): string[] {
  try {
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  } catch {
    return []; // another user's
  }
}

function deviceOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.dev ?? null;
}

function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env["USER"] ?? "";
  }
}
