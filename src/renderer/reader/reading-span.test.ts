import fc from "fast-check";
import { expect, it } from "vitest";

import type { Block } from "#contract/article";

import { sentenceAt } from "./reading-span.ts";

/** A block of sentences of these lengths, with a space between them. */
function blockOf(start: number, lengths: readonly number[], boilerplate = false): Block {
  let at = start;
  const sentences = lengths.map((length) => {
    const span = { start: at, end: at + length };
    at = span.end + 1;
    return span;
  });
  const end = sentences.at(-1)?.end ?? start;
  return { kind: "paragraph", level: 0, start, end, boilerplate, datelineEnd: null, sentences };
}

it("finds the sentence that holds the share of a block's text", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      lengths,
      fc.nat({ max: 500 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, start, share) => {
        const block = blockOf(start, all);
        const found = sentenceAt([block], block, share);
        const offset = start + share * (block.end - start);
        // Between two sentences it is the one before.
        expect(found?.start).toBeLessThanOrEqual(offset);
        expect((found?.end ?? 0) + 1).toBeGreaterThanOrEqual(offset);
      },
    ),
  );
});

it("finds none in page furniture, and none where there is no such block", () => {
  const furniture = blockOf(0, [10], true);
  expect(sentenceAt([furniture], furniture, 0.5)).toBeNull();
  expect(sentenceAt([], furniture, 0.5)).toBeNull();
});
