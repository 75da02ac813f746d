import { expect, it } from "vitest";

import type { Article } from "#contract/article";
import type { Claim } from "#contract/claim";
import type { Tag } from "#contract/highlight";

import { groupClaims } from "./group-claims.ts";

const none = { highlights: 0, articles: 0, independent: 0 };
const some = { highlights: 1, articles: 1, independent: 1 };

/** Only what the headings look at is filled in. */
function claim(statement: string, more: Partial<Claim> = {}): Claim {
  return {
    id: statement,
    statement,
    status: "not assessed",
    statusOverride: null,
    tagIds: [],
    articleIds: [],
    reliabilities: [],
    counts: { supports: none, disputes: none, qualifies: none, mentions: none, all: none },
    ...more,
  } as unknown as Claim;
}

const tags = [
  { id: "pledge", name: "Pledge" },
  { id: "threat", name: "Threat" },
] as unknown as Tag[];
const articles = [{ id: "1", title: "One", outlet: "The Post" }] as unknown as Article[];

const shown = (claims: readonly Claim[], group: Parameters<typeof groupClaims>[1]) =>
  groupClaims(claims, group, { tags, articles }).map(({ words, claims: own }) => [
    words,
    ...own.map(({ statement }) => statement),
  ]);

it("puts a claim of two tags under both, and one of none last", () => {
  const claims = [
    claim("both", { tagIds: ["threat", "pledge"] as never }),
    claim("neither"),
    claim("threat", { tagIds: ["threat"] as never }),
  ];
  expect(shown(claims, "tag")).toEqual([
    ["Pledge", "both"],
    ["Threat", "both", "threat"],
    ["Without a tag", "neither"],
  ]);
});

it("goes by the analyst's status where there is one, most disputed first", () => {
  const claims = [
    claim("open"),
    claim("judged", { statusOverride: { status: "disputed", reason: "I asked" } }),
  ];
  expect(shown(claims, "status")).toEqual([
    ["± Disputed", "judged"],
    ["○ Not assessed", "open"],
  ]);
});

it("groups by stance, grade and article, without empty groups", () => {
  const counts = { ...claim("").counts, disputes: some, all: some };
  const claims = [claim("disputed", { counts, articleIds: ["1"] as never, reliabilities: ["B"] })];
  expect(shown(claims, "stance")).toEqual([["－ Disputes", "disputed"]]);
  expect(shown(claims, "grade")).toEqual([["B Usually reliable", "disputed"]]);
  expect(shown(claims, "article")).toEqual([["The Post: One", "disputed"]]);
  expect(shown([], "none")).toEqual([]);
});
