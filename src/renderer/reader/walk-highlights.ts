import type { HighlightId } from "#contract/ids";

import type { PlacedHighlight } from "./order-highlights.ts";

/**
 * The highlight after (`step` 1) or before (−1) the current one, going round at the ends. Without a
 * current one: the nearest that starts at or after (before) the place where the reader is.
 * @param highlights in reading order
 */
export function neighbourOf<Item extends PlacedHighlight>(
  highlights: readonly Item[],
  currentId: HighlightId | null,
  step: 1 | -1,
  placeUtf16: number,
): Item | null {
  const current = highlights.findIndex(({ id }) => id === currentId);
  if (current !== -1) {
    return highlights[(current + step + highlights.length) % highlights.length] ?? null;
  }
  return (
    (step === 1
      ? (highlights.find(({ start }) => start >= placeUtf16) ?? highlights[0])
      : (highlights.findLast(({ start }) => start < placeUtf16) ?? highlights.at(-1))) ?? null
  );
}

/** Highlights that lie on one another, in the order in which they are walked: the shortest first. */
export function stackOf<Item extends PlacedHighlight>(highlights: readonly Item[]): Item[] {
  return highlights.toSorted((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start);
}

/** Which highlight a click on a stack chooses: the shortest first, then on each click the next longer. */
export function nextOfStack(
  stack: readonly PlacedHighlight[],
  currentId: HighlightId | null,
): HighlightId | null {
  const byLength = stackOf(stack);
  const current = byLength.findIndex(({ id }) => id === currentId);
  return byLength[(current + 1) % byLength.length]?.id ?? null;
}

/** What is selected after a highlight was removed: the one that followed it, else the one before. */
export function neighbourAfterRemoval<Item extends PlacedHighlight>(
  highlights: readonly Item[],
  removedId: HighlightId,
): Item | null {
  const index = highlights.findIndex(({ id }) => id === removedId);
  return index === -1 ? null : (highlights[index + 1] ?? highlights[index - 1] ?? null);
}
