import { rmSync } from "node:fs";
import { dirname } from "node:path";

import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { v7 as uuidv7 } from "uuid";

import { shortened } from "../articles/propose-title.ts";
import { appendChange } from "../history/change-store.ts";
import type { Edit, Row } from "../history/journal.ts";
import { journaledTables } from "../history/journaled-tables.ts";
import type { JournaledTableName } from "../history/journaled-tables.ts";
import { latestRows } from "../history/latest-rows.ts";
import { columnsOf } from "../history/stored-edits.ts";
import { checkProject } from "../projects/check-project.ts";
import { giveName } from "../store/create-project-file.ts";
import { writableDb } from "../store/db.ts";
import type { WritableDb } from "../store/db.ts";
import { migrate } from "../store/migrate.ts";
import { syncFolder } from "../store/sync-folder.ts";
import { chooseRecords } from "./choose-records.ts";
import type { Salvage } from "./rescue-project.ts";
import type { RescueReport } from "./rescue-report.ts";
import { writeContent } from "./salvage-content.ts";
import { salvageJournal } from "./salvage-journal.ts";
import type { SalvagedJournal } from "./salvage-journal.ts";

/** Makes the new project under another name, checks it, and then gives it its own. */
export function buildRescuedProject(
  out: string,
  salvage: Salvage,
  repairsSoFar: readonly string[],
): RescueReport {
  const draft = `${out}.${process.pid}.new`;
  try {
    const database = new Sqlite(draft);
    try {
      database.pragma("synchronous = FULL");
      database.pragma("foreign_keys = OFF");
      migrate(database);
      const report = database.transaction(() => fill(database, salvage, repairsSoFar))();
      giveName(draft, out);
      syncFolder(dirname(out));
      return report;
    } finally {
      database.close();
    }
  } finally {
    rmSync(draft, { force: true });
    rmSync(`${draft}-journal`, { force: true });
  }
}

function fill(database: Database, salvage: Salvage, repairsSoFar: readonly string[]): RescueReport {
  const db = writableDb(database);
  const journal = salvageJournal(salvage.changes, !salvage.brokenTables.has("change"));
  const chosen = chooseRecords(salvage.rows, journal);
  const repairs = [...repairsSoFar];
  const losses: string[] = [];
  if (chosen.fromJournal > 0) {
    repairs.push(`Records taken from the journal: ${chosen.fromJournal}.`);
  }
  if (chosen.leftOut > 0) {
    repairs.push(`Records left out because the journal says they were removed: ${chosen.leftOut}.`);
  }
  for (const [table, rows] of chosen.rows) {
    for (const row of table === "project" ? rows.slice(0, 1) : rows) {
      const trouble = insert(db, table, row);
      if (trouble !== null) {
        losses.push(lossOf(table, row, trouble));
      }
    }
  }
  for (const row of salvage.rows.get("view") ?? []) {
    attemptInsert(() =>
      db.run("INSERT INTO view (key, value) VALUES (:key, :value)", {
        key: row["key"] ?? null,
        value: row["value"] ?? null,
      }),
    );
  }
  repairs.push(...giveBeginnings(db));
  writeContent(
    db,
    salvage.content,
    db.all<{ bytes: string; text: string }>(
      "SELECT bytes_sha256 AS bytes, text_sha256 AS text FROM article",
    ),
  );
  losses.push(...removeOrphans(db));
  writeJournal(db, journal);
  if (!journal.isWhole) {
    losses.push(
      `The journal is broken after change ${journal.sound.length}: what came later cannot be undone one by one.`,
      ...lossesOfTables(salvage.brokenTables),
    );
  }
  const { ok: _, faults, changes, ...saved } = checkProject({ db });
  return { saved, changes, repairs, losses, faults };
}

/** With a whole journal nothing of these is lost; without one, nobody knows how much was in them. */
function lossesOfTables(broken: ReadonlySet<string>): string[] {
  const names = Object.keys(journaledTables).filter((table) => broken.has(table));
  return names.length === 0
    ? []
    : [
        `Of these records some could not be read, and are lost where the journal does not have them: ${names.map(worded).join(", ")}.`,
      ];
}

/** Returns why a row cannot be stored, or null. */
function insert(db: WritableDb, table: JournaledTableName, row: Row): string | null {
  // An image in a journal from anyone may name columns that there are not.
  const known = columnsOf(db, table);
  const columns = Object.keys(row).filter((column) => known.has(column));
  return attemptInsert(() =>
    db.run(
      `INSERT INTO ${table} (${columns.join(", ")})
      VALUES (${columns.map((column) => `:${column}`).join(", ")})`,
      Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
    ),
  );
}

function attemptInsert(write: () => void): string | null {
  try {
    write();
    return null;
  } catch (error) {
    if (
      error instanceof Error &&
      "code" in error &&
      String(error.code).startsWith("SQLITE_CONSTRAINT")
    ) {
      return "its values make no sense";
    }
    throw error;
  }
}

