import type { TextSpan } from "#contract/article";
import type { HighlightId } from "#contract/ids";

import { inReadingOrder } from "./order-highlights.ts";
import type { PlacedHighlight } from "./order-highlights.ts";

/**
 * Gives every highlight a lane, from 0, so that two that overlap never share one. A highlight keeps its
 * lane over its whole length, and lanes are as few as the deepest overlap.
 */
export function lanesOfHighlights(
  highlights: readonly PlacedHighlight[],
): ReadonlyMap<HighlightId, number> {
  const lanes = new Map<HighlightId, number>();
  const endOfLane: number[] = [];
  for (const { id, start, end } of inReadingOrder(highlights)) {
    const free = endOfLane.findIndex((laneEnd) => laneEnd <= start);
    const lane = free === -1 ? endOfLane.length : free;
    endOfLane[lane] = end;
    lanes.set(id, lane);
  }
  return lanes;
}

/** The first lane that none of the highlights which overlap it has. */
export function freeLane(
  { start, end }: TextSpan,
  others: readonly (TextSpan & { readonly lane: number })[],
): number {
  const taken = new Set(
    others.filter((other) => other.start < end && other.end > start).map(({ lane }) => lane),
  );
  let lane = 0;
  while (taken.has(lane)) {
    lane += 1;
  }
  return lane;
}
