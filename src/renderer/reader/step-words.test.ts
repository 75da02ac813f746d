import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { clusterStart } from "./fit-span.ts";
import { isRightToLeft, stepWord } from "./step-words.ts";

const text = "He said: “don’t go”.\n\n它很重要 now";

function ends(step: 1 | -1, edge: "start" | "end"): number[] {
  const places: number[] = [];
  let at: number | null = step === 1 ? -1 : text.length + 1;
  for (at = stepWord(text, at, step, edge); at !== null; at = stepWord(text, at, step, edge)) {
    places.push(at);
  }
  return places;
}

describe("stepping by words", () => {
  it("goes from end to end, over quotation marks and line ends, and finds words that no space parts", () => {
    const words = ends(1, "end").map((end) => text.slice(0, end).split(/[\s“]/u).at(-1));
    expect(words.slice(0, 4)).toEqual(["He", "said", "don’t", "go"]);
    expect(words.at(-1)).toBe("now");
    expect(words.length).toBeGreaterThan(5);
  });

  it("goes back the way it came", () => {
    expect(ends(-1, "end")).toEqual(ends(1, "end").toReversed());
    expect(ends(-1, "start")).toEqual(ends(1, "start").toReversed());
  });

  it("never stops inside a character as readers see it, in any text", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom("é", "e\u0301", "👩‍🚀", "ن", " ", "\n", "保", "a"),
            fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
          ),
        }),
        fc.nat({ max: 30 }),
        fc.constantFrom(1 as const, -1 as const),
        fc.constantFrom("start" as const, "end" as const),
        (words, offset, step, edge) => {
          const place = stepWord(words, Math.min(offset, words.length), step, edge);
          if (place !== null) {
            expect(clusterStart(words, place)).toBe(place);
            expect(Math.sign(place - Math.min(offset, words.length))).toBe(step);
          }
        },
      ),
    );
  });

  it.each([
    ["“هذا", true],
    ["1. שלום", true],
    ["Hello هذا", false],
    ["...", false],
  ])("knows where %s begins", (words, expected) => {
    expect(isRightToLeft(words)).toBe(expected);
  });
});
