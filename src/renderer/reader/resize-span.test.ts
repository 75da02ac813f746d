import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Block } from "#contract/article";

import { resizeSpanByBlock, resizeSpanByWord } from "./resize-span.ts";

/** Five blocks of 10, with two sentences each: [0, 4) and [5, 9) in the first, and so on. */
const blocks = Array.from({ length: 5 }, (_, index): Block => {
  const start = index * 10;
  return {
    start,
    end: start + 9,
    kind: "paragraph",
    level: 0,
    boilerplate: index === 3,
    datelineEnd: null,
    sentences: [
      { start, end: start + 4 },
      { start: start + 5, end: start + 9 },
    ],
  };
});
const anchor = { start: 15, end: 19 };

describe("a span that is resized by blocks", () => {
  it("goes on to the ends of blocks, and leaves furniture of the page out", () => {
    const one = resizeSpanByBlock(blocks, anchor, anchor, 1);
    expect(one).toEqual({ start: 15, end: 29 });
    const two = resizeSpanByBlock(blocks, one ?? anchor, anchor, 1);
    expect(two).toEqual({ start: 15, end: 49 });
    expect(resizeSpanByBlock(blocks, two ?? anchor, anchor, 1)).toBeNull();
  });

  it("takes back what was added before it goes the other way", () => {
    const grown = { start: 15, end: 49 };
    const back = resizeSpanByBlock(blocks, grown, anchor, -1);
    expect(back).toEqual({ start: 15, end: 29 });
    const first = resizeSpanByBlock(blocks, back ?? anchor, anchor, -1);
    expect(first).toEqual(anchor);
    expect(resizeSpanByBlock(blocks, first ?? anchor, anchor, -1)).toEqual({ start: 10, end: 19 });
  });

  it("always holds what was chosen first, and steps back to it", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(44), fc.integer({ min: 1, max: 5 })),
        fc.constantFrom(1 as const, -1 as const),
        fc.integer({ min: 1, max: 4 }),
        ([start, length], step, count) => {
          const chosen = { start, end: start + length };
          let span = chosen;
          let taken = 0;
          for (; taken < count; taken += 1) {
            const next = resizeSpanByBlock(blocks, span, chosen, step);
            if (next === null) {
              break;
            }
            span = next;
            expect(span.start).toBeLessThanOrEqual(chosen.start);
            expect(span.end).toBeGreaterThanOrEqual(chosen.end);
          }
          for (; taken > 0; taken -= 1) {
            span = resizeSpanByBlock(blocks, span, chosen, step === 1 ? -1 : 1) ?? span;
          }
          expect(span).toEqual(chosen);
        },
      ),
    );
  });
});

it("never lets a span that is resized by words become empty", () => {
  const text = "one two";
  const span = { start: 0, end: 3 };
  expect(resizeSpanByWord(text, span, { edge: "end", step: 1 })).toEqual({ start: 0, end: 7 });
  expect(resizeSpanByWord(text, span, { edge: "end", step: -1 })).toBeNull();
  expect(resizeSpanByWord(text, span, { edge: "start", step: 1 })).toBeNull();
  expect(resizeSpanByWord(text, span, { edge: "start", step: -1 })).toBeNull();
});
