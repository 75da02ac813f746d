import { boundsOf, overlap } from "#contract/board-geometry";
import type { Point, Rect, Size } from "#contract/board-geometry";

const gapPx = 40; // room for a line with its word
const stepPx = 40;
/** Rings that are searched around the wished place: 1600 pixels each way, more than a screen. */
const maxRings = 40;

/**
 * The place for a new card that lies nearest to `near` (its centre) without covering any of `taken`.
 * Where everything near is full it goes below all the others.
 */
export function findFreePlace(taken: readonly Rect[], size: Size, near: Point): Rect {
  const wished = {
    x: Math.round(near.x - size.width / 2),
    y: Math.round(near.y - size.height / 2),
    ...size,
  };
  for (let ring = 0; ring <= maxRings; ring += 1) {
    for (const { x, y } of ringOf(ring)) {
      const rect = { ...wished, x: wished.x + x * stepPx, y: wished.y + y * stepPx };
      if (!taken.some((other) => overlap(rect, other, gapPx))) {
        return rect;
      }
    }
  }
  const bounds = boundsOf(taken);
  return bounds === null
    ? wished
    : { ...size, x: Math.round(bounds.x), y: Math.round(bounds.y + bounds.height + stepPx) };
}

/** The grid points whose larger distance from the centre is `ring`, nearest ones first. */
function ringOf(ring: number): Point[] {
  const points: Point[] = [];
  for (let along = -ring; along <= ring; along += 1) {
    points.push({ x: along, y: -ring }, { x: along, y: ring });
    if (Math.abs(along) !== ring) {
      points.push({ x: -ring, y: along }, { x: ring, y: along });
    }
  }
  return points.toSorted((a, b) => a.x ** 2 + a.y ** 2 - (b.x ** 2 + b.y ** 2));
}
