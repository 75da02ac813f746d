import { boundsOf } from "#contract/board-geometry";
import type { Point, Rect } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

/** A line that cards are brought to, or `across` and `down`: equal gaps between them. */
export type Alignment =
  | "left"
  | "centre"
  | "right"
  | "top"
  | "middle"
  | "bottom"
  | "across"
  | "down";

/**
 * How far each card moves so that all are aligned within the rectangle around them. Sizes stay.
 * Cards that need not move are left out.
 */
export function alignmentOf(
  rects: ReadonlyMap<CardId, Rect>,
  alignment: Alignment,
): Map<CardId, Point> {
  const bounds = boundsOf(rects.values());
  const shifts = new Map<CardId, Point>();
  if (bounds === null) {
    return shifts;
  }
  const places =
    alignment === "across" || alignment === "down"
      ? spread(rects, alignment === "across" ? ["x", "width"] : ["y", "height"])
      : new Map([...rects].map(([id, rect]) => [id, alignedIn(bounds, rect, alignment)]));
  for (const [id, { x, y }] of rects) {
    const to = places.get(id);
    const shift = { x: Math.round((to?.x ?? x) - x), y: Math.round((to?.y ?? y) - y) };
    if (shift.x !== 0 || shift.y !== 0) {
      shifts.set(id, shift);
    }
  }
  return shifts;
}

function alignedIn(
  bounds: Rect,
  { x, y, width, height }: Rect,
  alignment: Exclude<Alignment, "across" | "down">,
): Point {
  switch (alignment) {
    case "left":
      return { x: bounds.x, y };
    case "centre":
      return { x: bounds.x + (bounds.width - width) / 2, y };
    case "right":
      return { x: bounds.x + bounds.width - width, y };
    case "top":
      return { x, y: bounds.y };
    case "middle":
      return { x, y: bounds.y + (bounds.height - height) / 2 };
    case "bottom":
      return { x, y: bounds.y + bounds.height - height };
  }
}

/** The first and the last stay where they are; the gaps between all become equal, negative if they must. */
function spread(
  rects: ReadonlyMap<CardId, Rect>,
  [axis, extent]: ["x", "width"] | ["y", "height"],
): Map<CardId, Point> {
  const ordered = [...rects].toSorted(([, a], [, b]) => a[axis] - b[axis]);
  const [first, last] = [ordered[0]?.[1], ordered.at(-1)?.[1]];
  if (first === undefined || last === undefined) {
    return new Map();
  }
  const taken = ordered.reduce((sum, [, rect]) => sum + rect[extent], 0);
  const room = last[axis] + last[extent] - first[axis];
  const gap = (room - taken) / Math.max(1, ordered.length - 1);
  let at = first[axis];
  return new Map(
    ordered.map(([id, rect]) => {
      const place = { x: rect.x, y: rect.y, [axis]: at };
      at += rect[extent] + gap;
      return [id, place];
    }),
  );
}
