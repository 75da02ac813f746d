import { z } from "zod";

import { blockEnd, blockSelector, blockStart } from "./span-of-selection.ts";

/** Where an article is read, however wide its lines are: what stands at the upper edge of the pane. */
export const ReadingPlace = z.object({
  /** Start of the block, in UTF-16 code units of the canonical text. */
  start: z.int().min(0),
  /** How much of the block's height is above the edge, from 0 to 1. */
  shareAbove: z.number().min(0).max(1),
});
export type ReadingPlace = z.infer<typeof ReadingPlace>;

/** Null at the very beginning, and where nothing is shown. */
export function placeIn(region: HTMLElement): ReadingPlace | null {
  if (region.scrollTop <= 0) {
    return null;
  }
  const { top } = region.getBoundingClientRect();
  for (const block of region.querySelectorAll<HTMLElement>(blockSelector)) {
    const box = block.getBoundingClientRect();
    if (box.bottom > top && box.height > 0) {
      const shareAbove = Math.min(Math.max((top - box.top) / box.height, 0), 1);
      return { start: blockStart(block), shareAbove };
    }
  }
  return null;
}

/** Scrolls to a place whose block is in the page; elsewhere nothing moves. */
export function goToPlace(region: HTMLElement, { start, shareAbove }: ReadingPlace): void {
  const block = [...region.querySelectorAll<HTMLElement>(blockSelector)].find(
    (each) => blockEnd(each) > start,
  );
  if (block !== undefined) {
    const box = block.getBoundingClientRect();
    region.scrollTop += box.top + shareAbove * box.height - region.getBoundingClientRect().top;
  }
}
