import { beforeEach, expect, it } from "vitest";

import type { Article } from "#contract/article";

import { createTestCore, importFiles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;
let articles: Article[];

beforeEach(() => {
  core = createTestCore();
  articles = importFiles(
    core,
    ["26 countries pledged forces.", "Paris: 26 nations agreed.", "Berlin will decide later."].map(
      (text, index) => ({ name: `${index}.txt`, bytes: new TextEncoder().encode(text) }),
    ),
  );
});

function spanIn(index: number) {
  const article = articles[index];
  if (article === undefined) {
    throw new Error(`there is no article ${index}`);
  }
  return { articleId: article.id, start: 0, end: 12 };
}

it("makes a claim, its highlight and the link in one change", () => {
  const { claim, evidence } = core.ask("claim.create", {
    statement: " 26 countries pledged forces ",
    passage: spanIn(0),
  });
  expect(claim).toMatchObject({
    statement: "26 countries pledged forces",
    status: "uncorroborated",
  });
  expect(evidence).toMatchObject({
    claimId: claim.id,
    stance: "supports",
    exact: "26 countries",
    verified: true,
  });
  core.ask("history.undo", {});
  expect(core.ask("claim.list", {})).toEqual([]);
  expect(core.ask("highlight.list", {})).toEqual([]);
});

it("makes a claim of several passages in one change", () => {
  const { claim } = core.ask("claim.create", {
    statement: "26 pledged",
    passage: spanIn(0),
    morePassages: [spanIn(1), spanIn(2)],
    stance: "qualifies",
  });
  expect(claim.counts.qualifies).toEqual({ highlights: 3, articles: 3, independent: 3 });
  core.ask("history.undo", {});
  expect(core.ask("claim.list", {})).toEqual([]);
  expect(core.ask("highlight.list", {})).toEqual([]);
});

it("shows a highlight with the grades that it has as evidence, ungraded as unknown", () => {
  const { claim, evidence } = core.ask("claim.create", { statement: "26", passage: spanIn(0) });
  const highlightIds = [evidence?.highlightId ?? ""];
  const grades = () => core.ask("highlight.rows", { highlightIds })[0]?.grades;
  expect(grades()).toEqual(["F6"]);
  core.ask("evidence.change", { evidenceId: evidence?.id ?? "", credibility: 2 });
  const [passage] = highlightIds.map((highlightId) => ({ highlightId }));
  const other = core.ask("claim.create", { statement: "27" }).claim;
  core.ask("evidence.link", {
    claimId: other.id,
    passage: passage ?? spanIn(0),
    stance: "disputes",
    credibility: 5,
  });
  expect(grades()).toEqual(["F2", "F5"]);
  core.ask("claim.trash", { claimIds: [claim.id, other.id] });
  expect(grades()).toEqual(["F6"]);
});

it("links a passage to a claim once: linking again changes the stance", () => {
  const { claim } = core.ask("claim.create", { statement: "Germany has committed troops" });
  const link = { claimId: claim.id, passage: spanIn(2) };
  const first = core.ask("evidence.link", { ...link, stance: "supports", attribution: "Merz" });
  const second = core.ask("evidence.link", { ...link, stance: "disputes" });
  expect(second).toMatchObject({ id: first.id, stance: "disputes", attribution: "Merz" });
  expect(core.ask("claim.list", {})[0]?.status).toBe("contradicted");
});

it("counts no evidence of highlights and articles that went to the trash", () => {
  const { claim } = core.ask("claim.create", { statement: "26 pledged", passage: spanIn(0) });
  core.ask("evidence.link", { claimId: claim.id, passage: spanIn(1), stance: "supports" });
  expect(core.ask("claim.list", {})[0]?.status).toBe("corroborated");
  core.ask("article.trash", { articleIds: [spanIn(1).articleId] });
  expect(core.ask("claim.list", {})[0]?.status).toBe("uncorroborated");
  const highlightIds = core.ask("highlight.list", {}).map((highlight) => highlight.id);
  core.ask("highlight.trash", { highlightIds });
  expect(core.ask("claim.list", {})[0]?.status).toBe("not assessed");
  core.ask("history.undo", {});
  core.ask("history.undo", {});
  expect(core.ask("claim.list", {})[0]?.status).toBe("corroborated");
});

it("filters by status, tag, article and words, whatever their case and accents", () => {
  const tag = core.ask("tag.create", { name: "Pledge" });
  const paris = core.ask("claim.create", {
    statement: "The Élysée hosted the summit",
    tagIds: [tag.id],
    passage: spanIn(1),
  });
  core.ask("claim.create", { statement: "Germany has committed troops" });
  const found = (filter: object) => core.ask("claim.list", filter).map((claim) => claim.statement);
  expect(found({ text: "ELYSEE summit" })).toEqual([paris.claim.statement]);
  expect(found({ tagId: tag.id })).toEqual([paris.claim.statement]);
  expect(found({ articleId: spanIn(1).articleId })).toEqual([paris.claim.statement]);
  expect(found({ status: "not assessed" })).toEqual(["Germany has committed troops"]);
  expect(found({ text: "summit", status: "not assessed" })).toEqual([]);
});

it("moves a claim within the list", () => {
  const ids = ["one", "two", "three"].map(
    (statement) => core.ask("claim.create", { statement }).claim.id,
  );
  const [one, , three] = ids;
  if (one === undefined || three === undefined) {
    throw new Error("three claims were made");
  }
  const order = () => core.ask("claim.list", {}).map((claim) => claim.statement);
  core.ask("claim.move", { claimId: three, beforeClaimId: one });
  expect(order()).toEqual(["three", "one", "two"]);
  core.ask("claim.move", { claimId: three, beforeClaimId: null });
  expect(order()).toEqual(["one", "two", "three"]);
});

it("keeps one relation in each direction and none of a claim to itself", () => {
  const one = core.ask("claim.create", { statement: "US will send ground troops" }).claim.id;
  const two = core.ask("claim.create", { statement: "US support is air cover" }).claim.id;
  core.ask("relation.create", { fromClaimId: one, toClaimId: two, type: "supports" });
  core.ask("relation.create", { fromClaimId: one, toClaimId: two, type: "contradicts" });
  expect(core.ask("relation.list", { claimId: two }).map(({ type }) => type)).toEqual([
    "contradicts",
  ]);
  expect(
    core.dispatch("relation.create", { fromClaimId: one, toClaimId: one, type: "refines" }),
  ).toMatchObject({ ok: false, failure: { code: "conflict", path: ["toClaimId"] } });
});

it("tells evidence, silence and unchecked articles apart", () => {
  const { claim } = core.ask("claim.create", { statement: "26 pledged", passage: spanIn(0) });
  core.ask("coverage.mark", { claimId: claim.id, articleId: spanIn(2).articleId, silent: true });
  expect(core.ask("coverage.list", {}).map(({ state }) => state)).toEqual([
    "has evidence",
    "unchecked",
    "silent",
  ]);
});

it("brings a removed claim back with its evidence", () => {
  const { claim } = core.ask("claim.create", { statement: "26 pledged", passage: spanIn(0) });
  core.ask("claim.trash", { claimIds: [claim.id] });
  expect(core.ask("evidence.list", {})).toEqual([]);
  expect(core.dispatch("claim.change", { claimId: claim.id, note: "?" })).toMatchObject({
    ok: false,
    failure: { code: "not-found", path: ["claimId"] },
  });
  core.ask("history.undo", {});
  expect(core.ask("evidence.list", { claimId: claim.id })).toHaveLength(1);
});

it("makes a tag and puts it on a claim in one change", () => {
  const known = core.ask("tag.create", { name: "Troops" });
  const { claim } = core.ask("claim.create", { statement: "A claim", tagIds: [known.id] });
  const changed = core.ask("claim.change", { claimId: claim.id, newTag: { name: "Threat" } });
  const tags = core.ask("tag.list", {});
  const names = changed.tagIds.map((id) => tags.find((tag) => tag.id === id)?.name);
  expect(new Set(names)).toEqual(new Set(["Threat", "Troops"]));
  core.ask("history.undo", {});
  expect(core.ask("tag.list", {}).map(({ name }) => name)).toEqual(["Troops"]);
});
