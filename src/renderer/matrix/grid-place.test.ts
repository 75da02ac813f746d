import { expect, it } from "vitest";

import { placeAfterKey, rowsInSight } from "./grid-place.ts";

const grid = { rows: 100, columns: 5, pageRows: 10 };
const at = (row: number, column: number) => ({ row, column });

it("walks by cells, to the head of a row, and stays within the grid", () => {
  expect(placeAfterKey(at(0, 0), "ArrowRight", false, grid)).toEqual(at(0, 1));
  expect(placeAfterKey(at(0, 0), "ArrowLeft", false, grid)).toEqual(at(0, -1));
  expect(placeAfterKey(at(0, -1), "ArrowLeft", false, grid)).toEqual(at(0, -1));
  expect(placeAfterKey(at(99, 4), "ArrowDown", false, grid)).toEqual(at(99, 4));
  expect(placeAfterKey(at(5, 2), "a", false, grid)).toBeNull();
});

it("goes by pages, and to the ends of a row and of the grid", () => {
  expect(placeAfterKey(at(5, 2), "PageUp", false, grid)).toEqual(at(0, 2));
  expect(placeAfterKey(at(5, 2), "PageDown", false, grid)).toEqual(at(15, 2));
  expect(placeAfterKey(at(5, 2), "Home", false, grid)).toEqual(at(5, 0));
  expect(placeAfterKey(at(5, 2), "End", true, grid)).toEqual(at(99, 4));
});

it("keeps the rows on the screen few, however many there are", () => {
  expect(rowsInSight(0, 400, 40, 2_000)).toEqual({ from: 0, to: 16 });
  expect(rowsInSight(40_000, 400, 40, 2_000)).toEqual({ from: 994, to: 1_016 });
  expect(rowsInSight(0, 400, 40, 3)).toEqual({ from: 0, to: 3 });
});
