import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { BlockHeights } from "./block-heights.ts";
import type { SizedBlock } from "./block-heights.ts";
import { isShownWhole, partsOfWindow, rangeAround, rangeAroundBlock } from "./text-window.ts";

const guess = { linePx: 20, lineUtf16: 50 };

function blocksOf(lengths: readonly number[]): SizedBlock[] {
  let at = 0;
  return lengths.map((length) => {
    const start = at;
    at += length + 1;
    return { start, end: start + length, kind: "paragraph" };
  });
}

const heightsOf = (lengths: readonly number[]) => new BlockHeights(blocksOf(lengths), guess);
const someLengths = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 60 });

describe("BlockHeights", () => {
  it("finds the block at each distance, whatever was measured in what order", () => {
    const measures = fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 900 })));
    fc.assert(
      fc.property(someLengths, measures, fc.nat(100_000), (lengths, measured, px) => {
        const heights = heightsOf(lengths);
        for (const [index, height] of measured) {
          heights.measure(new Map([[index, height]]));
        }
        const at = heights.indexAt(px);
        expect(heights.topPx(at)).toBeLessThanOrEqual(px);
        const next = heights.topPx(at + 1);
        expect(at === lengths.length - 1 || next > px).toBe(true);
        expect(heights.totalPx).toBeGreaterThanOrEqual(next);
      }),
    );
  });

  it("keeps what was measured and lets the first measurement correct the guesses", () => {
    const heights = heightsOf([50, 500, 500]);
    const guessed = heights.topPx(3) - heights.topPx(2);
    const first = heights.topPx(1);
    heights.measure(new Map([[0, first * 2]]));
    expect(heights.topPx(1)).toBe(first * 2);
    expect(heights.topPx(3) - heights.topPx(2)).toBeCloseTo(guessed * 2);
    heights.measure(new Map([[1, 7]]));
    expect(heights.topPx(2) - heights.topPx(1)).toBe(7);
    expect(heights.topPx(3) - heights.topPx(2)).toBeCloseTo(guessed * 2);
  });
});

describe("partsOfWindow", () => {
  it("divides every article into parts that are in order, touch, and are as high as the whole", () => {
    const pins = fc.array(fc.nat(70), { maxLength: 4 });
    fc.assert(
      fc.property(someLengths, fc.nat(90_000), pins, (lengths, topPx, pinned) => {
        const heights = heightsOf(lengths);
        const range = rangeAround(heights, topPx, 600);
        const parts = partsOfWindow(heights, range, pinned);
        expect(parts[0]?.from).toBe(0);
        expect(parts.at(-1)?.to).toBe(lengths.length);
        for (const [order, part] of parts.entries()) {
          expect(part.from).toBeLessThan(part.to);
          const next = parts[order + 1];
          expect(next === undefined || (next.from === part.to && next.kind !== part.kind)).toBe(
            true,
          );
        }
        const isShown = (index: number) =>
          parts.some(({ kind, from, to }) => kind === "blocks" && from <= index && index < to);
        for (const index of pinned.filter((each) => each < lengths.length)) {
          expect(isShown(index)).toBe(true);
        }
        expect(isShown(heights.indexAt(topPx))).toBe(true);
      }),
    );
  });

  it("shows what the screen shows, however long the article is", () => {
    const counts = [100, 1_000, 10_000].map((count) => {
      const heights = heightsOf(Array.from({ length: count }, () => 500));
      const { from, to } = rangeAround(heights, heights.totalPx / 2, 800);
      return to - from;
    });
    expect(new Set(counts).size).toBe(1);
  });

  it("has a wanted block, with what may stand before and after it on the screen", () => {
    fc.assert(
      fc.property(someLengths, fc.nat(59), (lengths, wanted) => {
        const index = Math.min(wanted, lengths.length - 1);
        const heights = heightsOf(lengths);
        const { from, to } = rangeAroundBlock(heights, index, 600);
        expect(from <= index && index < to).toBe(true);
        expect(heights.topPx(from)).toBeLessThanOrEqual(Math.max(heights.topPx(index) - 600, 0));
        expect(heights.topPx(to)).toBeGreaterThanOrEqual(
          Math.min(heights.topPx(index) + 600, heights.totalPx),
        );
      }),
    );
  });
});

it("shows short articles whole and long or densely marked ones in part", () => {
  const short = { blocks: 60, textUtf16: 9_000, highlights: 40 };
  expect(isShownWhole(short)).toBe(true);
  expect(isShownWhole({ ...short, blocks: 1_000 })).toBe(false);
  expect(isShownWhole({ ...short, textUtf16: 600_000 })).toBe(false);
  expect(isShownWhole({ ...short, highlights: 5_000 })).toBe(false);
});
