import { expect, it } from "vitest";

import { claimMatcher, sortClaims } from "./claim-listing.ts";
import type { Claim } from "./claim.ts";
import type { ArticleId, TagId } from "./ids.ts";

const none = { highlights: 0, articles: 0, independent: 0 };

function claim(statement: string, patch: Partial<Claim> = {}): Claim {
  return {
    id: statement,
    statement,
    note: "",
    tagIds: [],
    articleIds: [],
    reliabilities: [],
    variants: [],
    status: "not assessed",
    statusOverride: null,
    counts: { supports: none, disputes: none, qualifies: none, mentions: none, all: none },
    ...patch,
  } as unknown as Claim; // what lists look at
}

it("finds all words, in any order, whatever their case and accents, in statement, wording and note", () => {
  const claims = [
    claim("The Élysée pledged troops"),
    claim("A pledge", { note: "made at the ELYSEE" }),
    claim("Troops", {
      variants: [{ id: "v", statement: "soldiers" }] as unknown as Claim["variants"],
    }),
  ];
  const found = (text: string) => claims.filter(claimMatcher({ text })).map((one) => one.statement);
  expect(found("elysee pledge")).toEqual(["The Élysée pledged troops", "A pledge"]);
  expect(found("soldiers")).toEqual(["Troops"]);
  expect(found("  ")).toHaveLength(3);
});

it("goes by the status in force, and needs every condition", () => {
  const judged = claim("judged", {
    status: "disputed",
    statusOverride: { status: "corroborated", reason: "I asked" },
    tagIds: ["t" as TagId],
  });
  expect(claimMatcher({ status: "corroborated", tagId: "t" as TagId })(judged)).toBe(true);
  expect(claimMatcher({ status: "disputed" })(judged)).toBe(false);
  expect(claimMatcher({ status: "corroborated", articleId: "a" as ArticleId })(judged)).toBe(false);
});

it("never sorts F as worst: unknown comes after all grades, no evidence after that", () => {
  const claims = [
    claim("bare"),
    claim("unknown", { reliabilities: ["F"] }),
    claim("unreliable", { reliabilities: ["E"] }),
  ];
  const ranks = { tags: new Map(), articles: new Map() };
  expect(sortClaims(claims, "reliability", ranks).map((one) => one.statement)).toEqual([
    "unreliable",
    "unknown",
    "bare",
  ]);
});
