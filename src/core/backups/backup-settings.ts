import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { writeWholeFile } from "../hosting/write-whole-file.ts";

const BackupSettings = z.strictObject({
  /** Full path of a folder, on another disk best, that gets a copy of every backup. */
  secondFolder: z.string().nullable(),
});
export type BackupSettings = z.infer<typeof BackupSettings>;

/** Without a second folder where nothing, or nothing sensible, was set. */
export function readBackupSettings(stateFolder: string): BackupSettings {
  try {
    return BackupSettings.parse(JSON.parse(readFileSync(settingsFile(stateFolder), "utf8")));
  } catch {
    return { secondFolder: null };
  }
}

export async function writeBackupSettings(
  stateFolder: string,
  settings: BackupSettings,
): Promise<void> {
  await writeWholeFile(settingsFile(stateFolder), JSON.stringify(settings), { replace: true });
}

function settingsFile(stateFolder: string): string {
  return join(stateFolder, "backups.json");
}
