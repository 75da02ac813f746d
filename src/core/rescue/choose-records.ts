import type { Row } from "../history/journal.ts";
import { journaledTables } from "../history/journaled-tables.ts";
import type { JournaledTableName } from "../history/journaled-tables.ts";
import { latestRows } from "../history/latest-rows.ts";
import type { ReadRow } from "./read-tables.ts";
import type { SalvagedJournal } from "./salvage-journal.ts";

export type ChosenRecords = {
  readonly rows: Map<JournaledTableName, Row[]>;
  /** Records that could not be read, or not as they were saved, and were taken from the journal. */
  readonly fromJournal: number;
  /** Records that were left out: the journal, which is whole, says that they were removed. */
  readonly leftOut: number;
};

/**
 * Decides between what a table says and what the journal says. A whole journal is right: its chain of
 * hashes holds. Where it is broken, a record that can be read is believed first.
 */
export function chooseRecords(
  readRows: ReadonlyMap<string, readonly ReadRow[]>,
  journal: SalvagedJournal,
): ChosenRecords {
  const known = latestRows(journal.all);
  const rows = new Map<JournaledTableName, Row[]>();
  let fromJournal = 0;
  let leftOut = 0;
  for (const table of Object.keys(journaledTables) as JournaledTableName[]) {
    const images = known.get(table) ?? new Map();
    const chosen = new Map<string, Row>();
    for (const row of (readRows.get(table) ?? []) as readonly Row[]) {
      chosen.set(JSON.stringify(journaledTables[table].key.map((column) => row[column])), row);
    }
    for (const [key, { row: image }] of images) {
      const read = chosen.get(key);
      if (image === null) {
        leftOut += journal.isWhole && chosen.delete(key) ? 1 : 0;
      } else if (read === undefined || (journal.isWhole && differs(image, read))) {
        chosen.set(key, { ...read, ...image });
        fromJournal += 1;
      }
    }
    rows.set(table, [...chosen.values()]);
  }
  return { rows, fromJournal, leftOut };
}

function differs(image: Row, read: Row): boolean {
  return Object.entries(image).some(([column, value]) => read[column] !== value);
}
