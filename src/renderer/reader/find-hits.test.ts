import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findHits } from "./find-hits.ts";

const plain = { matchCase: false, wholeWord: false };

function found(text: string, term: string, options: Partial<typeof plain> = {}): string[] {
  const block = { start: 0, end: text.length };
  return findHits(text, [block], { term, ...plain, ...options }).map(({ start, end }) =>
    text.slice(start, end),
  );
}

const letters = fc.string({
  unit: fc.constantFrom("a", "b", "A", " ", ".", "(", "é", "👍", "\n"),
  maxLength: 40,
});
const termOfLetters = fc.string({
  unit: fc.constantFrom("a", "b", "A", ".", "(", "é", "👍"),
  minLength: 1,
  maxLength: 3,
});

describe("findHits", () => {
  it("finds what indexOf finds when case matters, left to right and without overlaps", () => {
    fc.assert(
      fc.property(letters, termOfLetters, (text, term) => {
        const expected = [];
        for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length)) {
          expected.push({ start: at, end: at + term.length });
        }
        const block = { start: 0, end: text.length };
        expect(findHits(text, [block], { term, matchCase: true, wholeWord: false })).toEqual(
          expected,
        );
      }),
    );
  });

  it("finds the same places whatever the case, unless case matters", () => {
    fc.assert(
      fc.property(letters, termOfLetters, (text, term) => {
        const block = { start: 0, end: text.length };
        const at = (value: string, each: string) =>
          findHits(value, [block], { term: each, ...plain });
        expect(at(text.toUpperCase(), term)).toEqual(at(text.toLowerCase(), term));
        expect(at(text, term.toUpperCase())).toEqual(at(text, term.toLowerCase()));
      }),
    );
  });

  it("gives hits in order, inside one block each, and never half a character", () => {
    const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 6 }),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 2 }),
        fc.boolean(),
        (lines, term, wholeWord) => {
          const text = lines.join("\n");
          let at = 0;
          const blocks = lines.map((line) => {
            const start = at;
            at += line.length + 1;
            return { start, end: start + line.length };
          });
          const boundaries = new Set([...graphemes.segment(text)].map(({ index }) => index));
          let last = 0;
          for (const hit of findHits(text, blocks, { term, matchCase: false, wholeWord })) {
            expect(hit.start).toBeGreaterThanOrEqual(last);
            expect(hit.end).toBeGreaterThan(hit.start);
            expect(boundaries).toContain(hit.start);
            expect(boundaries.has(hit.end) || hit.end === text.length).toBe(true);
            expect(blocks.some(({ start, end }) => start <= hit.start && hit.end <= end)).toBe(
              true,
            );
            last = hit.end;
          }
        },
      ),
    );
  });

  it("finds whole words only, and a name before its possessive", () => {
    const text = "Putin’s plan; Putin, Putinism. PUTIN_X";
    expect(found(text, "putin", { wholeWord: true })).toEqual(["Putin", "Putin"]);
    expect(found(text, "putin")).toHaveLength(4);
  });

  it("finds whole words in scripts that write without spaces", () => {
    expect(found("東京都に行く", "東京", { wholeWord: true })).toEqual(["東京"]);
  });

  it("finds typographic forms of what is typed plainly, not the other way round", () => {
    expect(found("Ukraine’s “first concrete step”", `ukraine's "first`)).toEqual([
      "Ukraine’s “first",
    ]);
    expect(found("post–ceasefire\u00a0plan", "post-ceasefire plan")).toHaveLength(1);
    expect(found("it's", "it’s")).toEqual([]);
  });

  it("folds case beyond the Latin letters", () => {
    expect(found("ΟΔΥΣΣΕΥΣ", "οδυσσευς")).toHaveLength(1);
    expect(found("ЗЕЛЕНСЬКИЙ", "зеленський")).toHaveLength(1);
  });

  it("reads the term as text, not as a pattern", () => {
    expect(found("U.S. and UXSX", "U.S.")).toEqual(["U.S."]);
    expect(found("a+b (c) [d] \\", "(c) [d] \\")).toEqual(["(c) [d] \\"]);
  });

  it("finds a term that was typed decomposed", () => {
    expect(found("Élysée", "E\u0301lyse\u0301e")).toEqual(["Élysée"]);
  });

  it("finds nothing for white space or half a character", () => {
    expect(found("a b", " ")).toEqual([]);
    expect(found("a👍b", "\ud83d")).toEqual([]);
  });

  it("takes an emoji that holds the term whole", () => {
    expect(found("a 👩‍👩‍👧 b", "👧")).toEqual(["👩‍👩‍👧"]);
  });

  it("does not join two blocks, but the lines of one", () => {
    const text = "security\nforce\nplan";
    const blocks = [
      { start: 0, end: 14 },
      { start: 15, end: 19 },
    ];
    expect(findHits(text, blocks, { term: "security force", ...plain })).toHaveLength(1);
    expect(findHits(text, blocks, { term: "force plan", ...plain })).toEqual([]);
  });
});
