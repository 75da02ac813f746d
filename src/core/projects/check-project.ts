import type { CheckReport, Fault } from "#contract/check";
import { Failure } from "#contract/failure";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";
import { failureOfSqlite } from "../store/sqlite-failures.ts";
import { articleFaults, highlightFaults } from "./check-articles.ts";
import { journalFaults } from "./check-journal.ts";
import { recordChecks } from "./check-records.ts";

/**
 * Looks at everything that a project promises: that the file is sound, that every row that is referred to
 * is there, that articles are the bytes and the text that were imported, that highlights lie where they
 * say what was highlighted, that the journal is whole, and that every record is as it says. Reads all of the project; changes nothing.
 */
export function checkProject({ db }: Pick<ReadContext, "db">): CheckReport {
  const checks = [integrityFaults, linkFaults, articleFaults, highlightFaults, journalFaults];
  const faults = checks.flatMap((check) => faultsOf(db, check));
  // A broken journal cannot bear witness about the records.
  if (!faults.some(({ kind }) => kind === "journal")) {
    const records = unlessDamaged(() => recordChecks(db)) ?? [];
    faults.push(...records.flatMap((check) => faultsOf(db, check)));
  }
  return { ok: faults.length === 0, ...countsOf(db), faults: withoutRepeats(faults) };
}

/** Several checks may come upon the same broken page. */
function withoutRepeats(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.kind} ${fault.message}`, fault])).values()];
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
