import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { proposeLanguage } from "./propose-language.ts";
import { proposeTitle, shortened } from "./propose-title.ts";
import { recogniseBlocks } from "./recognise-blocks.ts";

const titleOf = (text: string) => proposeTitle(text, recogniseBlocks(text));

describe("proposeTitle", () => {
  it("takes the title line, on one line and without the space around", () => {
    expect(titleOf("  The  Paris\tSummit \n\nLeaders met in Paris on Friday.")).toEqual({
      title: "The Paris Summit",
      isProposed: false,
    });
  });

  it("proposes the first sentence where there is no title", () => {
    expect(titleOf("\nLeaders met in Paris. They left on Friday.")).toEqual({
      title: "Leaders met in Paris.",
      isProposed: true,
    });
  });

  it("passes over page furniture and rules", () => {
    expect(titleOf("Advertisement\n----\nLeaders met in Paris.").title).toBe(
      "Leaders met in Paris.",
    );
  });

  it("leaves control characters out", () => {
    expect(titleOf("\u001b[31mred\0 alert.").title).toBe("[31mred alert.");
    expect(titleOf("\u0001\u0002").title).toBe("Untitled");
  });

  it("shortens at a word, without the comma before the ellipsis", () => {
    expect(shortened(`${"word ".repeat(14)}and so, extraordinarily`)).toBe(
      `${"word ".repeat(14)}and so…`,
    );
    expect(shortened("字".repeat(90))).toBe(`${"字".repeat(79)}…`);
    expect(shortened(`${"a".repeat(78)}👩‍🚀👩‍🚀`)).toBe(`${"a".repeat(78)}…`);
  });

  it("is a name of at most 80 code units, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 300 }), (words) => {
        const { title, isProposed } = titleOf(words);
        expect(title.trim()).not.toBe("");
        expect(title.isWellFormed()).toBe(true);
        expect(title).not.toMatch(/\n/u);
        expect(title.length).toBeLessThanOrEqual(isProposed ? 80 : 1_000);
      }),
    );
  });
});

describe("proposeLanguage", () => {
  it.each([
    ["ja", "日本語は、主に日本国内や日本人同士の間で使用されている言語である。"],
    ["ko", "한국어는 대한민국과 조선민주주의인민공화국의 공용어이다. 서울에서 쓴다."],
    ["zh", "官话是漢語诸方言中分布最广的一种，除了中國北方以外，也分佈在南方。".repeat(4)],
    ["el", "Η ελληνική γλώσσα ανήκει στην ινδοευρωπαϊκή οικογένεια."],
    [null, "The English language is written in Latin script, as are hundreds of others."],
    [null, "اللغة العربية هي أكثر اللغات السامية تحدثا وانتشارا في العالم."],
    [null, "Русский язык — один из восточнославянских языков."],
    [null, "The word 日本語 is Japanese and means the language, にほんご in kana."],
    [null, "はい"],
  ])("proposes %s", (language, text) => {
    expect(proposeLanguage(text)).toBe(language);
  });
});
