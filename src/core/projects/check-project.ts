import type { CheckReport, Fault } from "#contract/check";
import { Failure } from "#contract/failure";

import type { ReadContext } from "../core-context.ts";
import { readJournal } from "../history/change-store.ts";
import { firstPreviousHash, hashOfChange } from "../history/journal.ts";
import type { ReadableDb } from "../store/db.ts";
import { failureOfSqlite } from "../store/sqlite-failures.ts";
import { articleFaults, highlightFaults, named } from "./check-articles.ts";

/**
 * Looks at everything that a project promises: that the file is sound, that every row that is referred to
 * is there, that articles are the bytes and the text that were imported, that highlights lie where they
 * say what was highlighted, and that the journal is whole. Reads all of the project; changes nothing.
 */
export function checkProject({ db }: ReadContext): CheckReport {
  const checks = [integrityFaults, linkFaults, articleFaults, highlightFaults, journalFaults];
  const faults = checks.flatMap((check) => faultsOf(db, check));
  return { ok: faults.length === 0, ...countsOf(db), faults };
}

/** In a damaged file any query may fail; that is a fault like others, and the other checks go on. */
function faultsOf(db: ReadableDb, check: (db: ReadableDb) => Fault[]): Fault[] {
  return (
    unlessDamaged(() => check(db)) ?? [
      { kind: "database", message: "A part of the project file is damaged and cannot be read." },
    ]
  );
}

/** Undefined when SQLite finds the file damaged. */
function unlessDamaged<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    const failure = failureOfSqlite(error);
    if (failure instanceof Failure && failure.code === "project-damaged") {
      return undefined;
    }
    throw error;
  }
}

/** Zero for what cannot be counted. */
function countsOf(db: ReadableDb): Omit<CheckReport, "ok" | "faults"> {
  const count = (rows: string) =>
    unlessDamaged(() => db.get<{ count: number }>(`SELECT count(*) AS count FROM ${rows}`))
      ?.count ?? 0;
  return {
    articles: count("article WHERE trashed_at IS NULL"),
    highlights: count("highlight WHERE trashed_at IS NULL"),
    claims: count("claim WHERE trashed_at IS NULL"),
    changes: count("change"),
  };
}

function integrityFaults(db: ReadableDb): Fault[] {
  return db
    .all<{ integrity_check: string }>("PRAGMA integrity_check")
    .filter(({ integrity_check: finding }) => finding !== "ok")
    .map(({ integrity_check: finding }) => ({
      kind: "database",
      message: `The project file is damaged: ${finding}.`,
    }));
}

function linkFaults(db: ReadableDb): Fault[] {
  return db
    .all<{ table: string; parent: string; count: number }>(
      `SELECT "table", parent, count(*) AS count
      FROM pragma_foreign_key_check
      GROUP BY "table", parent
      ORDER BY "table", parent`,
    )
    .map(({ table, parent, count }) => ({
      kind: "link",
      message: `Rows of "${table}" that refer to a row of "${parent}" that is not there: ${count}.`,
    }));
}

function journalFaults(db: ReadableDb): Fault[] {
  const faults: Fault[] = [];
  let expectedSeq = 1;
  /** What the entry before is recorded to have, and what it should have: either may be the altered one. */
  let previousHashes = [firstPreviousHash];
  for (const entry of readJournal(db)) {
    const hashes = previousHashes.map((hash) => hashOfChange(hash, entry));
    if (entry.seq !== expectedSeq) {
      const last = entry.seq - 1;
      faults.push(
        journalFault(
          last === expectedSeq
            ? `change ${last} is missing.`
            : `changes ${expectedSeq} to ${last} are missing.`,
        ),
      );
    } else if (!hashes.includes(entry.hash)) {
      faults.push(
        journalFault(`change ${entry.seq} (“${named(entry.label)}”) is not as it was recorded.`),
      );
    }
    expectedSeq = entry.seq + 1;
    previousHashes = [...new Set([entry.hash, ...hashes.slice(0, 1)])];
  }
  return faults;
}

function journalFault(message: string): Fault {
  return { kind: "journal", message: `The journal is broken: ${message}` };
}
