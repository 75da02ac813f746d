import fc from "fast-check";
import { expect, it } from "vitest";

import type { HighlightId } from "#contract/ids";

import { drawnRows, highlightRow, idsBetween, pagesOf, rowsOf } from "./table-rows.ts";

const ids = (...names: string[]) => names as HighlightId[];
const rows = rowsOf({
  total: 3,
  groups: [
    { name: "A", highlightIds: ids("1", "2") },
    { name: "B", highlightIds: ids("2", "3") },
  ],
});

it("puts a head before each group, but none before the only one", () => {
  expect(rows.map((row) => (row.kind === "group" ? `${row.name} ${row.count}` : row.id))).toEqual([
    "A 2",
    "1",
    "2",
    "B 2",
    "2",
    "3",
  ]);
  expect(rowsOf({ total: 1, groups: [{ name: "", highlightIds: ids("1") }] })).toHaveLength(1);
});

it("steps over heads, and takes what lies between two rows", () => {
  expect([highlightRow(rows, 0, 1), highlightRow(rows, 3, -1), highlightRow(rows, 0, -1)]).toEqual([
    1,
    2,
    null,
  ]);
  expect(idsBetween(rows, 4, 2)).toEqual(["2", "2"]);
});

it("draws the rows on the screen and never many more, whatever the number of rows", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 10_000 }),
      fc.nat({ max: 2_000 }),
      fc.integer({ min: 16, max: 80 }),
      fc.nat({ max: 500_000 }),
      (count, heightPx, rowPx, wantedPx) => {
        const scrollTopPx = Math.min(wantedPx, Math.max(count * rowPx - heightPx, 0));
        const { from, to } = drawnRows({ scrollTopPx, heightPx, rowPx, count });
        expect(from * rowPx).toBeLessThanOrEqual(Math.max(scrollTopPx, 0));
        expect(to === count || to * rowPx >= scrollTopPx + heightPx).toBe(true);
        expect(to - from).toBeLessThanOrEqual(3 * (heightPx / rowPx + 3));
      },
    ),
  );
});

it("asks for whole pages, so that scrolling a little asks for nothing new", () => {
  const many = rowsOf({
    total: 250,
    groups: [
      { name: "", highlightIds: ids(...Array.from({ length: 250 }, (_, index) => `${index}`)) },
    ],
  });
  expect(pagesOf(many, { from: 90, to: 110 }).map((page) => page.length)).toEqual([100, 100]);
  expect(pagesOf(many, { from: 5, to: 40 })).toEqual(pagesOf(many, { from: 20, to: 60 }));
});
