import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";

import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";

import { Failure } from "#contract/failure";

import { createProjectFile } from "./create-project-file.ts";
import { applicationId, migrate, migrations } from "./migrate.ts";
import { failureOfSqlite } from "./sqlite-failures.ts";

/** A second owner waits this long before it is told that the project is open elsewhere. */
const busyTimeoutMs = 250;

/**
 * Opens or creates a project file and becomes its only owner. ":memory:" gives a private one.
 *
 * A file that is not a project of ours, or is a newer one, is refused from its first 100 bytes, before
 * SQLite touches it, so that it stays as it is and nothing appears beside it.
 */
export function openProject(file: string): Database {
  let database: Database | undefined;
  try {
    if (file !== ":memory:") {
      if (existsSync(file)) {
        refuseForeignFile(file);
      } else {
        createProjectFile(file);
      }
    }
    database = new Sqlite(file, { timeout: busyTimeoutMs });
    database.pragma("trusted_schema = OFF");
    database.pragma("cell_size_check = ON");
    database.pragma("mmap_size = 0");
    database.pragma("temp_store = MEMORY");
    // The lock is the operating system's: it goes with the process, however that ends.
    database.pragma("locking_mode = EXCLUSIVE");
    database.pragma("journal_mode = WAL");
    database.pragma("journal_size_limit = 4194304");
    // better-sqlite3 is built to fall back to NORMAL in WAL, which loses acknowledged changes in a power cut.
    database.pragma("synchronous = FULL");
    database.pragma("fullfsync = ON");
    database.pragma("checkpoint_fullfsync = ON");
    database.pragma("foreign_keys = ON");
    // Takes the exclusive lock now rather than at the first change.
    database.exec("BEGIN IMMEDIATE; COMMIT;");
    migrate(database);
    assertPragma(database, "synchronous", 2);
    assertPragma(database, "foreign_keys", 1);
    return database;
  } catch (error) {
    database?.close();
    throw failureOfSqlite(error);
  }
}

/** Empties the write-ahead log so that the project is one file again, then lets go of it. */
export function closeProject(database: Database): void {
  if (!database.open) {
    return;
  }
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

/** Offsets in the header: https://www.sqlite.org/fileformat2.html#the_database_header */
function refuseForeignFile(file: string): void {
  if (!statSync(file).isFile()) {
    throw new Failure("unsupported-format", "This is a folder, not a Corroboard project file.");
  }
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, "r");
  let length: number;
  try {
    length = readSync(descriptor, header, 0, 100, 0);
  } finally {
    closeSync(descriptor);
  }
  if (length === 0) {
    throw new Failure(
      "project-damaged",
      "This file is empty. Open a backup of the project, or choose a new name to start one.",
    );
  }
  if (
    length < 100 ||
    header.toString("latin1", 0, 16) !== "SQLite format 3\0" ||
    header.readUInt32BE(68) !== applicationId
  ) {
    throw new Failure(
      "unsupported-format",
      "This is not a Corroboard project file. Choose a file that ends in .corroboard.",
    );
  }
  const version = header.readUInt32BE(60);
  if (version > migrations.length) {
    throw new Failure(
      "project-too-new",
      "This project was made by a newer Corroboard. Update Corroboard to open it; the file was not changed.",
    );
  }
}

function assertPragma(database: Database, name: string, expected: number): void {
  const value = database.pragma(name, { simple: true });
  if (value !== expected) {
    throw new Error(`PRAGMA ${name} is ${String(value)}, not ${expected}`);
  }
}