/** A project has a title, and a board for every card, or one to put claims on. Returns what was made up. */
function giveBeginnings(db: WritableDb): string[] {
  const createdAt = new Date().toISOString();
  const repairs: string[] = [];
  if (db.get("SELECT 1 FROM project") === undefined) {
    db.run(
      "INSERT INTO project (id, title, created_at) VALUES (:id, 'Rescued project', :createdAt)",
      { id: uuidv7(), createdAt },
    );
    repairs.push("The title of the project was lost; it is “Rescued project” now.");
  }
  const lostBoards = db.all<{ id: string }>(
    "SELECT DISTINCT board_id AS id FROM card WHERE board_id NOT IN (SELECT id FROM board)",
  );
  const hasBoard = db.get("SELECT 1 FROM board") !== undefined;
  for (const { id } of lostBoards.length > 0 || hasBoard ? lostBoards : [{ id: uuidv7() }]) {
    db.run(
      "INSERT INTO board (id, title, position, created_at) VALUES (:id, 'Board', 0, :createdAt)",
      { id, createdAt },
    );
    repairs.push("The title of a board was lost; it is “Board” now.");
  }
  return repairs;
}

/** Rows whose other end is lost cannot stay. Each is told with its words. */
function removeOrphans(db: WritableDb): string[] {
  const losses: string[] = [];
  for (;;) {
    const orphans = db.all<{ table: string; parent: string; rowid: number | null }>(
      `SELECT DISTINCT "table", parent, rowid FROM pragma_foreign_key_check WHERE "table" <> 'change'`,
    );
    if (orphans.length === 0) {
      return losses;
    }
    for (const { table, parent, rowid } of orphans) {
      losses.push(
        ...(rowid === null ? removeKeyed(db, table) : removeAt(db, table, rowid, parent)),
      );
    }
  }
}

function removeAt(db: WritableDb, table: string, rowid: number, parent: string): string[] {
  const row = db.get<Row>(`SELECT * FROM ${table} WHERE rowid = :rowid`, { rowid });
  if (row === undefined) {
    return [];
  }
  db.run(`DELETE FROM ${table} WHERE rowid = :rowid`, { rowid });
  return [lossOf(table, row, `the ${worded(parent)} that it belongs to is lost`)];
}

/** Tables without rowids hold links only: each of their columns that refers to something is a foreign key. */
function removeKeyed(db: WritableDb, table: string): string[] {
  const keys = db.all<{ from: string; table: string; to: string }>(
    `SELECT "from", "table", "to" FROM pragma_foreign_key_list(:table)`,
    { table },
  );
  const removed = keys.reduce(
    (sum, { from, table: parent, to }) =>
      sum +
      db.run(
        `DELETE FROM ${table} WHERE ${from} IS NOT NULL AND ${from} NOT IN (SELECT ${to} FROM ${parent})`,
      ),
    0,
  );
  return removed === 0 ? [] : [`${removed} of “${worded(table)}”: what they link is lost.`];
}

/**
 * Keeps the sound part of the journal. If the records are not as it leaves them, one more change says
 * what they are, and the changes before it can no longer be undone.
 */
function writeJournal(db: WritableDb, journal: SalvagedJournal): void {
  const edits = editsTo(db, journal);
  // A state changes with each undo, so no hash covers it; where one is damaged, none can be relied on.
  const canBeUndone = edits.length === 0 && journal.sound.every(({ state }) => isState(state));
  for (const change of journal.sound) {
    db.run(
      `INSERT INTO change (seq, id, at, who, kind, request, label, target_seq, edits, hash, state)
      VALUES (:seq, :id, :at, :who, :kind, :request, :label, :targetSeq, :edits, :hash, :state)`,
      {
        ...change,
        state: canBeUndone ? change.state : change.kind === "do" ? "dropped" : "log",
      },
    );
  }
  if (edits.length > 0) {
    const seq = appendChange(db, {
      id: uuidv7(),
      at: new Date().toISOString(),
      who: "corroboard",
      kind: "do",
      request: "project.rescue",
      label: "rescue damaged project",
      targetSeq: null,
      edits,
    });
    db.run("UPDATE change SET state = 'log' WHERE seq = :seq", { seq });
  }
}

function isState(state: string): boolean {
  return ["applied", "undone", "dropped", "log"].includes(state);
}

/** What leads from the state that the sound journal describes to the records as they are. */
function editsTo(db: WritableDb, journal: SalvagedJournal): Edit[] {
  const known = latestRows(journal.sound);
  return (Object.keys(journaledTables) as JournaledTableName[]).flatMap((table) => {
    const images = new Map(known.get(table));
    const edits: Edit[] = [];
    for (const row of db.all<Row>(`SELECT * FROM ${table}`)) {
      const key = JSON.stringify(journaledTables[table].key.map((column) => row[column]));
      const before = images.get(key)?.row ?? null;
      images.delete(key);
      if (
        before === null ||
        Object.entries(before).some(([column, value]) => row[column] !== value)
      ) {
        edits.push({ table, before, after: row });
      }
    }
    for (const { row } of images.values()) {
      if (row !== null) {
        edits.push({ table, before: row, after: null });
      }
    }
    // Those that no change was ever about are as the project began.
    return table === "project" || table === "board"
      ? edits.filter(({ before }) => before !== null)
      : edits;
  });
}

function lossOf(table: string, row: Row, why: string): string {
  const words = [
    row["title"],
    row["statement"],
    row["name"],
    row["exact"],
    row["note"],
    row["text"],
  ]
    .filter((value): value is string => typeof value === "string" && value !== "")
    .map((value) => `“${shortened(value)}”`);
  return `One ${worded(table)}${words.length === 0 ? "" : ` ${words.join(", ")}`}: ${why}.`;
}

function worded(table: string): string {
  return table.replaceAll("_", " ");
}
