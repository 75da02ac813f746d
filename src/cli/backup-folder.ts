import { resolve } from "node:path";

import { canWriteTo } from "#core/backups/backup-places";
import { readBackupSettings, setSecondFolder } from "#core/backups/backup-settings";
import { stateFolder } from "#core/hosting/state-folder";

import type { Command } from "./parse-command.ts";
import { writeOut } from "./write-out.ts";

/** Says or sets where copies of backups go. A host that is running goes by it from its next backup on. */
export async function backupFolder({
  folder,
  none,
}: Extract<Command, { kind: "backup-folder" }>): Promise<number> {
  const isSet = folder !== null || none;
  const second = isSet
    ? await setSecondFolder(stateFolder(), folder === null ? null : resolve(folder))
    : readBackupSettings(stateFolder()).secondFolder;
  if (second === null) {
    await writeOut("Backups go to one folder only.\n");
    return 0;
  }
  const isThere = canWriteTo(second);
  await writeOut(
    `A copy of each backup goes to ${second}${isThere ? "" : " (which is not there now)"}\n`,
  );
  return isThere ? 0 : 1;
}
