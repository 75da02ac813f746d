import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { HighlightId } from "#contract/ids";

import { inReadingOrder } from "./order-highlights.ts";
import { neighbourAfterRemoval, neighbourOf, nextOfStack } from "./walk-highlights.ts";

const idOf = (name: string) => name as HighlightId;
const outer = { id: idOf("outer"), start: 0, end: 30 };
const inner = { id: idOf("inner"), start: 10, end: 20 };
const later = { id: idOf("later"), start: 40, end: 50 };
const all = inReadingOrder([later, inner, outer]);

describe("neighbourOf", () => {
  it("reaches every highlight, also those inside others, and comes round", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 })), { minLength: 1 }),
        fc.constantFrom(1 as const, -1 as const),
        (spans, step) => {
          const highlights = inReadingOrder(
            spans.map(([start, length], index) => ({
              id: idOf(`h${index}`),
              start,
              end: start + length,
            })),
          );
          const seen = new Set<HighlightId>();
          let current: HighlightId | null = null;
          for (let count = 0; count < highlights.length; count += 1) {
            current = neighbourOf(highlights, current, step, 0)?.id ?? null;
            if (current !== null) {
              seen.add(current);
            }
          }
          expect(seen.size).toBe(highlights.length);
        },
      ),
    );
  });

  it("starts from the place where the reader is", () => {
    expect(neighbourOf(all, null, 1, 5)).toBe(inner);
    expect(neighbourOf(all, null, -1, 45)).toBe(later);
    expect(neighbourOf(all, null, 1, 60)).toBe(outer);
    expect(neighbourOf([], null, 1, 0)).toBeNull();
  });
});

describe("nextOfStack", () => {
  it("chooses the shortest first, then walks outwards and round", () => {
    expect(nextOfStack([outer, inner], null)).toBe("inner");
    expect(nextOfStack([outer, inner], idOf("inner"))).toBe("outer");
    expect(nextOfStack([outer, inner], idOf("outer"))).toBe("inner");
    expect(nextOfStack([], null)).toBeNull();
  });
});

describe("neighbourAfterRemoval", () => {
  it("is the highlight that followed, else the one before", () => {
    expect(neighbourAfterRemoval(all, idOf("outer"))).toBe(inner);
    expect(neighbourAfterRemoval(all, idOf("later"))).toBe(inner);
    expect(neighbourAfterRemoval([outer], idOf("outer"))).toBeNull();
  });
});
