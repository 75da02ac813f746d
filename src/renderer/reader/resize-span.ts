import type { Block, TextSpan } from "#contract/article";

import { firstBlockAfter } from "./order-highlights.ts";
import { stepWord } from "./step-words.ts";

export type Resize = {
  readonly edge: "start" | "end";
  /** 1 onwards in the text, −1 back. */
  readonly step: 1 | -1;
};

/** The span with one edge moved by a word; null when nothing is further, or nothing would be left of it. */
export function resizeSpanByWord(
  text: string,
  { start, end }: TextSpan,
  { edge, step }: Resize,
): TextSpan | null {
  const to = stepWord(text, edge === "start" ? start : end, step, edge);
  const moved = to === null ? null : edge === "start" ? { start: to, end } : { start, end: to };
  return moved === null || moved.start >= moved.end ? null : moved;
}

/**
 * The span extended downwards (`step` 1) or upwards (−1) to the end of a block; what was extended the other
 * way before is first taken back. Null when nothing is further.
 * @param anchor what was chosen before it was extended by blocks; inside `span`
 */
export function resizeSpanByBlock(
  blocks: readonly Block[],
  { start, end }: TextSpan,
  anchor: TextSpan,
  step: 1 | -1,
): TextSpan | null {
  if (step === 1) {
    if (start < anchor.start) {
      const next = stepBlock(blocks, start, 1, "start") ?? anchor.start;
      return { start: Math.min(next, anchor.start), end };
    }
    const next = stepBlock(blocks, end, 1, "end");
    return next === null ? null : { start, end: next };
  }
  if (end > anchor.end) {
    const next = stepBlock(blocks, end, -1, "end") ?? anchor.end;
    return { start, end: Math.max(next, anchor.end) };
  }
  const next = stepBlock(blocks, start, -1, "start");
  return next === null ? null : { start: next, end };
}

/** Ends of what can be read in blocks: list marks and furniture of the page are left out. */
function stepBlock(
  blocks: readonly Block[],
  offset: number,
  step: 1 | -1,
  edge: "start" | "end",
): number | null {
  const places = blocks
    .filter(({ boilerplate }) => !boilerplate)
    .flatMap(({ sentences }) => {
      const place = edge === "start" ? sentences[0]?.start : sentences.at(-1)?.end;
      return place ?? [];
    });
  return (
    (step === 1
      ? places.find((place) => place > offset)
      : places.findLast((place) => place < offset)) ?? null
  );
}

/** The heading after or before an offset; null when there is none. */
export function stepHeading(
  blocks: readonly Block[],
  offset: number,
  step: 1 | -1,
): TextSpan | null {
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const heading =
    step === 1
      ? headings.find(({ start }) => start > offset)
      : headings.findLast(({ end }) => end <= offset);
  return heading === undefined ? null : { start: heading.start, end: heading.end };
}

/** The block that holds an offset, or the next one. */
export function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks[firstBlockAfter(blocks, offset)];
}
