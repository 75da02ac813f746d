import { describe, expect, it } from "vitest";

import type { Block } from "#contract/article";

import { HitsByBlock, noHits } from "./hits-by-block.ts";

function block(start: number, end: number): Block {
  return {
    start,
    end,
    kind: "paragraph",
    level: 0,
    boilerplate: false,
    datelineEnd: null,
    sentences: [],
  };
}

describe("HitsByBlock", () => {
  it("gives each block its hits, counted from its own start", () => {
    const blocks = [block(0, 10), block(11, 20), block(21, 30)];
    const hits = [
      { start: 2, end: 4 },
      { start: 21, end: 24 },
      { start: 27, end: 30 },
    ];
    const byBlock = new HitsByBlock(blocks, hits);
    expect(byBlock.of(0)).toEqual([{ start: 2, length: 2 }]);
    expect(byBlock.of(1)).toBe(noHits);
    expect(byBlock.of(2)).toEqual([
      { start: 0, length: 3 },
      { start: 6, length: 3 },
    ]);
  });

  it("gives the same list each time, so that a block is drawn once", () => {
    const byBlock = new HitsByBlock([block(0, 10)], [{ start: 0, end: 1 }]);
    expect(byBlock.of(0)).toBe(byBlock.of(0));
  });
});
