import { describe, expect, it } from "vitest";

import type { Block } from "#contract/article";

import { hitsByBlock } from "./hits-by-block.ts";

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

describe("hitsByBlock", () => {
  it("gives each block its hits, counted from its own start", () => {
    const blocks = [block(0, 10), block(11, 20), block(21, 30)];
    const hits = [
      { start: 2, end: 4 },
      { start: 21, end: 24 },
      { start: 27, end: 30 },
    ];
    expect(hitsByBlock(blocks, hits)).toEqual(
      new Map([
        [0, [{ start: 2, length: 2 }]],
        [
          2,
          [
            { start: 0, length: 3 },
            { start: 6, length: 3 },
          ],
        ],
      ]),
    );
  });
});
