import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { sampleArticles } from "../testing/test-core.ts";
import { canonicalText } from "./canonical-text.ts";
import { decodeText } from "./decode-text.ts";
import { recogniseBlocks } from "./recognise-blocks.ts";
import { sentencesOf } from "./sentences.ts";

function split(text: string, language: string | null = null): string[] {
  return sentencesOf(text, 0, text.length, language).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("sentencesOf", () => {
  it.each([
    ["titles and initials", ["Gen. J. R. Smith met Mr. Putin.", "Dr. Who left."]],
    ["countries", ["U.S. President Trump spoke.", "The U.K., France and the U.S. Army agreed."]],
    ["an abbreviation that ends a sentence", ["He went back to the U.S.", "The others stayed."]],
    [
      "times and dates",
      ["They met at 5 p.m. on Sept. 5, 2025.", "It was No. 5.", "I said no.", "Then he left."],
    ],
    [
      "closing quotation marks",
      ["He called them “legitimate targets.”", "They were not.", '"Go."', "He left."],
    ],
    [
      "a question within a sentence",
      ["“Why are we here?” he asked.", "“What for?” Macron asked.", "Why?"],
    ],
    ["quotations of several sentences", ["“I do not see much point.", "It is nearly impossible.”"]],
    ["ellipses and brackets", ["Wait... and see.", "He left (in 2014).", "(It was late.)"]],
    ["notes", ["It became global.[4][5]", "It is named after the Angles.[6]"]],
    ["list numbers", ["1. The first point.", "And more."]],
    ["German", ["Er kam am 5. September.", "Dr. Müller ging z.B. zu Fuß.", "Gut."]],
    ["French", ["M. Macron a dit « non ».", "« Oui », a dit M. Poutine."]],
    ["Russian", ["А. С. Пушкин родился в 1799 г. в Москве.", "Он умер."]],
    ["Arabic", ["قال الرئيس إنه سيذهب.", "هل تذهب؟", "نعم!"]],
    ["Hindi", ["यह एक वाक्य है।", "यह दूसरा वाक्य है।", "क्या यह तीसरा है?"]],
  ])("knows %s", (_, sentences) => {
    expect(split(sentences.join(" "))).toEqual(sentences);
  });

  it.each([
    ["Chinese", ["他说：“你好。”", "她说。", "“再见。”"]],
    ["Japanese", ["今日は晴れ。", "「そうですか。」と彼は言った。", "明日は雨だ。"]],
  ])("knows %s, which has no spaces", (_, sentences) => {
    expect(split(sentences.join(""))).toEqual(sentences);
  });

  it("goes on over the line ends of a wrapped paragraph", () => {
    expect(split("The force would not be\nplaced there. Mr.\nPutin said so.")).toEqual([
      "The force would not be\nplaced there.",
      "Mr.\nPutin said so.",
    ]);
  });

  it("stays inside the block and leaves out the space around", () => {
    const text = "Before. \t One here.  Two there. \n After.";
    expect(sentencesOf(text, 8, 32, "en").map(({ start, end }) => text.slice(start, end))).toEqual([
      "One here.",
      "Two there.",
    ]);
  });

  it("takes any language, also one that is none", () => {
    for (const language of ["en", "ar", "zh-Hant", "not a language", "", null]) {
      expect(split("One. Two.", language)).toEqual(["One.", "Two."]);
    }
  });

  it("splits the five sample articles as a reader would", () => {
    const counts = sampleArticles().map(({ bytes }) => {
      const text = canonicalText(decodeText(bytes).text);
      return recogniseBlocks(text).map(
        ({ start, end }) => sentencesOf(text, start, end, null).length,
      );
    });
    expect(counts).toEqual([
      [1, 1, 1, 2, 2, 1, 2, 2, 1, 3, 1, 3, 1, 2, 1, 1, 2, 2],
      [2, 3, 2, 2, 3, 2, 2, 1],
      [1, 1, 1, 2, 2, 2, 1, 3, 1, 2, 1],
      [1, 2, 2, 3, 3, 4, 3, 1, 1],
      [
        1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 3, 1, 1, 1, 1, 1, 1, 2,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1,
      ],
    ]);
  });

  it("puts every character that is not white space in exactly one sentence, whatever the text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom(
        "U.S. ",
        "Mr.",
        "“",
        "”",
        ". ",
        "。",
        "[4]",
        "\n",
        "? ",
        "said ",
        "1. ",
        "(",
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        let position = 0;
        for (const { start, end } of sentencesOf(text, 0, text.length, null)) {
          expect(text.slice(position, start).trim()).toBe("");
          const sentence = text.slice(start, end);
          expect(sentence).not.toBe("");
          expect(sentence.trim()).toBe(sentence);
          position = end;
        }
        expect(text.slice(position).trim()).toBe("");
      }),
      { numRuns: 500 },
    );
  });
});
