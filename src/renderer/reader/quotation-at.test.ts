import { describe, expect, it } from "vitest";

import type { Block } from "#contract/article";

import { quotationAt, quotationsIn } from "./quotation-at.ts";

function quotesOf(text: string, kind: Block["kind"] = "paragraph") {
  return quotationsIn(text, { start: 0, end: text.length, kind }).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("quotations", () => {
  it.each([
    ["He said: “we’ll go,” and “ not now ”.", ["we’ll go,", "not now"]],
    ['He said "go" and "stay".', ["go", "stay"]],
    ["Er sagte: „nein“ und „ja“.", ["nein", "ja"]],
    ["Il dit « non » puis «oui».", ["non", "oui"]],
    ["Er sagte: »nein« und »ja«.", ["nein", "ja"]],
    ["他说「不」和『是』。", ["不", "是"]],
    ["He read “the word “no” twice” aloud.", ["the word “no” twice"]],
    ["“It goes on in the next paragraph.", ["It goes on in the next paragraph."]],
    ["Nothing is quoted, don’t you see?", []],
  ])("are found in %s", (text, expected) => {
    expect(quotesOf(text)).toEqual(expected);
  });

  it("are the whole block where that is a quotation", () => {
    expect(quotesOf(" No marks here. ", "quotation")).toEqual(["No marks here."]);
  });

  it("are chosen where the cursor is, and then one after the other", () => {
    const text = "A “one” b “two”.\nThen “three”.";
    const blocks = [
      { start: 0, end: 16 },
      { start: 17, end: 30 },
    ].map((span): Block => ({
      ...span,
      kind: "paragraph",
      level: 0,
      boilerplate: false,
      datelineEnd: null,
      sentences: [span],
    }));
    const chosen: string[] = [];
    let place: { start: number; end: number } | null = { start: 4, end: 4 };
    for (
      place = quotationAt(text, blocks, place);
      place !== null && chosen.length < 5;
      place = quotationAt(text, blocks, place)
    ) {
      chosen.push(text.slice(place.start, place.end));
    }
    expect(chosen).toEqual(["one", "two", "three"]);
  });
});
