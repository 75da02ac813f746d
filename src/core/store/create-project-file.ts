import { linkSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";

import Sqlite from "better-sqlite3";

import { migrate } from "./migrate.ts";
import { syncFolder } from "./sync-folder.ts";

/**
 * Makes an empty project under another name and then gives it its own: at any moment there is no file
 * or a whole one, so a kill during the first start leaves nothing that could not be opened.
 * A file that another process put there in the meantime stays.
 */
export function createProjectFile(file: string): void {
  const draft = `${file}.${process.pid}.new`;
  try {
    const database = new Sqlite(draft);
    // In the rollback mode that a new database has, everything is in the one file after each commit.
    database.pragma("synchronous = FULL");
    migrate(database);
    database.close();
    giveName(draft, file);
    syncFolder(dirname(file));
  } finally {
    rmSync(draft, { force: true });
    rmSync(`${draft}-journal`, { force: true });
  }
}

/** Names a finished draft, unless another process took the name in the meantime. */
export function giveName(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EEXIST") {
      return;
    }
    // A file system without hard links, such as that of a memory stick.
    renameSync(draft, file);
  }
}
