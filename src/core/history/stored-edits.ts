import { z } from "zod";

import { Failure } from "#contract/failure";

import type { ReadableDb } from "../store/db.ts";
import type { Edit, Row } from "./journal.ts";
import { journaledTables } from "./journaled-tables.ts";
import type { JournaledTableName } from "./journaled-tables.ts";

const RowImage = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const StoredEdits = z.array(
  z.strictObject({
    table: z.enum(Object.keys(journaledTables) as [JournaledTableName, ...JournaledTableName[]]),
    before: RowImage.nullable(),
    after: RowImage.nullable(),
  }),
);

/**
 * Reads the row images of a stored change, to be written back. The file may be anyone's, and the names in
 * the images become part of statements: only tables that are journaled and columns that these tables have
 * are taken.
 * @throws Failure project-damaged for anything that no version of Corroboard writes
 */
export function editsToApply(db: ReadableDb, stored: string): Edit[] {
  const edits = StoredEdits.safeParse(jsonOf(stored));
  const columns = new Map<JournaledTableName, ReadonlySet<string>>();
  for (const table of new Set(edits.data?.map((edit) => edit.table))) {
    columns.set(table, columnsOf(db, table));
  }
  if (!edits.success || !edits.data.every((edit) => isOfTable(edit, columns.get(edit.table)))) {
    throw new Failure(
      "project-damaged",
      "This change cannot be undone or redone: what the project’s history keeps of it was altered outside Corroboard. Nothing was changed; verify the project, or restore a backup.",
    );
  }
  return edits.data;
}

/** Names of a table's columns, as this version made them. */
export function columnsOf(db: ReadableDb, table: JournaledTableName): ReadonlySet<string> {
  const rows = db.all<{ name: string }>("SELECT name FROM pragma_table_info(:table)", { table });
  return new Set(rows.map(({ name }) => name));
}

function isOfTable(
  { table, before, after }: Edit,
  columns: ReadonlySet<string> = new Set(),
): boolean {
  const images = [before, after].filter((image) => image !== null);
  return images.length > 0 && images.every((image) => isRowOf(image, table, columns));
}

function isRowOf(image: Row, table: JournaledTableName, columns: ReadonlySet<string>): boolean {
  return (
    journaledTables[table].key.every((column) => image[column] !== undefined) &&
    Object.keys(image).every((column) => columns.has(column))
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
