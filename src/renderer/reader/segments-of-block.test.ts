import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { HighlightId } from "#contract/ids";

import { lanesOfHighlights } from "./lanes-of-highlights.ts";
import { compareHighlights, highlightsByBlock, inReadingOrder } from "./order-highlights.ts";
import type { PlacedHighlight } from "./order-highlights.ts";
import { segmentsOfBlock } from "./segments-of-block.ts";

/** Any text is only as long as its offsets say, so a few dozen places make every kind of overlap. */
const length = 60;
const span = fc
  .tuple(fc.nat(length), fc.nat(length))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const highlights = fc
  .array(span, { maxLength: 12 })
  .map((spans) => spans.map((each, index) => ({ ...each, id: `h${index}` as HighlightId })));
const blocks = fc.uniqueArray(fc.nat(length), { minLength: 2, maxLength: 9 }).map((offsets) => {
  const sorted = offsets.toSorted((a, b) => a - b);
  return sorted.slice(1).flatMap((end, index) => {
    const start = sorted[index] ?? 0;
    // Blocks do not touch: a line end lies between them.
    return end - start > 1 ? [{ start, end: end - 1 }] : [];
  });
});

function covering(all: readonly PlacedHighlight[], offset: number): HighlightId[] {
  return all.filter(({ start, end }) => start <= offset && offset < end).map(({ id }) => id);
}

describe("segmentsOfBlock", () => {
  it("gives every character exactly the highlights that cover it, in the order given", () => {
    fc.assert(
      fc.property(span, highlights, fc.array(fc.nat(length)), (block, all, cuts) => {
        const segments = segmentsOfBlock(block, all, cuts);
        for (const segment of segments) {
          for (let offset = segment.start; offset < segment.end; offset += 1) {
            expect(segment.highlightIds).toEqual(covering(all, offset));
          }
        }
      }),
    );
  });

  it("covers the block without gap or overlap and has no empty segment", () => {
    fc.assert(
      fc.property(span, highlights, fc.array(fc.nat(length)), (block, all, cuts) => {
        const segments = segmentsOfBlock(block, all, cuts);
        let at = block.start;
        for (const segment of segments) {
          expect(segment.start).toBe(at);
          expect(segment.end).toBeGreaterThan(segment.start);
          at = segment.end;
        }
        expect(at).toBe(block.end);
        for (const cut of cuts.filter((each) => each > block.start && each < block.end)) {
          expect(segments.map(({ start }) => start)).toContain(cut);
        }
      }),
    );
  });

  it("does not split where nothing changes", () => {
    fc.assert(
      fc.property(span, highlights, (block, all) => {
        const segments = segmentsOfBlock(block, all);
        const edges = new Set(all.flatMap(({ start, end }) => [start, end]));
        for (const { start } of segments.slice(1)) {
          expect(edges).toContain(start);
        }
      }),
    );
  });

  it("splits two overlapping passages into three", () => {
    const a = { id: "a" as HighlightId, start: 2, end: 6 };
    const b = { id: "b" as HighlightId, start: 4, end: 9 };
    expect(segmentsOfBlock({ start: 0, end: 10 }, [a, b])).toEqual([
      { start: 0, end: 2, highlightIds: [] },
      { start: 2, end: 4, highlightIds: ["a"] },
      { start: 4, end: 6, highlightIds: ["a", "b"] },
      { start: 6, end: 9, highlightIds: ["b"] },
      { start: 9, end: 10, highlightIds: [] },
    ]);
  });
});

describe("highlightsByBlock", () => {
  it("lists a highlight for exactly the blocks that it touches", () => {
    fc.assert(
      fc.property(blocks, highlights, (each, all) => {
        const expected = each.map((block) =>
          all.filter(({ start, end }) => start < block.end && end > block.start),
        );
        expect(highlightsByBlock(each, all)).toEqual(expected);
      }),
    );
  });
});

describe("lanesOfHighlights", () => {
  it("never gives one lane to two highlights that overlap, and takes no more lanes than needed", () => {
    fc.assert(
      fc.property(highlights, (all) => {
        const lanes = lanesOfHighlights(all);
        expect(lanes.size).toBe(all.length);
        let deepest = 0;
        for (let offset = 0; offset < length; offset += 1) {
          const here = covering(all, offset).map((id) => lanes.get(id));
          expect(new Set(here).size).toBe(here.length);
          deepest = Math.max(deepest, here.length);
        }
        expect(Math.max(-1, ...lanes.values())).toBe(deepest - 1);
      }),
    );
  });
});

describe("inReadingOrder", () => {
  it("is the same whatever order the highlights came in", () => {
    fc.assert(
      fc.property(highlights, (all) => {
        const ordered = inReadingOrder(all);
        expect(inReadingOrder(all.toReversed())).toEqual(ordered);
        for (const [index, highlight] of ordered.slice(1).entries()) {
          const before = ordered[index];
          expect(before === undefined ? 0 : compareHighlights(before, highlight)).toBeLessThan(0);
        }
      }),
    );
  });
});
