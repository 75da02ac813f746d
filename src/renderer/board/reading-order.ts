import type { Rect } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

/** What ordering needs to know of a card; its place is relative to its group. */
export type Placed = Rect & { readonly id: CardId; readonly groupId: CardId | null };

/** A card starts a new row when its top lies further below the row's first card than this. */
const maxRowDriftPx = 60; // the same rule orders the claims of the exported briefing

/**
 * Cards in the order in which one reads them: rows from top to bottom, a row from left to right, a group
 * directly before what it holds. Groups therefore always come before their members.
 */
export function inReadingOrder<Item extends Placed>(items: readonly Item[]): Item[] {
  const known = new Set(items.map((item) => item.id));
  const members = Map.groupBy(items, ({ groupId }) =>
    groupId !== null && known.has(groupId) ? groupId : null,
  );
  const seen = new Set<CardId>();
  const read = (siblings: readonly Item[]): Item[] =>
    rowByRow(siblings).flatMap((item) => {
      if (seen.has(item.id)) {
        return [];
      }
      seen.add(item.id);
      return [item, ...read(members.get(item.id) ?? [])];
    });
  return read(members.get(null) ?? []);
}

function rowByRow<Item extends Placed>(items: readonly Item[]): Item[] {
  const rows: Item[][] = [];
  let rowEnd = -Infinity;
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x || byId(a, b))) {
    const row = rows.at(-1);
    if (row === undefined || item.y >= rowEnd) {
      rows.push([item]);
      rowEnd = item.y + Math.min(item.height / 2, maxRowDriftPx);
    } else {
      row.push(item);
    }
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x || a.y - b.y || byId(a, b)));
}

function byId(a: Placed, b: Placed): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
