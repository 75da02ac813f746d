import { describe, expect, it } from "vitest";

import type { Claim, ClaimStatus } from "#contract/claim";

import { contradictionWords, coverageOfCounts, reasonOfStatus } from "./status-words.ts";

const none = { highlights: 0, articles: 0, independent: 0 };
const of = (articles: number, independent = articles) => ({
  highlights: articles,
  articles,
  independent,
});

function countsOf(some: Partial<Claim["counts"]>): Claim["counts"] {
  return { supports: none, disputes: none, qualifies: none, mentions: none, all: none, ...some };
}

const reason = (status: ClaimStatus, some: Partial<Claim["counts"]>) =>
  reasonOfStatus({ status, counts: countsOf(some) });

describe("reasonOfStatus", () => {
  it("counts articles and independent lines", () => {
    expect(reason("corroborated", { supports: of(3, 2) })).toBe(
      "3 supporting articles, 2 independent lines",
    );
    expect(reason("single origin", { supports: of(2, 1) })).toBe(
      "2 supporting articles, all of one origin",
    );
    expect(reason("uncorroborated", { supports: of(1) })).toBe("only 1 supporting article");
  });

  it("names both sides of a dispute", () => {
    expect(reason("disputed", { supports: of(1), disputes: of(2) })).toBe(
      "1 supporting article, 2 disputing articles",
    );
    expect(reason("contradicted", { disputes: of(1) })).toBe(
      "1 disputing article, no supporting one",
    );
  });

  it("tells no evidence from evidence that assesses nothing", () => {
    expect(reason("not assessed", {})).toBe("no evidence yet");
    expect(reason("not assessed", { all: of(1), mentions: of(1) })).toBe(
      "only mentions or qualifications so far",
    );
  });
});

describe("coverageOfCounts", () => {
  it("counts articles of one origin once", () => {
    expect(coverageOfCounts(countsOf({ all: of(5, 2) }))).toBe("5 articles, 2 independent lines");
    expect(coverageOfCounts(countsOf({}))).toBe("No evidence");
  });
});

describe("contradictionWords", () => {
  it("says how many of the contradicting claims have support", () => {
    const words = (contradictions: number, supportedContradictions: number) =>
      contradictionWords({ contradictions, supportedContradictions });
    expect(words(1, 0)).toBe("Contradicted by 1 claim");
    expect(words(1, 1)).toBe("Contradicted by 1 claim that is supported");
    expect(words(3, 1)).toBe("Contradicted by 3 claims, 1 of them supported");
  });
});
