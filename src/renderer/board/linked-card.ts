import { centreOf } from "#contract/board-geometry";
import type { Point, Rect } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

import type { BoardLink } from "./board-facts.ts";

/** The card that an arrow leads to, either way along it, and the arrow. */
export type LinkedCard = { readonly cardId: CardId; readonly link: BoardLink };

/**
 * The card at the other end of a line, in a direction: of those that lie more that way than any other the
 * nearest, else of those that lie at all that way. Null when no line leads that way.
 *
 * @param direction A unit step, such as { x: 1, y: 0 } for the right.
 */
export function linkedCardTowards(
  fromId: CardId,
  direction: Point,
  links: readonly BoardLink[],
  rects: ReadonlyMap<CardId, Rect>,
): LinkedCard | null {
  const from = rects.get(fromId);
  if (from === undefined) {
    return null;
  }
  const start = centreOf(from);
  const reachable = links.flatMap((link) => {
    const cardId = link.from === fromId ? link.to : link.to === fromId ? link.from : null;
    const rect = cardId === null ? undefined : rects.get(cardId);
    if (cardId === null || rect === undefined) {
      return [];
    }
    const { x, y } = centreOf(rect);
    const [dx, dy] = [x - start.x, y - start.y];
    const along = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    return along > 0 ? [{ cardId, link, isAside: aside > along, distance: along + aside }] : [];
  });
  const [best] = reachable.toSorted(
    (a, b) => Number(a.isAside) - Number(b.isAside) || a.distance - b.distance,
  );
  return best === undefined ? null : { cardId: best.cardId, link: best.link };
}
