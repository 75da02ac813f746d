import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Rect } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

import { alignmentOf } from "./align-cards.ts";
import type { Alignment } from "./align-cards.ts";
import type { BoardLink } from "./board-facts.ts";
import { linkedCardTowards } from "./linked-card.ts";

const rects = fc
  .array(
    fc.record({
      x: fc.integer({ min: -2_000, max: 2_000 }),
      y: fc.integer({ min: -2_000, max: 2_000 }),
      width: fc.integer({ min: 20, max: 400 }),
      height: fc.integer({ min: 20, max: 400 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) => new Map(list.map((rect, index) => [`card-${index}` as CardId, rect])));

function aligned(cards: ReadonlyMap<CardId, Rect>, alignment: Alignment): Rect[] {
  const shifts = alignmentOf(cards, alignment);
  return [...cards].map(([id, rect]) => {
    const { x, y } = shifts.get(id) ?? { x: 0, y: 0 };
    return { ...rect, x: rect.x + x, y: rect.y + y };
  });
}

describe("alignmentOf", () => {
  const edges: [Alignment, (rect: Rect) => number][] = [
    ["left", ({ x }) => x],
    ["centre", ({ x, width }) => x + width / 2],
    ["right", ({ x, width }) => x + width],
    ["top", ({ y }) => y],
    ["middle", ({ y, height }) => y + height / 2],
    ["bottom", ({ y, height }) => y + height],
  ];
  it.each(edges)("brings all cards to one line: %s", (alignment, edgeOf) => {
    fc.assert(
      fc.property(rects, (cards) => {
        const places = aligned(cards, alignment).map(edgeOf);
        // Places are whole pixels.
        expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("makes the gaps equal and keeps the outermost cards", () => {
    fc.assert(
      fc.property(rects, (cards) => {
        const before = [...cards.values()].toSorted((a, b) => a.x - b.x);
        const after = aligned(cards, "across").toSorted((a, b) => a.x - b.x);
        const gaps = after.slice(1).map(({ x }, index) => {
          const left = after[index];
          return x - ((left?.x ?? 0) + (left?.width ?? 0));
        });
        fc.pre(
          new Set(before.map(({ x }) => x)).size === before.length && gaps.every((gap) => gap > 1),
        );
        expect(after[0]?.x).toBe(before[0]?.x);
        expect(after.at(-1)?.x).toBe(before.at(-1)?.x);
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 300 },
    );
  });
});

describe("linkedCardTowards", () => {
  const places = new Map(
    Object.entries({
      claim: { x: 0, y: 0 },
      right: { x: 400, y: 20 },
      farRight: { x: 900, y: 0 },
      below: { x: 40, y: 500 },
      unlinked: { x: 210, y: 0 },
    }).map(([id, at]) => [id as CardId, { ...at, width: 200, height: 100 }]),
  );
  const links = ["right", "farRight", "below"].map(
    (id) =>
      ({ kind: "relation", id, from: "claim", to: id, type: "leads to" }) as unknown as BoardLink,
  );
  const towards = (from: string, x: number, y: number) =>
    linkedCardTowards(from as CardId, { x, y }, links, places)?.cardId ?? null;

  it("goes along the nearest line that way, in both senses of the arrow", () => {
    expect(towards("claim", 1, 0)).toBe("right");
    expect(towards("claim", 0, 1)).toBe("below");
    expect(towards("right", -1, 0)).toBe("claim");
    expect(towards("claim", -1, 0)).toBeNull();
    expect(towards("unlinked", 1, 0)).toBeNull();
  });
});
