import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findHits } from "./find-hits.ts";
import { foldAccents } from "./fold-accents.ts";
import { compilePattern, hitsOfPattern } from "./pattern-hits.ts";

const plain = { matchCase: false, wholeWord: false, anyAccent: false };

function found(text: string, term: string, options: Partial<typeof plain> = {}) {
  const blocks = [...text.matchAll(/[^\n]+/gu)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
  return hitsOfPattern(text, blocks, { ...plain, ...options, term }).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("a pattern", () => {
  it.each([
    ["2025 and 1999", String.raw`\d{4}`, {}, ["2025", "1999"]],
    ["One\nTwo one", "^one", {}, ["One"]],
    ["One\nTwo one", "one$", { matchCase: true }, ["one"]],
    ["cat concat", "cat", { wholeWord: true }, ["cat"]],
    ["cat concat", "cat|con", { wholeWord: true }, ["cat"]],
    ["a\nb", String.raw`a\sb`, {}, []],
    ["abc", "x*", {}, []],
    ["Élysée Elysee", "elys[e]+", { anyAccent: true }, ["Élysée", "Elysee"]],
    ["e\u0301x", "e", {}, ["e\u0301"]],
  ])("finds in %j by %s", (text, term, options, expected) => {
    expect(found(text, term, options)).toEqual(expected);
  });

  it.each(["(", "[", "a{2", "*"])("that is none is refused: %s", (term) => {
    expect(() => compilePattern({ ...plain, wholeWord: true, term })).toThrow(SyntaxError);
  });
});

describe("accents", () => {
  it("are folded without moving anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldAccents(text)).toHaveLength(text.length);
      }),
    );
    expect(foldAccents("Élysée, façade, ёлка, straße, 한국")).toBe(
      "Elysee, facade, елка, straße, 한국",
    );
  });

  it("do not keep a plain term from being found, nor an accented one from finding plain letters", () => {
    const text = "Élysée e\u0301lyse\u0301e ELYSEE";
    const block = [{ start: 0, end: text.length }];
    const hits = (term: string) =>
      findHits(text, block, { ...plain, anyAccent: true, term }).map(({ start, end }) =>
        text.slice(start, end),
      );
    expect(hits("elysee")).toEqual(text.split(" "));
    expect(hits("élysée")).toEqual(text.split(" "));
  });
});
