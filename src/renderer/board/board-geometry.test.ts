import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { pathOfLink } from "#contract/link-path";

import { minCardSize, sizeOfNewCard } from "./card-size.ts";
import { firstViewport } from "./first-viewport.ts";
import { fitPanel } from "./fit-panel.ts";
import { shiftIntoView } from "./shift-into-view.ts";

const anyRect = fc.record({
  x: fc.integer({ min: -3_000, max: 3_000 }),
  y: fc.integer({ min: -3_000, max: 3_000 }),
  width: fc.integer({ min: 20, max: 600 }),
  height: fc.integer({ min: 20, max: 600 }),
});
const anyCanvas = fc.record({
  width: fc.integer({ min: 200, max: 2_000 }),
  height: fc.integer({ min: 120, max: 1_200 }),
});

describe("firstViewport", () => {
  it("shows a small board whole and never larger than life", () => {
    const viewport = firstViewport(
      { x: 100, y: 100, width: 200, height: 100 },
      { width: 1_000, height: 500 },
    );
    expect(viewport).toEqual({ zoom: 1, x: 300, y: 100 });
  });

  it("shows the beginning of a board that is too large to be read whole", () => {
    const viewport = firstViewport(
      { x: -1_000, y: 0, width: 9_000, height: 6_000 },
      { width: 1_000, height: 500 },
    );
    expect(viewport).toEqual({ zoom: 0.65, x: 24 + 650, y: 24 });
  });
});

describe("shiftIntoView", () => {
  it("shows the whole of a card that has room, without changing the zoom", () => {
    fc.assert(
      fc.property(anyRect, anyCanvas, fc.integer({ min: -900, max: 900 }), (rect, canvas, x) => {
        const shifted = shiftIntoView({ x, y: x, zoom: 0.5 }, rect, canvas);
        expect(shifted.zoom).toBe(0.5);
        const left = rect.x * 0.5 + shifted.x;
        const top = rect.y * 0.5 + shifted.y;
        if (rect.width * 0.5 <= canvas.width - 32 && rect.height * 0.5 <= canvas.height - 32) {
          expect(left).toBeGreaterThanOrEqual(16);
          expect(top).toBeGreaterThanOrEqual(16);
          expect(left + rect.width * 0.5).toBeLessThanOrEqual(canvas.width - 16);
          expect(top + rect.height * 0.5).toBeLessThanOrEqual(canvas.height - 16);
        }
      }),
    );
  });

  it("does not move what shows already", () => {
    const viewport = { x: 0, y: 0, zoom: 1 };
    const rect = { x: 50, y: 50, width: 100, height: 100 };
    expect(shiftIntoView(viewport, rect, { width: 500, height: 500 })).toBe(viewport);
  });
});

describe("fitPanel", () => {
  it("keeps a panel that has room inside the canvas, wherever its anchor is", () => {
    fc.assert(
      fc.property(anyRect, anyCanvas, (anchor, canvas) => {
        const panel = { width: 180, height: 100 };
        const { x, y } = fitPanel(anchor, panel, canvas);
        expect(x).toBeGreaterThanOrEqual(8);
        expect(y).toBeGreaterThanOrEqual(8);
        expect(x + panel.width).toBeLessThanOrEqual(canvas.width - 8);
        expect(y + panel.height).toBeLessThanOrEqual(canvas.height - 8);
      }),
    );
  });

  it("goes below its anchor, or above where there is no room below", () => {
    const canvas = { width: 800, height: 400 };
    const panel = { width: 200, height: 100 };
    const anchor = { x: 100, y: 100, width: 50, height: 50 };
    expect(fitPanel(anchor, panel, canvas)).toEqual({ x: 100, y: 158 });
    expect(fitPanel({ ...anchor, y: 320 }, panel, canvas)).toEqual({ x: 100, y: 212 });
  });
});

describe("pathOfLink", () => {
  const from = { x: 0, y: 0, width: 100, height: 50 };

  it("joins the facing sides, and ends in an arrow at the other card", () => {
    const path = pathOfLink(from, { x: 300, y: 0, width: 100, height: 50 });
    expect(path.line).toMatch(/^M100,25 C/u);
    expect(path.head).toMatch(/^M300,25 /u);
    expect(path.label.y).toBe(25);
  });

  it("joins cards above each other at top and bottom", () => {
    const path = pathOfLink(from, { x: 10, y: 200, width: 100, height: 50 });
    expect(path.line).toMatch(/^M50,50 C/u);
    expect(path.head).toMatch(/^M60,200 /u);
  });

  it("goes over the tops of claims that stand far apart in one row", () => {
    const path = pathOfLink(from, { x: 900, y: 0, width: 100, height: 50 }, { mayArc: true });
    expect(path.line).toMatch(/^M50,0 C/u);
    expect(path.label.y).toBeLessThan(0);
  });

  it("has only finite numbers, whatever the cards", () => {
    fc.assert(
      fc.property(anyRect, anyRect, fc.boolean(), (a, b, mayArc) => {
        const { line, head, label } = pathOfLink(a, b, { mayArc, lanePx: 12, labelAt: 0.38 });
        expect(`${line} ${head} ${label.x} ${label.y}`).not.toMatch(/NaN|Infinity/u);
      }),
    );
  });
});

describe("sizeOfNewCard", () => {
  it("grows with the text up to a bound, and is never too small to grab", () => {
    for (const kind of ["claim", "quote", "article", "note", "group"] as const) {
      const heights = [0, 50, 200, 10_000, 1_000_000].map(
        (length) => sizeOfNewCard(kind, length).height,
      );
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
      expect(heights.at(-1)).toBe(heights.at(-2));
      expect(heights[0]).toBeGreaterThanOrEqual(minCardSize.height);
    }
  });
});
