import Sqlite from "better-sqlite3";

import type { BackupDifference } from "#contract/backup";

import { shortened } from "../articles/propose-title.ts";
import { writableDb } from "../store/db.ts";
import type { ReadableDb } from "../store/db.ts";
import { distrust } from "../store/open-project.ts";
import { readIdentity } from "../store/project-identity.ts";
import { refuseForeignSchema } from "../store/schema-fingerprint.ts";
import { failureOfSqlite } from "../store/sqlite-failures.ts";
import { withoutHash } from "./backup-shelf.ts";
import type { ShelvedBackup } from "./backup-shelf.ts";

const maxChanges = 100;
const maxExamples = 10;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Sort = { readonly table: "article" | "highlight" | "claim"; readonly words: string };

/**
 * Sets a backup against the project as it is.
 * @throws Failure when the backup cannot be read
 */
export function inspectBackup(
  db: ReadableDb,
  backup: ShelvedBackup,
  file: string,
): BackupDifference {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    distrust(database);
    refuseForeignSchema(database);
    const { title, seq, hash } = readIdentity(database);
    const isEarlierState = seq === 0 || hashAt(db, seq) === hash;
    const then = writableDb(database);
    const difference = (sort: Sort) => differenceOf(then, db, sort);
    return {
      backup: withoutHash(backup),
      title,
      isEarlierState,
      ...changesAfter(db, isEarlierState ? seq : 0),
      articles: difference({ table: "article", words: "title" }),
      highlights: difference({ table: "highlight", words: "exact" }),
      claims: difference({ table: "claim", words: "statement" }),
    };
  } catch (error) {
    throw failureOfSqlite(error);
  } finally {
    database.close();
  }
}

function hashAt(db: ReadableDb, seq: number): string | undefined {
  return db.get<{ hash: string }>("SELECT hash FROM change WHERE seq = :seq", { seq })?.hash;
}

function changesAfter(db: ReadableDb, seq: number) {
  const count = db.get<{ count: number }>("SELECT count(*) AS count FROM change WHERE seq > :seq", {
    seq,
  });
  return {
    changesSince: db.all<{ at: string; label: string }>(
      "SELECT at, label FROM change WHERE seq > :seq ORDER BY seq DESC LIMIT :limit",
      { seq, limit: maxChanges },
    ),
    changesSinceCount: count?.count ?? 0,
  };
}

function differenceOf(then: ReadableDb, now: ReadableDb, { table, words }: Sort) {
  const rowsThen = rowsOf(then, table);
  const rowsNow = rowsOf(now, table);
  const onlyInBackup = [...rowsThen.values()].filter(({ id }) => !rowsNow.has(id));
  const onlyNow = [...rowsNow.values()].filter(({ id }) => !rowsThen.has(id));
  const examples = (rows: readonly Row[]) =>
    rows.slice(0, maxExamples).map((row) => shortened(String(row[words])));
  return {
    onlyInBackup: onlyInBackup.length,
    onlyNow: onlyNow.length,
    changed: [...rowsNow.values()].filter((row) => differs(row, rowsThen.get(row.id))).length,
    examplesOnlyNow: examples(onlyNow),
    examplesOnlyInBackup: examples(onlyInBackup),
  };
}

function rowsOf(db: ReadableDb, table: Sort["table"]): Map<string, Row> {
  const rows = db.all<Row>(`SELECT * FROM ${table} WHERE trashed_at IS NULL ORDER BY id`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A backup of an older version may lack columns: those do not count. */
function differs(now: Row, then: Row | undefined): boolean {
  return (
    then !== undefined && Object.entries(then).some(([column, value]) => now[column] !== value)
  );
}
