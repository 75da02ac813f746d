import type { ChangeEntry, Edit, Row } from "./journal.ts";
import { journaledTables } from "./journaled-tables.ts";
import type { JournaledTableName } from "./journaled-tables.ts";

/** A row as the newest entry about it left it; null when that took it away. */
export type KnownRow = { readonly row: Row | null };

/**
 * What the journal says each row became last, by table and by the JSON of the row's key. Knows nothing of
 * rows that no entry is about. Entries come in order; some may be missing.
 */
export function latestRows(
  entries: Iterable<Pick<ChangeEntry, "seq" | "kind" | "targetSeq" | "edits">>,
): Map<JournaledTableName, Map<string, KnownRow>> {
  const rows = new Map<JournaledTableName, Map<string, KnownRow>>();
  const editsOf = new Map<number, readonly Edit[]>();
  const put = (table: JournaledTableName, known: Row, row: Row | null) => {
    let ofTable = rows.get(table);
    if (ofTable === undefined) {
      ofTable = new Map();
      rows.set(table, ofTable);
    }
    ofTable.set(JSON.stringify(journaledTables[table].key.map((column) => known[column])), { row });
  };
  for (const { seq, kind, targetSeq, edits } of entries) {
    if (kind === "do") {
      editsOf.set(seq, JSON.parse(edits) as Edit[]); // written by appendChange
    }
    const applied = editsOf.get(kind === "do" ? seq : (targetSeq ?? 0)) ?? [];
    for (const { table, before, after } of kind === "undo" ? applied.toReversed() : applied) {
      const known = after ?? before;
      if (known !== null) {
        put(table, known, kind === "undo" ? before : after);
      }
    }
  }
  return rows;
}
