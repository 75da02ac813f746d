import { describe, expect, it } from "vitest";

import type { Claim } from "#contract/claim";

import { countsSentence } from "./wording.ts";

const nothing = { highlights: 0, articles: 0, independent: 0 };

function counts(given: Partial<Claim["counts"]>): Claim["counts"] {
  return {
    supports: nothing,
    disputes: nothing,
    qualifies: nothing,
    mentions: nothing,
    all: nothing,
    ...given,
  };
}

function from(articles: number, independent: number) {
  return { highlights: articles, articles, independent };
}

describe("countsSentence", () => {
  it("names the noun once and ends with the independent lines", () => {
    expect(
      countsSentence(counts({ supports: from(3, 3), disputes: from(1, 1), all: from(4, 2) })),
    ).toBe("Supported by 3 articles, disputed by 1; 2 independent lines.");
  });

  it("tells of each stance how many lines stand behind its articles when these are fewer", () => {
    expect(
      countsSentence(counts({ supports: from(3, 1), mentions: from(1, 1), all: from(4, 2) })),
    ).toBe("Supported by 3 articles (1 independent line), mentioned by 1; 2 independent lines.");
  });

  it("says so when there is nothing", () => {
    expect(countsSentence(counts({}))).toBe("No evidence.");
  });
});
