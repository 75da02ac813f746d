import type { Block, TextSpan } from "#contract/article";

import { firstBlockAfter } from "./order-highlights.ts";
import { stepWord } from "./step-words.ts";

export type Resize = {
  readonly edge: "start" | "end";
  /** 1 onwards in the text, −1 back. */
  readonly step: 1 | -1;
  readonly by: "word" | "block";
};

/** The span with one edge moved; null when there is nothing further, or nothing would be left of it. */
export function resizeSpan(
  text: string,
  blocks: readonly Block[],
  { start, end }: TextSpan,
  { edge, step, by }: Resize,
): TextSpan | null {
  const from = edge === "start" ? start : end;
  const to = by === "word" ? stepWord(text, from, step, edge) : stepBlock(blocks, from, step, edge);
  const moved = to === null ? null : edge === "start" ? { start: to, end } : { start, end: to };
  return moved === null || moved.start >= moved.end ? null : moved;
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
