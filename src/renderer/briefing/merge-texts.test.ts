import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { BriefingText } from "#contract/briefing";

import { mergeTexts } from "./merge-texts.ts";

const textOf = (words: string, ticked: number[] = []): BriefingText => ({
  version: 1,
  blocks: [...words].map((text) => ({ kind: "paragraph", runs: [{ kind: "text", text }] })),
  ticked,
});
const wordsOf = (text: BriefingText | undefined) =>
  text?.blocks
    .map((block) => ("runs" in block ? block.runs : []))
    .flatMap((runs) => runs.map((run) => (run.kind === "text" ? run.text : "")))
    .join("");
const merged = (base: string, mine: string, theirs: string) => {
  const result = mergeTexts(textOf(base), textOf(mine), textOf(theirs));
  return result === null ? null : wordsOf(result.text);
};

describe("what two windows wrote", () => {
  it.each([
    ["abc", "Abc", "abC", "AbC"],
    ["abcde", "AbcdE", "abCde", "AbCdE"],
    ["abc", "xabc", "abcy", "xabcy"],
    ["abc", "ac", "abcy", "acy"],
    ["abc", "axbc", "aBc", "axBc"],
    ["abc", "aBc", "aBc", "aBc"],
    ["abc", "abc", "", ""],
    ["aa", "aab", "caa", "caab"],
  ])("of %s, as %s and as %s, is %s", (base, mine, theirs, both) => {
    expect(merged(base, mine, theirs)).toBe(both);
  });

  it.each([
    ["abc", "aXc", "aYc"],
    ["abc", "abcx", "abcy"],
    ["abc", "ac", "aYc"],
    ["abcd", "aXd", "abYd"],
  ])("of %s, as %s and as %s, cannot be told apart", (base, mine, theirs) => {
    expect(merged(base, mine, theirs)).toBeNull();
  });

  it("ticks what either ticked, and takes off what either took off", () => {
    const ticked = mergeTexts(
      textOf("a", [1, 2, 3]),
      textOf("a", [2, 3, 5]),
      textOf("a", [1, 2, 4]),
    );
    expect(ticked?.text.ticked).toEqual([2, 4, 5]);
  });

  it("loses no block that either wrote, and keeps the place of mine", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 8 });
    fc.assert(
      fc.property(words, words, words, (base, first, second) => {
        const mine = first.toUpperCase();
        const result = mergeTexts(
          textOf(base),
          textOf(`${base}${mine}`),
          textOf(`${second.replaceAll(/[a-d]/gu, "x")}${base}`),
        );
        if (base === "" && first !== "" && second !== "") {
          expect(result).toBeNull(); // both wrote at the same place
          return;
        }
        const both = `${"x".repeat(second.length)}${base}${mine}`;
        expect(wordsOf(result?.text)).toBe(both);
        for (const index of `${base}${mine}`.split("").keys()) {
          expect(both[result?.indexOf(index) ?? -1]).toBe(`${base}${mine}`[index]);
        }
      }),
    );
  });

  it("is mine where theirs is what both began with, and the other way round", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 10 });
    fc.assert(
      fc.property(words, words, (base, changed) => {
        expect(merged(base, changed, base)).toBe(changed);
        expect(merged(base, base, changed)).toBe(changed);
      }),
    );
  });
});
