import type { Fault } from "#contract/check";

import { readJournal } from "../history/change-store.ts";
import type { Row } from "../history/journal.ts";
import { journaledTables } from "../history/journaled-tables.ts";
import type { JournaledTableName } from "../history/journaled-tables.ts";
import { latestRows } from "../history/latest-rows.ts";
import type { KnownRow } from "../history/latest-rows.ts";
import type { ReadableDb } from "../store/db.ts";
import { named } from "./check-articles.ts";

/** The rows with which a project begins are not in its journal until something changes them. */
const begunWith: ReadonlySet<JournaledTableName> = new Set<JournaledTableName>([
  "project",
  "board",
]);

/**
 * Compares every record with what the journal says it became last. Finds what no other check can: a byte
 * that turned within a statement or a note, and pages of another file in this one.
 */
export function recordChecks(db: ReadableDb): ((db: ReadableDb) => Fault[])[] {
  const known = latestRows(readJournal(db));
  return (Object.keys(journaledTables) as JournaledTableName[]).map((table) => () => {
    const faults: Fault[] = [];
    const expected = new Map(known.get(table));
    for (const row of db.all<Row>(`SELECT * FROM ${table}`)) {
      const key = keyText(table, row);
      const image = expected.get(key);
      expected.delete(key);
      if (image === undefined) {
        if (!begunWith.has(table)) {
          faults.push(faultOf(table, row, "is not in the journal"));
        }
      } else if (image.row === null) {
        faults.push(faultOf(table, row, "was removed, but is there"));
      } else {
        const changed = changedColumns(image, row);
        if (changed.length > 0) {
          faults.push(faultOf(table, image.row, `is not as it was saved (${changed.join(", ")})`));
        }
      }
    }
    for (const { row } of expected.values()) {
      if (row !== null) {
        faults.push(faultOf(table, row, "is missing"));
      }
    }
    return faults;
  });
}

/** Columns that a migration added later are not in an older image. */
function changedColumns(image: KnownRow, row: Row): string[] {
  return Object.entries(image.row ?? {})
    .filter(([column, value]) => row[column] !== value)
    .map(([column]) => column);
}

function keyText(table: JournaledTableName, row: Row): string {
  return JSON.stringify(journaledTables[table].key.map((column) => row[column]));
}

function faultOf(table: JournaledTableName, row: Row, what: string): Fault {
  const words = row["title"] ?? row["statement"] ?? row["name"] ?? row["exact"] ?? row["text"];
  const which = typeof words === "string" && words !== "" ? ` “${named(words)}”` : "";
  return {
    kind: "record",
    message: `The ${table.replaceAll("_", " ")} record${which} ${what}.`,
  };
}
