import assert from "node:assert/strict";
import { createHash } from "node:crypto";

import type { Topic } from "#contract/changes";

import type { SqlValue, WritableDb } from "../store/db.ts";
import { journaledTables } from "./journaled-tables.ts";
import type { JournaledTableName } from "./journaled-tables.ts";

/** A stored row; journaled tables have no blobs. */
export type Row = Readonly<Record<string, string | number | null>>;

/** One row's image before and after; null where there was or is no row. */
export type Edit = {
  readonly table: JournaledTableName;
  readonly before: Row | null;
  readonly after: Row | null;
};

/** What an undo or redo did, for the journal's own entry about it. */
export type Reapplied = {
  readonly kind: "undo" | "redo";
  readonly targetSeq: number;
  readonly label: string;
  readonly edits: readonly Edit[];
};

/**
 * Writes rows of journaled tables and remembers how each was before. At the end of a command the
 * collected edits become one entry of the `change` table, in the same transaction.
 */
export class Journal {
  readonly edits: Edit[] = [];
  /** Set by undo and redo, whose edits are those of the change they name. */
  reapplied: Reapplied | null = null;
  private readonly db: WritableDb;
  private wording: string | null = null;

  constructor(db: WritableDb) {
    this.db = db;
  }

  /** What the interface calls this change, such as "link to claim". The last wording wins. */
  label(wording: string): void {
    // Half a character would be stored as another one, and the chain of hashes would seem broken.
    this.wording = wording.toWellFormed();
  }

  get currentLabel(): string | null {
    return this.wording;
  }

  insert(table: JournaledTableName, row: Row): void {
    insertRow(this.db, table, row);
    this.edits.push({ table, before: null, after: row });
  }

  /** Changes the given columns of one row; does nothing when they are so already. */
  update(table: JournaledTableName, key: Row, patch: Row): void {
    const before = this.rowAt(table, key);
    const after = { ...before, ...patch };
    if (Object.keys(patch).every((column) => before[column] === after[column])) {
      return;
    }
    replaceRow(this.db, table, after);
    this.edits.push({ table, before, after });
  }

  remove(table: JournaledTableName, key: Row): void {
    const before = this.rowAt(table, key);
    deleteRow(this.db, table, before);
    this.edits.push({ table, before, after: null });
  }

  private rowAt(table: JournaledTableName, key: Row): Row {
    const row = readRow(this.db, table, key);
    assert(row !== undefined, `no row of ${table} has this key`);
    return row;
  }
}

/** Applies an edit backwards (undo) or forwards (redo). The row must be as the edit left it. */
export function applyEdit(db: WritableDb, edit: Edit, direction: "backwards" | "forwards"): void {
  const from = direction === "backwards" ? edit.after : edit.before;
  const to = direction === "backwards" ? edit.before : edit.after;
  const known = from ?? to;
  assert(known !== null, "an edit has at least one row image");
  const current = readRow(db, edit.table, keyOf(edit.table, known)) ?? null;
  assert.deepEqual(current, from, `a row of ${edit.table} was changed outside the journal`);
  if (to === null) {
    deleteRow(db, edit.table, known);
  } else if (from === null) {
    insertRow(db, edit.table, to);
  } else {
    replaceRow(db, edit.table, to);
  }
}

/** What a page must read again after these edits; every change also moves the history. */
export function topicsOf(edits: readonly Edit[]): Topic[] {
  return [
    ...new Set<Topic>([...edits.map((edit) => journaledTables[edit.table].topic), "history"]),
  ];
}

export type ChangeEntry = {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly kind: "do" | "undo" | "redo";
  readonly request: string;
  readonly label: string;
  readonly targetSeq: number | null;
  /** JSON of `Edit[]`; "[]" for undo and redo, whose edits are their target's. */
  readonly edits: string;
};

/** Links an entry to the one before, so that a change to the journal itself can be noticed. */
export function hashOfChange(previousHash: string, entry: ChangeEntry): string {
  const fields = [
    previousHash,
    entry.seq,
    entry.id,
    entry.at,
    entry.who,
    entry.kind,
    entry.request,
    entry.label,
    entry.targetSeq,
    entry.edits,
  ];
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

/** What stands before the first entry. */
export const firstPreviousHash = "0".repeat(64);

function keyOf(table: JournaledTableName, row: Row): Row {
  return Object.fromEntries(
    journaledTables[table].key.map((column) => {
      const value = row[column];
      assert(value !== undefined, `${table} is addressed by ${column}`);
      return [column, value];
    }),
  );
}

// Table names below come from this module's table list; column names from the rows of commands, or from
// stored images that stored-edits.ts has compared with the table.

function whereKey(table: JournaledTableName): string {
  return journaledTables[table].key.map((column) => `${column} = :${column}`).join(" AND ");
}

function readRow(db: WritableDb, table: JournaledTableName, key: Row): Row | undefined {
  return db.get<Row>(`SELECT * FROM ${table} WHERE ${whereKey(table)}`, keyOf(table, key));
}

function insertRow(db: WritableDb, table: JournaledTableName, row: Row): void {
  const columns = Object.keys(row);
  const values = columns.map((column) => `:${column}`);
  db.run(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${values.join(", ")})`, bound(row));
}

function replaceRow(db: WritableDb, table: JournaledTableName, row: Row): void {
  const columns = Object.keys(row).map((column) => `${column} = :${column}`);
  const changed = db.run(
    `UPDATE ${table} SET ${columns.join(", ")} WHERE ${whereKey(table)}`,
    bound(row),
  );
  assert.equal(changed, 1, `a row of ${table} vanished during the change`);
}

function deleteRow(db: WritableDb, table: JournaledTableName, row: Row): void {
  const changed = db.run(`DELETE FROM ${table} WHERE ${whereKey(table)}`, keyOf(table, row));
  assert.equal(changed, 1, `a row of ${table} vanished during the change`);
}

function bound(row: Row): Record<string, SqlValue> {
  return { ...row };
}
