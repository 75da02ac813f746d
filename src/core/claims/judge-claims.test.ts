import { beforeEach, expect, it } from "vitest";

import type { Article } from "#contract/article";
import { statusInForce } from "#contract/claim";
import {
  Likelihood,
  bandOfLikelihood,
  likelihoodBands,
  rowOfLikelihood,
} from "#contract/likelihood";

import { idOf } from "../articles/testing/id-of.ts";
import { createTestCore, importFiles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;
let articles: Article[];

beforeEach(() => {
  core = createTestCore();
  articles = importFiles(
    core,
    ["26 countries pledged forces.", "Paris: 26 nations agreed.", "Berlin will decide."].map(
      (text, index) => ({ name: `${index}.txt`, bytes: new TextEncoder().encode(text) }),
    ),
  );
});

function articleAt(index: number): Article {
  const article = articles[index];
  if (article === undefined) {
    throw new Error(`there is no article ${index}`);
  }
  return article;
}

const spanIn = (index: number) => ({ articleId: articleAt(index).id, start: 0, end: 12 });
const statements = (filter: object) =>
  core.ask("claim.list", filter).map((claim) => claim.statement);

it("has every ICD 203 term in one band and one row", () => {
  expect(likelihoodBands.flatMap(({ terms }) => terms).toSorted()).toEqual(
    Likelihood.options.toSorted(),
  );
  expect(rowOfLikelihood("very likely")).toBe(1);
  expect(rowOfLikelihood("highly probable")).toBe(2);
  expect(bandOfLikelihood("highly probable")).toMatchObject({ fromPercent: 80, toPercent: 95 });
});

it("keeps what the analyst judges, and takes it back with null", () => {
  const { claim } = core.ask("claim.create", {
    statement: "A ceasefire is near",
    kind: "forecast",
  });
  expect(claim).toMatchObject({ kind: "forecast", likelihood: null, confidence: null });
  expect(
    core.ask("claim.change", {
      claimId: claim.id,
      likelihood: "unlikely",
      confidence: "low",
      confidenceBasis: "one anonymous diplomat",
    }),
  ).toMatchObject({
    kind: "forecast",
    likelihood: "unlikely",
    confidence: "low",
    confidenceBasis: "one anonymous diplomat",
  });
  expect(core.ask("claim.change", { claimId: claim.id, likelihood: null }).likelihood).toBeNull();
  core.ask("history.undo", {});
  core.ask("history.undo", {});
  expect(core.ask("claim.list", {})).toEqual([claim]);
});

it("shows the analyst's status beside the computed one, and needs a reason for it", () => {
  const { claim } = core.ask("claim.create", { statement: "26 pledged", passage: spanIn(0) });
  const override = { status: "contradicted", reason: " retracted the day after " } as const;
  const changed = core.ask("claim.change", { claimId: claim.id, statusOverride: override });
  expect(changed).toMatchObject({
    status: "uncorroborated",
    statusOverride: { status: "contradicted", reason: "retracted the day after" },
  });
  expect(statusInForce(changed)).toBe("contradicted");
  expect(statements({ status: "contradicted" })).toEqual(["26 pledged"]);
  expect(statements({ status: "uncorroborated" })).toEqual([]);
  expect(
    core.dispatch("claim.change", {
      claimId: claim.id,
      statusOverride: { status: "disputed", reason: " " },
    }),
  ).toMatchObject({
    ok: false,
    failure: { code: "invalid-request", path: ["statusOverride", "reason"] },
  });
  expect(
    core.ask("claim.change", { claimId: claim.id, statusOverride: null }).statusOverride,
  ).toBeNull();
});

it("changes many claims in one change", () => {
  const [one, two, three] = ["one", "two", "three"].map(
    (statement) => core.ask("claim.create", { statement }).claim.id,
  );
  if (one === undefined || two === undefined || three === undefined) {
    throw new Error("three claims were made");
  }
  const old = core.ask("tag.create", { name: "Old" }).id;
  const fresh = core.ask("tag.create", { name: "Fresh" }).id;
  core.ask("claim.change", { claimId: one, tagIds: [old] });
  const before = core.ask("claim.list", {});
  const changed = core.ask("claim.change-many", {
    claimIds: [two, one, two],
    kind: "assessment",
    addTagIds: [fresh],
    removeTagIds: [old],
  });
  expect(changed.map(({ id, kind, tagIds }) => ({ id, kind, tagIds }))).toEqual([
    { id: two, kind: "assessment", tagIds: [fresh] },
    { id: one, kind: "assessment", tagIds: [fresh] },
  ]);
  expect(core.ask("claim.list", { kind: "assessment" })).toHaveLength(2);
  core.ask("history.undo", {});
  expect(core.ask("claim.list", {})).toEqual(before);
});

it("filters by stance and by the grade of the source", () => {
  core.ask("article.describe", { articleId: articleAt(0).id, patch: { outlet: "Graded" } });
  const [source] = core.ask("source.list", {});
  core.ask("source.grade", { sourceId: idOf(source), reliability: "B" });
  const { claim } = core.ask("claim.create", { statement: "graded", passage: spanIn(0) });
  core.ask("evidence.link", { claimId: claim.id, passage: spanIn(1), stance: "qualifies" });
  core.ask("claim.create", { statement: "unknown", passage: spanIn(2), stance: "disputes" });
  core.ask("claim.create", { statement: "bare" });
  expect(statements({ stance: "qualifies" })).toEqual(["graded"]);
  expect(statements({ stance: "disputes" })).toEqual(["unknown"]);
  expect(statements({ reliability: ["B", "C"] })).toEqual(["graded"]);
  expect(statements({ reliability: ["F"] })).toEqual(["graded", "unknown"]);
  expect(statements({ sort: "reliability" })).toEqual(["graded", "unknown", "bare"]);
  expect(core.ask("claim.list", {})[0]).toMatchObject({
    articleIds: [articleAt(0).id, articleAt(1).id],
    reliabilities: ["B", "F"],
  });
});

it("sorts, and leaves equals in the analyst's order", () => {
  core.ask("claim.create", { statement: "b: no evidence" });
  core.ask("claim.create", { statement: "c: disputed", passage: spanIn(0), stance: "disputes" });
  const { claim } = core.ask("claim.create", { statement: "a: two lines", passage: spanIn(1) });
  core.ask("evidence.link", { claimId: claim.id, passage: spanIn(2), stance: "supports" });
  core.ask("claim.create", { statement: "d: one line", passage: spanIn(1) });
  const order = (sort: string) =>
    statements({ sort })
      .map((statement) => statement.slice(0, 1))
      .join("");
  expect(order("position")).toBe("bcad");
  expect(order("statement")).toBe("abcd");
  expect(order("status")).toBe("cdab");
  expect(order("newest")).toBe("dacb");
  expect(order("evidence")).toBe("acdb");
  expect(order("independent")).toBe("adbc");
  expect(order("disputes")).toBe("cbad");
  // c in article 0, a and d first in article 1, b nowhere
  expect(order("article")).toBe("cadb");
  const later = core.ask("tag.create", { name: "later" });
  const first = core.ask("tag.create", { name: "first" });
  core.ask("tag.move", { tagId: first.id, parentId: null, beforeTagId: later.id });
  const [b, , a] = core.ask("claim.list", {});
  core.ask("claim.change", { claimId: b?.id ?? "", tagIds: [later.id] });
  core.ask("claim.change", { claimId: a?.id ?? "", tagIds: [first.id] });
  expect(order("tag")).toBe("abcd");
});

it("counts a contradiction once and on both sides, and tells when the other claim is supported", () => {
  const ground = core.ask("claim.create", { statement: "Ground troops", passage: spanIn(0) }).claim;
  const air = core.ask("claim.create", { statement: "Air cover only" }).claim;
  core.ask("relation.create", { fromClaimId: ground.id, toClaimId: air.id, type: "contradicts" });
  core.ask("relation.create", { fromClaimId: air.id, toClaimId: ground.id, type: "contradicts" });
  const counts = () =>
    core
      .ask("claim.list", {})
      .map(({ contradictions, supportedContradictions }) => [
        contradictions,
        supportedContradictions,
      ]);
  expect(counts()).toEqual([
    [1, 0],
    [1, 1],
  ]);
  expect(core.ask("claim.list", {}).map(({ status }) => status)).toEqual([
    "uncorroborated",
    "not assessed",
  ]);
  core.ask("claim.trash", { claimIds: [ground.id] });
  expect(counts()).toEqual([[0, 0]]);
});
