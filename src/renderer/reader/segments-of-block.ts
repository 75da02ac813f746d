import type { TextSpan } from "#contract/article";
import type { HighlightId } from "#contract/ids";

import type { PlacedHighlight } from "./order-highlights.ts";

/** A stretch of a block over which the set of highlights stays the same. */
export type Segment = TextSpan & { readonly highlightIds: readonly HighlightId[] };

/**
 * Splits a block wherever a highlight begins or ends. The segments are in order, not empty, touch each
 * other and cover the block; each carries exactly the highlights that cover it, in the order given.
 * @param cuts further offsets at which to split, such as the end of the dateline
 */
export function segmentsOfBlock(
  block: TextSpan,
  highlights: readonly PlacedHighlight[],
  cuts: readonly number[] = [],
): Segment[] {
  const inside = highlights.filter(({ start, end }) => start < block.end && end > block.start);
  const boundaries = new Set([block.start, block.end]);
  for (const offset of [...inside.flatMap(({ start, end }) => [start, end]), ...cuts]) {
    if (offset > block.start && offset < block.end) {
      boundaries.add(offset);
    }
  }
  const sorted = [...boundaries].toSorted((a, b) => a - b);
  const segments: Segment[] = [];
  // Highlights that have begun and not ended; at most as many as overlap at one place.
  let open: { readonly highlight: PlacedHighlight; readonly rank: number }[] = [];
  const waiting = inside
    .map((highlight, rank) => ({ highlight, rank }))
    .toSorted((a, b) => a.highlight.start - b.highlight.start);
  let next = 0;
  for (const [index, start] of sorted.entries()) {
    const end = sorted[index + 1];
    if (end === undefined) {
      break;
    }
    open = open.filter(({ highlight }) => highlight.end > start);
    for (let entry = waiting[next]; entry !== undefined; entry = waiting[next]) {
      if (entry.highlight.start > start) {
        break;
      }
      open.push(entry);
      next += 1;
    }
    open.sort((a, b) => a.rank - b.rank);
    segments.push({ start, end, highlightIds: open.map(({ highlight }) => highlight.id) });
  }
  return segments;
}
