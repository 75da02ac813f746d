import { existsSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";

import { Failure } from "#contract/failure";

import { createProjectFile } from "./create-project-file.ts";
import { migrate } from "./migrate.ts";
import { readProjectHeader } from "./project-header.ts";
import { readIdentity } from "./project-identity.ts";
import { refuseForeignSchema } from "./schema-fingerprint.ts";
import { failureOfSqlite } from "./sqlite-failures.ts";

/** A second owner waits this long before it is told that the project is open elsewhere. */
export const busyTimeoutMs = 150;

/**
 * Opens or creates a project file and becomes its only owner. ":memory:" gives a private one.
 *
 * A file that is not a project of ours, or is a newer one, is refused from its first 100 bytes, before
 * SQLite touches it; one with a foreign schema is refused before anything is written. Either stays as it is.
 */
export function openProject(named: string): Database {
  let database: Database | undefined;
  try {
    const file = named === ":memory:" || !existsSync(named) ? named : realpathSync(named);
    if (file !== ":memory:") {
      if (existsSync(file)) {
        refuseSecondName(file);
        refuseWithoutWriting(file);
      } else {
        createProjectFile(file);
      }
    }
    database = new Sqlite(file, { timeout: busyTimeoutMs });
    takeOver(database);
    if (file !== ":memory:") {
      // Nobody else has the file open now: an index of the log that an earlier process left is of no use.
      rmSync(`${file}-shm`, { force: true });
    }
    migrate(database);
    assertPragma(database, "synchronous", 2);
    assertPragma(database, "foreign_keys", 1);
    return database;
  } catch (error) {
    database?.close();
    throw failureOfSqlite(error);
  }
}

/**
 * Opens a project again whose drive has failed. Makes no new one where the drive is not there any more.
 * @throws Failure when the project is not there, or another one is
 */
export function reopenProject(file: string, projectId: string): Database {
  if (!existsSync(file)) {
    throw new Failure(
      "drive-failed",
      "The project’s file is not there any more. Connect its drive or bring the file back to go on; all that was saved is in it.",
    );
  }
  const database = openProject(file);
  if (readIdentity(database).projectId !== projectId) {
    database.close();
    throw new Failure(
      "conflict",
      "Another project has taken the place of this one. Bring the file back to go on; nothing was changed.",
    );
  }
  return database;
}

/**
 * Empties the write-ahead log so that the project is one file again, then lets go of it. Where the disk
 * is full or gone, the log stays beside the file with all that was saved, for the next start.
 */
export function closeProject(database: Database): void {
  if (!database.open) {
    return;
  }
  try {
    database.pragma("wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if (!(failureOfSqlite(error) instanceof Failure)) {
      throw error;
    }
  } finally {
    database.close();
  }
}

/** Whatever a file holds may be read under these settings. */
export function distrust(database: Database): void {
  database.pragma("trusted_schema = OFF");
  database.pragma("cell_size_check = ON");
  database.pragma("mmap_size = 0");
  database.pragma("temp_store = MEMORY");
}

/** Takes the file's lock, makes sure of its schema and sets what every connection of ours has. */
function takeOver(database: Database): void {
  distrust(database);
  // The lock is the operating system's: it goes with the process, however that ends.
  database.pragma("locking_mode = EXCLUSIVE");
  if (!database.memory) {
    database.pragma("query_only = ON");
    refuseForeignSchema(database);
    database.pragma("query_only = OFF");
  }
  database.pragma("journal_mode = WAL");
  database.pragma("journal_size_limit = 4194304");
  // better-sqlite3 is built to fall back to NORMAL in WAL, which loses acknowledged changes in a power cut.
  database.pragma("synchronous = FULL");
  database.pragma("fullfsync = ON");
  database.pragma("checkpoint_fullfsync = ON");
  database.pragma("foreign_keys = ON");
  // Takes the exclusive lock now rather than at the first change.
  database.exec("BEGIN IMMEDIATE; COMMIT;");
}

/**
 * A connection that can write empties the write-ahead log into the file when it closes, so where there is
 * a log, the schema is first looked at by one that cannot.
 */
function refuseWithoutWriting(file: string): void {
  const { walBytes } = readProjectHeader(file);
  if (walBytes === 0) {
    return;
  }
  const hadIndex = existsSync(`${file}-shm`);
  const database = new Sqlite(file, { readonly: true, timeout: busyTimeoutMs });
  try {
    distrust(database);
    refuseForeignSchema(database);
  } catch (error) {
    database.close();
    if (!hadIndex) {
      rmSync(`${file}-shm`, { force: true });
    }
    throw error;
  }
  database.close();
}

/**
 * The write-ahead log lies beside the name that was opened: after a crash, opening the same file by its
 * other name would leave the newest changes behind.
 */
function refuseSecondName(file: string): void {
  if (statSync(file).nlink < 2) {
    return;
  }
  removeDraftsOf(file);
  if (statSync(file).nlink > 1) {
    throw new Failure(
      "conflict",
      "This project file has a second name (a hard link) and could be changed under it unnoticed. Copy the file and open the copy.",
    );
  }
}

/** What `createProjectFile` leaves when its process ends between giving the name and taking the draft away. */
function removeDraftsOf(file: string): void {
  const { ino, dev } = statSync(file);
  const folder = dirname(file);
  const drafts = readdirSync(folder).filter(
    (name) => name.startsWith(`${basename(file)}.`) && name.endsWith(".new"),
  );
  for (const draft of drafts.map((name) => join(folder, name))) {
    const stats = statSync(draft);
    if (stats.ino === ino && stats.dev === dev) {
      rmSync(draft);
    }
  }
}

function assertPragma(database: Database, name: string, expected: number): void {
  const value = database.pragma(name, { simple: true });
  if (value !== expected) {
    throw new Error(`PRAGMA ${name} is ${String(value)}, not ${expected}`);
  }
}
