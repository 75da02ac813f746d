import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { overlap } from "#contract/board-geometry";

import { findFreePlace } from "./free-place.ts";

const anyRect = fc.record({
  x: fc.integer({ min: -1_500, max: 1_500 }),
  y: fc.integer({ min: -1_500, max: 1_500 }),
  width: fc.integer({ min: 20, max: 600 }),
  height: fc.integer({ min: 20, max: 600 }),
});

describe("findFreePlace", () => {
  it("covers no other card and has the size asked for", () => {
    fc.assert(
      fc.property(fc.array(anyRect, { maxLength: 60 }), anyRect, (taken, wished) => {
        const place = findFreePlace(taken, wished, wished);
        expect([place.width, place.height]).toEqual([wished.width, wished.height]);
        expect(taken.some((other) => overlap(place, other))).toBe(false);
      }),
    );
  });

  it("takes the wished place when it is free", () => {
    expect(findFreePlace([], { width: 200, height: 100 }, { x: 0, y: 0 })).toEqual({
      x: -100,
      y: -50,
      width: 200,
      height: 100,
    });
  });

  it("goes below all cards when everything near is full", () => {
    const wall = { x: -5_000, y: -5_000, width: 10_000, height: 10_000 };
    expect(findFreePlace([wall], { width: 200, height: 100 }, { x: 0, y: 0 })).toEqual({
      x: -5_000,
      y: 5_040,
      width: 200,
      height: 100,
    });
  });
});
