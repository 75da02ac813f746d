import type { Card } from "#contract/board";

/** A card that is not a group, with the words of the group it lies in. */
export type PlacedCard = { readonly card: Card; readonly group: string | null };

/** A card starts a new row when its top lies further below the row's first card than this. */
const maxRowDriftPx = 60;

/**
 * The cards of a board in the order in which one reads them; groups themselves are left out.
 *
 * The rule: cards and groups that lie side by side form a row. A row begins with the topmost card that
 * is left, and takes every card whose top is above the middle of that first card, or 60 pixels below its
 * top, whichever is less. Rows are read from top to bottom, and a row from left to right. A group is read
 * as a whole, its own cards by the same rule, before what follows it. What lies at exactly the same place
 * is read in the order of its ids.
 */
export function readBoardCards(cards: readonly Card[]): PlacedCard[] {
  const groups = new Set(cards.filter((card) => card.subject.kind === "group").map(({ id }) => id));
  const members = Map.groupBy(cards, ({ groupId }) =>
    groupId !== null && groups.has(groupId) ? groupId : null,
  );
  const seen = new Set<string>();
  const read = (some: readonly Card[], group: string | null): PlacedCard[] =>
    inReadingOrder(some).flatMap((card) => {
      if (seen.has(card.id)) {
        return [];
      }
      seen.add(card.id);
      return card.subject.kind === "group"
        ? read(members.get(card.id) ?? [], card.subject.text)
        : [{ card, group }];
    });
  const placed = read(members.get(null) ?? [], null);
  // Groups that contain each other hang from nothing; their cards must not be lost.
  return [...placed, ...read(cards, null)];
}

function inReadingOrder(cards: readonly Card[]): Card[] {
  const rows: Card[][] = [];
  let rowEnd = Number.NEGATIVE_INFINITY;
  for (const card of cards.toSorted((a, b) => a.y - b.y || a.x - b.x || byId(a, b))) {
    const row = rows.at(-1);
    if (row === undefined || card.y >= rowEnd) {
      rows.push([card]);
      rowEnd = card.y + Math.min(card.height / 2, maxRowDriftPx);
    } else {
      row.push(card);
    }
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x || a.y - b.y || byId(a, b)));
}

/** Code units, not the user's language, so that every machine gives the same order. */
function byId(a: Card, b: Card): number {
  if (a.id === b.id) {
    return 0;
  }
  return a.id < b.id ? -1 : 1;
}
