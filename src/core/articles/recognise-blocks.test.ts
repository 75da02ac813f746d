import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { sampleArticles } from "../testing/test-core.ts";
import { canonicalText } from "./canonical-text.ts";
import { decodeText } from "./decode-text.ts";
import { recogniseBlocks } from "./recognise-blocks.ts";
import type { RecognisedBlock } from "./recognise-blocks.ts";

const [text000 = "", text001 = "", text002 = "", text003 = "", text004 = ""] = sampleArticles().map(
  ({ bytes }) => canonicalText(decodeText(bytes).text),
);

function wordsOf(text: string, isWanted: (block: RecognisedBlock) => boolean): string[] {
  return recogniseBlocks(text)
    .filter(isWanted)
    .map(({ start, end }) => text.slice(start, end));
}

const titles = (text: string) => wordsOf(text, ({ level }) => level === 1);
const headings = (text: string) => wordsOf(text, ({ level }) => level === 2);
const ofKind = (text: string, kind: RecognisedBlock["kind"]) =>
  wordsOf(text, (block) => block.kind === kind);

/** One letter for each block: Title, Heading, Paragraph, List item, Quotation; small for furniture. */
function shapeOf(text: string): string {
  const letters = {
    heading: "H",
    paragraph: "P",
    "list-item": "L",
    quotation: "Q",
    "table-row": "R",
  };
  return recogniseBlocks(text)
    .map(({ kind, level, boilerplate }) => {
      const letter = level === 1 ? "T" : letters[kind];
      return boilerplate ? letter.toLowerCase() : letter;
    })
    .join("");
}

describe("the blocks of the five sample articles", () => {
  it("finds the title and six section headings of the first", () => {
    expect(titles(text000)).toEqual([text000.split("\n")[0]]);
    expect(headings(text000)).toEqual([
      "Allies Commit to Post-Ceasefire Protection",
      "Putin Issues Warning",
      "U.S. Role Still Unclear",
      "Dispute Over Peace Talks",
      "NATO and Western Leaders Respond",
      "Ceasefire Still Out of Reach",
    ]);
    expect(shapeOf(text000)).toBe("TPHPPHPPHPHPHPPHPP");
  });

  it("finds paragraphs only in the second", () => {
    expect(shapeOf(text001)).toBe("PPPPPPPP");
  });

  it("finds two stand-alone quotations and no heading in the third", () => {
    expect(shapeOf(text002)).toBe("PPPPPQPPQPP");
    expect(ofKind(text002, "quotation")).toEqual([
      "“I do not see much point. It is nearly impossible to reach agreement with the Ukrainian side on key issues.”",
      "“It does not have the will or the objective of waging war against Russia, but to prevent any new major aggression.”",
    ]);
  });

  it("finds the title and the page furniture of the fourth", () => {
    expect(shapeOf(text003)).toBe("TPPPPPPPp");
    expect(titles(text003)).toEqual([
      "Russia Rejects Ukraine Security Guarantees Despite Western Pledge",
    ]);
    expect(wordsOf(text003, ({ boilerplate }) => boilerplate)).toEqual(["MORE STORIES"]);
  });

  it("finds the title and eleven section headings of the fifth", () => {
    expect(titles(text004)).toEqual([text004.split("\n")[0]]);
    expect(headings(text004)).toEqual([
      "Introduction",
      "Macron’s Coalition of Allies",
      "Putin’s Stern Warning",
      "U.S. and NATO Positions",
      "Zelensky’s Push for Security Guarantees",
      "Trump’s Balancing Act",
      "European Leaders’ Divided Views",
      "Russia’s Military Push",
      "Historical Echoes and Ceasefire Models",
      "Territorial Disputes and Legal Hurdles",
      "Conclusion: A Fragile Diplomatic Moment",
    ]);
  });

  it("finds the list items, quotations and furniture of the fifth", () => {
    const lines = text004.split("\n");
    expect(ofKind(text004, "list-item")).toEqual(lines.filter((line) => line.startsWith("- ")));
    expect(ofKind(text004, "list-item")).toHaveLength(9);
    expect(ofKind(text004, "quotation")).toEqual([
      "“Any troops deployed to Ukraine will be considered legitimate targets,” he said.",
      "“Why are we interested in what Russia thinks about troops in Ukraine? It’s a sovereign country. It’s not for them to decide.”",
      "“We support any format, bilateral or trilateral. Russia does everything to defer it,” Zelensky said.",
    ]);
    expect(wordsOf(text004, ({ boilerplate }) => boilerplate)).toEqual(["Post a Comment"]);
  });

  it("notices the one dateline", () => {
    const datelines = [text000, text001, text002, text003, text004].flatMap((text) =>
      recogniseBlocks(text).flatMap(({ start, datelineEnd }) =>
        datelineEnd === null ? [] : [text.slice(start, datelineEnd)],
      ),
    );
    expect(datelines).toEqual(["VLADIVOSTOK, Russia —"]);
  });

  it("makes a block of every line that is not blank, in order", () => {
    for (const text of [text000, text001, text002, text003, text004]) {
      const blocks = recogniseBlocks(text).map(({ start, end }) => text.slice(start, end));
      expect(blocks).toEqual(text.split("\n").filter((line) => line.trim() !== ""));
    }
  });
});

