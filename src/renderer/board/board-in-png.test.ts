import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { scaleOfPng } from "./board-in-png.ts";

describe("the scale of a board as PNG", () => {
  it("is twice the screen's for a board of usual size", () => {
    expect(scaleOfPng({ width: 1_600, height: 1_200 })).toBe(2);
  });

  it("is as large as a canvas can be, and never larger, for any board", () => {
    const side = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const scale = scaleOfPng({ width, height });
        expect(scale).toBeGreaterThan(0);
        expect(scale).toBeLessThanOrEqual(2);
        expect(Math.floor(Math.max(width, height) * scale)).toBeLessThanOrEqual(16_384);
        expect(width * scale * height * scale).toBeLessThanOrEqual(64_000_001);
      }),
    );
  });
});
