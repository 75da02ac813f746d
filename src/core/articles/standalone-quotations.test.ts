import { describe, expect, it } from "vitest";

import { isStandaloneQuotation } from "./standalone-quotations.ts";

describe("isStandaloneQuotation", () => {
  it.each([
    "“I do not see much point.”",
    "“A question,” he said. “And the rest of it.”",
    '"Straight marks around all of this," Macron said.',
    "« Nous sommes prêts à le faire », a déclaré M. Macron.",
    "«Мы готовы к переговорам в любое время», — заявил Путин.",
    "„Wir sind zu allem bereit“, sagte Merz.",
    "「そうです、私たちは準備ができています」と彼は言った。",
    "‘It’s Ukraine’s choice to make,’ he said.",
    "“Will they send any troops at all?” said Mr. Smith.",
    "“He called it a “first step” and left it there.”",
  ])("takes %s", (line) => {
    expect(isStandaloneQuotation(line)).toBe(true);
  });

  it.each([
    ["no mark at the start", "He said: “I do not see much point.”"],
    ["a second sentence", "“This is about protecting Ukraine,” Macron said. Zelensky hailed it."],
    ["words after a complete quotation", "“I do not see much point.” He left."],
    ["a quoted term", "“Reassurance force” plans were rejected."],
    [
      "an attribution longer than the quotation",
      "“There is a certain light at the end of the tunnel,” Putin told delegates in Vladivostok — but with mistrust deepening, that light may yet prove illusory.",
    ],
    ["a mark that is not closed", "“The first paragraph of a long quotation."],
    ["an apostrophe", "’Tis the season for it, he said."],
    ["nothing between the marks", "“”"],
  ])("does not take a line with %s", (_, line) => {
    expect(isStandaloneQuotation(line)).toBe(false);
  });
});
