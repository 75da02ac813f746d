import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";

import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";

import { distrust } from "../store/open-project.ts";

// The index is a help for searching and holds nothing of its own: it lies outside the project file, so that
// a received project brings none along, and it is thrown away whenever in doubt.

/** "CorI": an index, not a project. */
const applicationId = 0x436f7249;
/** Another one means: made by another version. Raised whenever words, stems or tables change. */
const formatVersion = 1;

/** An index that no one opened for so long is of a project that is gone. */
const keepDays = 90;

const schema = `
  CREATE TABLE stem (
    id INTEGER PRIMARY KEY,
    stem TEXT NOT NULL UNIQUE,
    -- sentences that have it
    sentences INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    -- of the article, which decides where sentences end; '' where it is not known
    language TEXT NOT NULL,
    blocks_done INTEGER NOT NULL,
    is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
    sentences INTEGER NOT NULL,
    UNIQUE (sha256, language)
  ) STRICT;

  -- Numbered by text and place in it; see passage-index.ts.
  CREATE TABLE sentence (
    id INTEGER PRIMARY KEY,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    stems BLOB NOT NULL
  ) STRICT;

  -- Contentless: only which sentences have a stem. Its words are the stems' numbers.
  CREATE VIRTUAL TABLE sentence_stem USING fts5(
    stems, content = '', detail = 'none', columnsize = 0, tokenize = 'ascii'
  );
`;

/**
 * Opens or makes an index. One that is not ours or cannot be read is replaced, and `wasDamaged` says so;
 * one of another version is replaced without a word.
 * @throws the error of SQLite or of the file system when the folder cannot be written to or another
 * process has the file
 */
export function openIndexFile(file: string): { database: Database; wasDamaged: boolean } {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  sweep(dirname(file));
  let wasDamaged = false;
  try {
    const database = open(file);
    if (database !== null) {
      return { database, wasDamaged };
    }
  } catch (error) {
    if (!isDamage(error) && !(error instanceof ForeignFile)) {
      throw error;
    }
    wasDamaged = true;
  }
  discardIndexFile(file);
  const database = open(file);
  if (database === null) {
    throw new Error("a new index is of another version");
  }
  return { database, wasDamaged };
}

/** An index that goes with the process. */
export function openIndexInMemory(): Database {
  const database = new Sqlite(":memory:");
  database.exec(schema);
  return database;
}

export function discardIndexFile(file: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) {
    rmSync(`${file}${suffix}`, { force: true });
  }
}

/** Whether SQLite says that the file is not what it wrote, or what is added does not fit what is there. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^SQLITE_(?:CORRUPT|CONSTRAINT)/u.test(code) || code === "SQLITE_NOTADB";
}

/** Not an index of ours, though SQLite can read it. */
class ForeignFile extends Error {}

/** Null when it is another version's. @throws ForeignFile */
function open(file: string): Database | null {
  closeSync(openSync(file, "a", 0o600)); // what articles say is for the user alone
  chmodSync(file, 0o600);
  const database = new Sqlite(file, { timeout: 0 });
  try {
    distrust(database);
    database.pragma("locking_mode = EXCLUSIVE");
    database.pragma("journal_mode = WAL");
    // A power cut may cost the newest part of the index, never the rest of it.
    database.pragma("synchronous = NORMAL");
    database.pragma("cache_size = -32000"); // KiB
    const tables = database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
    if (tables === 0) {
      database.transaction(() => {
        database.exec(schema);
        database.pragma(`application_id = ${applicationId}`);
        database.pragma(`user_version = ${formatVersion}`);
      })();
    }
    if (database.pragma("application_id", { simple: true }) !== applicationId) {
      throw new ForeignFile("the index belongs to another program");
    }
    if (database.pragma("user_version", { simple: true }) !== formatVersion) {
      database.close();
      return null;
    }
    const now = new Date();
    utimesSync(file, now, now);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function sweep(folder: string): void {
  const oldest = Date.now() - keepDays * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".index"))) {
    const file = join(folder, name);
    if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < oldest) {
      discardIndexFile(file);
    }
  }
}
