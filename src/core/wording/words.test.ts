import fc from "fast-check";
import { expect, it } from "vitest";

import { hostileStrings } from "../exports/testing/arbitrary-briefing.ts";
import { wordsOf } from "./words.ts";

const folded = (text: string) => wordsOf(text).map((word) => word.folded);

it.each([
  [
    "Ukraine’s post-ceasefire “land, sea or air”",
    ["ukraine's", "post", "ceasefire", "land", "sea", "or", "air"],
  ],
  ["the allies’ U.S. plan—26 nations", ["the", "allies", "u", "s", "plan", "26", "nations"]],
  ["‘legitimate targets’ in 2025", ["legitimate", "targets", "in", "2025"]],
  ["Élysée ÉLYSÉE", ["élysée", "élysée"]],
  ["soft\u00ADhyphen", ["softhyphen"]],
  ["تهديد لأوكرانيا", ["تهديد", "لأوكرانيا"]],
  ["安全保证", ["安全", "保证"]],
  ["", []],
])("cuts %j into words", (text, words) => {
  expect(folded(text)).toEqual(words);
});

it("gives curly and straight apostrophes the same word", () => {
  expect(folded("Russia's")).toEqual(folded("Russia’s"));
});

it("says where each word stands, in order and apart", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...hostileStrings), fc.string({ unit: "grapheme" }))),
      fc.nat(50),
      (pieces, from) => {
        const text = pieces.join(" ");
        const start = Math.min(from, text.length);
        let last = start;
        for (const word of wordsOf(text, start)) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(word.end).toBeGreaterThan(word.start);
          expect(folded(text.slice(word.start, word.end)).join("")).toBe(word.folded);
          last = word.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 300 },
  );
});
