import type { TextSpan } from "#contract/article";

import { blockEnd, blockSelector, blockStart } from "./span-of-selection.ts";

/**
 * The ranges of the page that show a span: one for each block it touches, so that what lies between
 * blocks is left out. Blocks that are not in the page give none.
 */
export function rangesOfSpan(region: HTMLElement, span: TextSpan): Range[] {
  const ranges: Range[] = [];
  for (const block of region.querySelectorAll<HTMLElement>(blockSelector)) {
    const start = Math.max(span.start, blockStart(block));
    const end = Math.min(span.end, blockEnd(block));
    if (start < end) {
      const range = document.createRange();
      const from = pointAt(block, start - blockStart(block), "start");
      const to = pointAt(block, end - blockStart(block), "end");
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      ranges.push(range);
    }
  }
  return ranges;
}

/**
 * @param offset UTF-16 code units from the start of the block
 * @param edge where two text nodes meet, a start is in the second and an end in the first
 */
function pointAt(
  block: HTMLElement,
  offset: number,
  edge: "start" | "end",
): { readonly node: Node; readonly offset: number } {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length || (left === length && edge === "end")) {
      return { node, offset: left };
    }
    left -= length;
  }
  return { node: block, offset: block.childNodes.length };
}

/** Scrolls the region, and nothing else, so that the span is seen well; nothing moves when it is. */
export function revealSpan(region: HTMLElement, span: TextSpan, place: "nearest" | "upper"): void {
  const ranges = rangesOfSpan(region, span);
  const first = ranges[0]?.getBoundingClientRect();
  const last = ranges.at(-1)?.getBoundingClientRect();
  if (first === undefined || last === undefined) {
    return;
  }
  const view = region.getBoundingClientRect();
  const marginPx = Math.min(64, view.height / 5);
  const isSeen = first.top >= view.top + marginPx && last.bottom <= view.bottom - marginPx;
  if (place === "nearest" && isSeen) {
    return;
  }
  const isBelow = last.bottom > view.bottom - marginPx;
  const fits = last.bottom - first.top < view.height - 2 * marginPx;
  const topPx =
    place === "upper"
      ? first.top - view.height / 4
      : isBelow && fits
        ? last.bottom - view.height + marginPx
        : first.top - marginPx;
  region.scrollTop += topPx - view.top;
}

/** Index of the first span, of those in order, that does not begin above the visible part of the region. */
export function firstVisible(region: HTMLElement, spans: readonly TextSpan[]): number {
  const { top } = region.getBoundingClientRect();
  const block = [...region.querySelectorAll<HTMLElement>(blockSelector)].find(
    (each) => each.getBoundingClientRect().bottom > top,
  );
  const from = block === undefined ? 0 : blockStart(block);
  const index = spans.findIndex(
    (span) =>
      span.start >= from &&
      (rangesOfSpan(region, span)[0]?.getBoundingClientRect().top ?? top) >= top,
  );
  return index === -1 ? 0 : index;
}
