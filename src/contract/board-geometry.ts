import type { Card } from "./board.ts";
import type { CardId } from "./ids.ts";

/** Board pixels at zoom 1; x grows rightwards, y downwards. */
export type Point = { readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };
/** `x`, `y` is the top left corner. */
export type Rect = Point & Size;

export function centreOf(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

export function contains(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.x &&
    point.x <= rect.x + rect.width &&
    point.y >= rect.y &&
    point.y <= rect.y + rect.height
  );
}

/** Whether two rectangles share area or lie closer than `gapPx`. */
export function overlap(a: Rect, b: Rect, gapPx = 0): boolean {
  return (
    a.x < b.x + b.width + gapPx &&
    b.x < a.x + a.width + gapPx &&
    a.y < b.y + b.height + gapPx &&
    b.y < a.y + a.height + gapPx
  );
}

/** The smallest rectangle around all; null for none. */
export function boundsOf(rects: Iterable<Rect>): Rect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

type Placed = Rect & Pick<Card, "id" | "groupId">;

/** Where each card lies on the board itself: places in groups are stored relative to the group. */
export function absoluteRects(cards: readonly Placed[]): Map<CardId, Rect> {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const rects = new Map<CardId, Rect>();
  const rectOf = (card: Placed): Rect => {
    const known = rects.get(card.id);
    if (known !== undefined) {
      return known;
    }
    const own = { x: card.x, y: card.y, width: card.width, height: card.height };
    rects.set(card.id, own); // ends the walk if groups ever contained each other
    const group = card.groupId === null ? undefined : byId.get(card.groupId);
    const origin = group === undefined ? { x: 0, y: 0 } : rectOf(group);
    const rect = { ...own, x: own.x + origin.x, y: own.y + origin.y };
    rects.set(card.id, rect);
    return rect;
  };
  for (const card of cards) {
    rectOf(card);
  }
  return rects;
}
