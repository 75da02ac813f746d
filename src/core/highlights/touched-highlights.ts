import type { HighlightId } from "#contract/ids";

import type { Edit } from "../history/journal.ts";
import type { JournaledTableName } from "../history/journaled-tables.ts";

/** More are read again faster as a whole than one by one. */
const maxNamed = 100;

/** Where the rows that a highlight is made of have its id. */
const ownTables: Partial<Record<JournaledTableName, string>> = {
  highlight: "id",
  highlight_tag: "highlight_id",
  evidence: "highlight_id",
};

/** A change here may show on any highlight: a tag or an article in the trash takes its own along. */
const sharedTables: ReadonlySet<JournaledTableName> = new Set(["tag", "article", "claim"]);

/** The highlights that edits change, or null when those are many or any of all. */
export function touchedHighlights(edits: readonly Edit[]): HighlightId[] | null {
  const ids = new Set<HighlightId>();
  for (const { table, before, after } of edits) {
    if (sharedTables.has(table) && before !== null) {
      return null;
    }
    const column = ownTables[table];
    for (const row of column === undefined ? [] : [before, after]) {
      const id = column === undefined ? undefined : row?.[column];
      if (typeof id === "string") {
        ids.add(id as HighlightId); // these columns refer to highlight.id
      }
    }
  }
  return ids.size <= maxNamed ? [...ids] : null;
}
