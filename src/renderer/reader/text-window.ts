import type { BlockHeights } from "./block-heights.ts";

/** Neighbouring blocks, by index. Half-open. */
export type BlockRange = { readonly from: number; readonly to: number };

/** What is in the page: blocks, and empty room as high as the blocks that are left out. */
export type WindowPart =
  | ({ readonly kind: "blocks" } & BlockRange)
  | ({ readonly kind: "gap"; readonly heightPx: number } & BlockRange);

/** More than this at once is not worth the wait of opening and repainting an article whole. */
const maxWhole = { blocks: 150, textUtf16: 60_000, highlights: 300 };

/** Whether an article is shown whole, which leaves the browser's own find, printing and reading as they are. */
export function isShownWhole(size: {
  readonly blocks: number;
  readonly textUtf16: number;
  readonly highlights: number;
}): boolean {
  return (
    size.blocks < maxWhole.blocks &&
    size.textUtf16 < maxWhole.textUtf16 &&
    size.highlights < maxWhole.highlights
  );
}

/**
 * The blocks to keep in the page: those on the screen, and as much again as `overscan` views before and
 * after it.
 * @param topPx of the visible part, from the first block's top
 */
export function rangeAround(
  heights: BlockHeights,
  topPx: number,
  viewPx: number,
  overscan = 1,
): BlockRange {
  const marginPx = viewPx * overscan;
  return {
    from: heights.indexAt(topPx - marginPx),
    to: Math.min(heights.indexAt(topPx + viewPx + marginPx) + 1, heights.count),
  };
}

/** As `rangeAround`, about a block that is wanted on the screen, wherever it lies on it. */
export function rangeAroundBlock(
  heights: BlockHeights,
  index: number,
  viewPx: number,
  overscan = 1,
): BlockRange {
  const { from } = rangeAround(heights, heights.topPx(index) - viewPx, viewPx, overscan);
  const { to } = rangeAround(heights, heights.topPx(index), viewPx, overscan);
  return { from: Math.min(from, index), to: Math.max(to, index + 1) };
}

/**
 * Divides an article into what is in the page and what is left out, in order and without overlaps; the
 * parts together are the whole article.
 * @param pinned indexes of further blocks that stay in the page, such as those where a selection ends
 */
export function partsOfWindow(
  heights: BlockHeights,
  range: BlockRange,
  pinned: readonly number[],
): WindowPart[] {
  const kept = [range, ...pinned.map((index) => ({ from: index, to: index + 1 }))]
    .filter(({ from, to }) => from < to && from >= 0 && to <= heights.count)
    .toSorted((a, b) => a.from - b.from);
  const parts: WindowPart[] = [];
  let at = 0;
  const leaveOut = (to: number) => {
    if (to > at) {
      const heightPx = heights.topPx(to) - heights.topPx(at);
      parts.push({ kind: "gap", from: at, to, heightPx });
    }
  };
  for (const { from, to } of kept) {
    const last = parts.at(-1);
    if (last?.kind === "blocks" && from <= at) {
      at = Math.max(at, to);
      parts[parts.length - 1] = { ...last, to: at };
    } else {
      leaveOut(from);
      parts.push({ kind: "blocks", from, to });
      at = to;
    }
  }
  leaveOut(heights.count);
  return parts;
}
