import type { TextSpan } from "#contract/article";
import type { HighlightId } from "#contract/ids";

import { difference, stepInOrder } from "../state/list-steps.ts";

/** What the desk needs to know of a highlight to place it. */
export type PlacedHighlight = TextSpan & { readonly id: HighlightId };

/** Reading order: by start; of two that start together the longer one goes first; ids break ties. */
export function compareHighlights(a: PlacedHighlight, b: PlacedHighlight): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : Number(a.id > b.id));
}

export function inReadingOrder<Item extends PlacedHighlight>(highlights: readonly Item[]): Item[] {
  return highlights.toSorted(compareHighlights);
}

/** More changes than this at once are sorted anew. */
const maxStep = 200;

/** The reading order of highlights that change a few at a time, which costs what changes and no sorting. */
export class ReadingOrder<Item extends PlacedHighlight> {
  #highlights: readonly Item[] = [];
  #inOrder: readonly Item[] = [];

  /** @param highlights one that did not change is the same object as before */
  update(highlights: readonly Item[]): readonly Item[] {
    const { removed, added } = difference(this.#highlights, highlights);
    const gone = new Set(removed);
    const isStep =
      removed.length + added.length <= maxStep &&
      this.#inOrder.length - removed.length + added.length === highlights.length;
    this.#highlights = highlights;
    this.#inOrder = isStep
      ? stepInOrder(this.#inOrder, (item) => gone.has(item), added, compareHighlights)
      : inReadingOrder(highlights);
    return this.#inOrder;
  }
}

/**
 * The highlights that touch each block, in the order given. One list per block, in the order of blocks.
 * @param blocks in order, without overlaps
 */
export function highlightsByBlock<Item extends PlacedHighlight>(
  blocks: readonly TextSpan[],
  highlights: readonly Item[],
): Item[][] {
  const lists: Item[][] = blocks.map(() => []);
  for (const highlight of highlights) {
    for (let index = firstBlockAfter(blocks, highlight.start); index < blocks.length; index += 1) {
      const block = blocks[index];
      if (block === undefined || block.start >= highlight.end) {
        break;
      }
      lists[index]?.push(highlight);
    }
  }
  return lists;
}

/** Index of the first block that ends after `offsetUtf16`; the number of blocks when none does. */
export function firstBlockAfter(blocks: readonly TextSpan[], offsetUtf16: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > offsetUtf16) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
