import { beforeEach, expect, it } from "vitest";

import type { ArticleId } from "#contract/ids";
import type { Derivation } from "#contract/origin";

import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;
let ids: ArticleId[];

beforeEach(() => {
  core = createTestCore();
  ids = importFiles(core, sampleArticles()).map(({ id }) => id);
});

/** Articles are called by their place in the library. */
function at(index: number): ArticleId {
  const id = ids[index];
  if (id === undefined) {
    throw new Error(`there is no article ${index}`);
  }
  return id;
}

const set = (articles: number[], derivation: Derivation) =>
  core.ask("article.set-origin", { articleIds: articles.map(at), derivation });
const derive = (article: number, from: number) =>
  set([article], { kind: "derives", fromArticleId: at(from) });
/** Origins as places of articles; the root, where there is one, first. */
const origins = () =>
  core
    .ask("origin.list", {})
    .map(({ rootArticleId, articleIds }) =>
      articleIds
        .map((id) => ids.indexOf(id))
        .toSorted((a, b) => (at(a) === rootArticleId ? -1 : at(b) === rootArticleId ? 1 : a - b)),
    );
const claimSupportedBy = (articles: number[]) => {
  const { claim } = core.ask("claim.create", { statement: "26 countries pledged forces" });
  for (const index of articles) {
    core.ask("evidence.link", {
      claimId: claim.id,
      passage: { articleId: at(index), start: 0, end: 20 },
      stance: "supports",
    });
  }
  return () => {
    const [found] = core.ask("claim.list", {});
    return [found?.counts.supports.articles, found?.counts.supports.independent, found?.status];
  };
};

it("counts an article and what derives from it as one line", () => {
  const counts = claimSupportedBy([0, 1]);
  expect(counts()).toEqual([2, 2, "corroborated"]);
  derive(1, 0);
  expect(counts()).toEqual([2, 1, "single origin"]);
  expect(core.ask("origin.list", {})).toMatchObject([
    { kind: "article", name: core.ask("article.list", {})[0]?.title, rootArticleId: at(0) },
  ]);
  core.ask("history.undo", {});
  expect(counts()).toEqual([2, 2, "corroborated"]);
  expect(origins()).toEqual([]);
});

it("counts five sources of one agency and one article of its own as two lines", () => {
  const counts = claimSupportedBy([0, 1, 2, 3, 4]);
  set([0, 1, 2, 3], { kind: "named", name: "Reuters", originKind: "agency" });
  expect(counts()).toEqual([5, 2, "corroborated"]);
  set([4], { kind: "named", name: " reuters ", originKind: "agency" });
  expect(counts()).toEqual([5, 1, "single origin"]);
  expect(core.ask("origin.list", {})).toHaveLength(1);
});

it("takes along what derives from an article that derives from another", () => {
  derive(2, 1);
  derive(1, 0);
  expect(origins()).toEqual([[0, 1, 2]]);
  set([0], { kind: "named", name: "Reuters", originKind: "agency" });
  expect(core.ask("origin.list", {})).toMatchObject([{ name: "Reuters", rootArticleId: null }]);
  expect(origins()).toEqual([[0, 1, 2]]);
});

it("turns the direction round when it is said the other way", () => {
  derive(1, 0);
  derive(0, 1);
  expect(origins()).toEqual([[1, 0]]);
});

it("joins the line of an article that derives from an agency", () => {
  set([0], { kind: "named", name: "Reuters", originKind: "agency" });
  derive(1, 0);
  expect(core.ask("origin.list", {})).toMatchObject([{ name: "Reuters", kind: "agency" }]);
  expect(origins()).toEqual([[0, 1]]);
});

it("leaves no origin behind when nothing derives from its article any more", () => {
  derive(1, 0);
  derive(2, 0);
  set([1], { kind: "independent" });
  expect(origins()).toEqual([[0, 2]]);
  derive(2, 3);
  expect(origins()).toEqual([[3, 2]]);
  set([3, 2], { kind: "independent" });
  expect(origins()).toEqual([]);
});

it("lets others derive from an article that is independent itself", () => {
  derive(1, 0);
  derive(2, 0);
  set([0, 1], { kind: "independent" });
  expect(origins()).toEqual([[0, 2]]);
});

it("refuses an article that derives from itself", () => {
  expect(
    core.dispatch("article.set-origin", {
      articleIds: [at(0)],
      derivation: { kind: "derives", fromArticleId: at(0) },
    }),
  ).toMatchObject({
    ok: false,
    failure: { code: "conflict", path: ["derivation", "fromArticleId"] },
  });
});

it("makes, renames and removes origins, and undoes each", () => {
  const made = core.ask("origin.create", { name: " AFP ", kind: "agency" });
  expect(made).toMatchObject({ name: "AFP", kind: "agency", note: "", articleIds: [] });
  expect(core.dispatch("origin.create", { name: "afp", kind: "other" })).toMatchObject({
    ok: false,
    failure: { code: "conflict", path: ["name"] },
  });
  set([0, 1], { kind: "origin", originId: made.id });
  expect(
    core.ask("origin.change", { originId: made.id, name: "Agence France-Presse", note: "wire" }),
  ).toMatchObject({ name: "Agence France-Presse", note: "wire", articleIds: [at(0), at(1)] });
  core.ask("origin.remove", { originId: made.id });
  expect(core.ask("article.list", {}).map(({ originId }) => originId)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  core.ask("history.undo", {});
  expect(origins()).toEqual([[0, 1]]);
});

it("names an origin that is an article after that article, always", () => {
  derive(1, 0);
  const [origin] = core.ask("origin.list", {});
  core.ask("article.describe", { articleId: at(0), patch: { title: "The first report" } });
  expect(core.ask("origin.list", {})[0]?.name).toBe("The first report");
  expect(core.dispatch("origin.change", { originId: origin?.id, name: "Other" })).toMatchObject({
    ok: false,
    failure: { code: "conflict", path: ["name"] },
  });
});
