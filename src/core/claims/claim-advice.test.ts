import { beforeEach, expect, it } from "vitest";

import type { ArticleId, ClaimId } from "#contract/ids";

import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;
let articleIds: ArticleId[];
let claimId: ClaimId;

beforeEach(() => {
  core = createTestCore();
  articleIds = importFiles(core, sampleArticles()).map(({ id }) => id);
  claimId = core.ask("claim.create", { statement: "26 countries pledged forces" }).claim.id;
});

function link(article: number, stance: "supports" | "disputes", credibility: number | null) {
  const articleId = articleIds[article];
  if (articleId === undefined) {
    throw new Error(`there is no article ${article}`);
  }
  const passage = { articleId, start: 0, end: 20 };
  return core.ask("evidence.link", { claimId, passage, stance, credibility }).id;
}

const advice = () =>
  core.ask("claim.advice", { claimId }).map(({ kind, evidenceIds }) => [kind, ...evidenceIds]);

it("asks for two independent lines before information is called confirmed", () => {
  const first = link(0, "supports", 1);
  expect(advice()).toEqual([["confirmed by one line", first]]);
  const second = link(1, "supports", 1);
  expect(advice()).toEqual([]);
  core.ask("article.set-origin", {
    articleIds: articleIds.slice(0, 2),
    derivation: { kind: "named", name: "Reuters", originKind: "agency" },
  });
  expect(advice()).toEqual([["confirmed by one line", first, second]]);
});

it("does not count those that dispute a claim as confirming it", () => {
  const first = link(0, "supports", 1);
  link(1, "disputes", null);
  link(2, "disputes", null);
  expect(advice()).toEqual([
    ["confirmed by one line", first],
    ["credible while disputed", first],
  ]);
});

it("warns of credible information while a dispute stands, until the analyst settles it", () => {
  link(0, "supports", 2);
  link(1, "supports", 3);
  link(2, "supports", 6);
  expect(advice()).toEqual([]);
  const disputing = link(3, "disputes", 2);
  expect(advice()[0]?.[0]).toBe("credible while disputed");
  expect(advice()[0]).toHaveLength(3);
  expect(advice()[0]).toContain(disputing);
  core.ask("claim.change", {
    claimId,
    statusOverride: { status: "corroborated", reason: "the dispute is about another summit" },
  });
  expect(advice()).toEqual([]);
});

it("counts a contradiction by a supported claim as a dispute", () => {
  const supporting = link(0, "supports", 2);
  const other = core.ask("claim.create", { statement: "No country pledged forces" }).claim.id;
  core.ask("relation.create", { fromClaimId: other, toClaimId: claimId, type: "contradicts" });
  expect(advice()).toEqual([]);
  core.ask("evidence.link", {
    claimId: other,
    passage: { articleId: articleIds[1] ?? "", start: 0, end: 20 },
    stance: "supports",
  });
  expect(advice()).toEqual([["credible while disputed", supporting]]);
});

it("does not call a claim disputed that is only disputed", () => {
  link(0, "disputes", 2);
  expect(advice()).toEqual([]);
});

it("asks what high confidence rests on, and for one row of likelihood words", () => {
  link(0, "supports", null);
  core.ask("claim.change", { claimId, confidence: "high", likelihood: "probable" });
  expect(advice()).toEqual([["high confidence on one line"]]);
  link(1, "supports", null);
  const other = core.ask("claim.create", { statement: "other", likelihood: "likely" }).claim.id;
  expect(advice()).toEqual([["mixed likelihood words"]]);
  core.ask("claim.change", { claimId: other, likelihood: "remote" });
  expect(advice()).toEqual([]);
});