describe("recogniseBlocks", () => {
  it("covers every character that is not white space, once and in order, whatever the text", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "",
        " ",
        "- item",
        "1. One",
        "A Title Here",
        "Advertisement",
        "“Quoted,” he said.",
        "KYIV — Text.",
        "a line of wrapped words that goes on for quite a while and has no end",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = canonicalText(lines.join("\n"));
        let position = 0;
        for (const { start, end, datelineEnd, level, kind } of recogniseBlocks(text)) {
          expect(text.slice(position, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).not.toBe("");
          expect(text[end] ?? "\n").toBe("\n");
          expect(level > 0).toBe(kind === "heading");
          if (datelineEnd !== null) {
            expect(datelineEnd).toBeGreaterThan(start);
            expect(datelineEnd).toBeLessThan(end);
          }
          position = end;
        }
        expect(text.slice(position).trim()).toBe("");
      }),
    );
  });

  it("keeps the white space around a line in its block", () => {
    expect(recogniseBlocks("\n  Some words. \n")).toMatchObject([{ start: 1, end: 15 }]);
  });

  it.each([
    [
      "a line in sentence case above a longer one",
      "Waffenruhe in weiter Ferne\nDer Kreml lehnte den Vorschlag am Freitag erneut ab und drohte.",
      "TP",
    ],
    [
      "a title above its first section",
      "The Title of It\nBackground\nSome words that make up a sentence.",
      "THP",
    ],
    [
      "a question in title case",
      "First words of a text.\nWhat Happens Next?\nNobody knows what will happen.",
      "PHP",
    ],
    [
      "a headline that is a quotation",
      "“Unbreakable Pledge”, Says Starmer\n\nThe prime minister spoke on Friday in Paris.",
      "TP",
    ],
    [
      "Chinese",
      "普京拒绝西方安全部队计划\n俄罗斯总统普京周五拒绝了西方国家关于部署部队的提议。\n背景\n法国总统马克龙说，二十六个国家承诺派遣部队。",
      "TPHP",
    ],
    [
      "Arabic",
      "بوتين يرفض الخطة الغربية\nرفض الرئيس الروسي فلاديمير بوتين المقترحات الغربية لنشر قوات دولية في أوكرانيا.",
      "TP",
    ],
    [
      "Hebrew",
      "פוטין דוחה את התוכנית\nנשיא רוסיה ולדימיר פוטין דחה ביום שישי את ההצעות המערביות להציב כוח בינלאומי.",
      "TP",
    ],
  ])("takes for a heading: %s", (_, text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });

  it.each([
    ["a text of one line", "Just Some Words", "P"],
    ["the last line", "This is a sentence of some length.\nThe End of It", "PP"],
    [
      "a line above page furniture",
      "This is a sentence of some length.\nThe End of It\nAdvertisement",
      "PPp",
    ],
    [
      "a byline and a date",
      "Leaders Meet in Paris\nBy Jane Doe\nSeptember 5, 2025\nThe leaders met in Paris on Friday.",
      "TPPP",
    ],
    ["a short sentence", "He left.\nThe others stayed for another day of talks in Paris.", "PP"],
    [
      "a line that ends in a comma or colon",
      "They wanted:\nA ceasefire that would hold for a long time.",
      "PP",
    ],
    [
      "an address of the web",
      "https://example.com/a\nThe others stayed for another day of talks.",
      "PP",
    ],
    ["a list without marks", "milk\neggs\nbread\nThe list above is what they were to buy.", "PPPP"],
    [
      "verse",
      "Two roads diverged in a yellow wood,\nAnd sorry I could not travel both\nAnd be one traveler, long I stood\nAnd looked down one as far as I could\nTo where it bent in the undergrowth;",
      "PPPPP",
    ],
    [
      "the headers of a mail",
      "From: Jane Doe\nSubject: The Paris Summit\nThe leaders met in Paris on Friday.",
      "PPP",
    ],
  ])("does not take for a heading: %s", (_, text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });

  it.each([
    "- one",
    "• two",
    "* three",
    "– four",
    "1. five",
    "12) six",
    "(3) seven",
    "a) eight",
    "一、九",
    "٣. عشرة",
    "  - indented",
  ])("takes for a list item: %s", (line) => {
    expect(shapeOf(`They wanted this:\n${line}`)).toBe("PL");
  });

  it.each([
    "-5 degrees.",
    "* * *",
    "- - -",
    "2025. It was a year.",
    "A. Smith spoke.",
    "— Привет, — сказал он.",
    "5. September 2025 war ein Freitag.",
    "1.5 million people fled.",
  ])("does not take for a list item: %s", (line) => {
    expect(shapeOf(`They wanted this:\n${line}`)).toBe("PP");
  });

  it("takes page furniture only where it is the whole line", () => {
    expect(shapeOf("Some words here.\n[ Advertisement ]\nRelated Articles:")).toBe("Ppp");
    expect(shapeOf("Read more of this in our next issue.")).toBe("P");
  });

  it("joins hard-wrapped lines into paragraphs, list items apart", () => {
    const text = `The Paris Summit

The leaders of twenty-six nations met in Paris on Thursday to discuss
security guarantees for Ukraine. They agreed on a plan to deploy a force
by land, sea or air once the fighting has stopped. The force would not be
placed on the front line.

Mr. Putin rejected the plan. He said that foreign troops would be
legitimate targets, and that talks would be of little use to anybody.

 * The first point is long enough to go over the end of the line, and so
   it goes on here.
 * The second is short.
`;
    expect(shapeOf(text)).toBe("TPPLL");
    expect(ofKind(text, "list-item")[0]).toContain("and so\n   it goes on here.");
  });

  it("joins hard-wrapped Chinese", () => {
    const text = `官話也是中國現在的主要通用語。其中，现代标准汉语（中華人民共和國的普通话
、中華民國（臺灣）的國語、新加坡和馬來西亞的華語）均是以北方官话为基础音
调而形成的规范语言。與認知的不同，地區之間的使用者不一定能夠有效溝通，因
為地方官話的口音差異可能很大。

若視漢語為一種語言，則官话是漢語的一级方言，下分北方官话、中原官话和南方
官话。無論如何劃分，官話的地位都相同。`;
    expect(shapeOf(text)).toBe("PP");
  });

  it("leaves verse of equal lines as it is", () => {
    const text = `Shall I compare thee to a summer’s day?
Thou art more lovely and more temperate:
Rough winds do shake the darling buds of May,
And summer’s lease hath all too short a date;
Sometime too hot the eye of heaven shines,
And often is his gold complexion dimm’d;`;
    expect(recogniseBlocks(text)).toHaveLength(6);
  });
});
