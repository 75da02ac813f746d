import { beforeEach, expect, it } from "vitest";

import type { ArticleId } from "#contract/ids";

import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;
let ids: ArticleId[];
let texts: string[];

beforeEach(() => {
  core = createTestCore();
  ids = importFiles(core, sampleArticles()).map(({ id }) => id);
  texts = ids.map((articleId) => core.ask("article.read", { articleId }).text);
});

/** Articles are called by their place in the library. */
function at(index: number): ArticleId {
  const id = ids[index];
  if (id === undefined) {
    throw new Error(`there is no article ${index}`);
  }
  return id;
}

/** Where a quotation stands: the article, how it is quoted there, and the words at its spans. */
function placesOf(quotation: string) {
  const found = core.ask("quotation.list", {}).find(({ text }) => text === quotation);
  return found?.places.map(({ articleId, quoted, match, spans }) => {
    const article = ids.indexOf(articleId);
    const words = spans.map(({ start, end }) => texts[article]?.slice(start, end));
    return [article, quoted, match, words.join(" | ")];
  });
}

it("finds “legitimate targets” in three of the five articles, quoted in two", () => {
  expect(placesOf("legitimate targets")).toEqual([
    [1, "all", "exact", "legitimate targets"],
    [2, "none", "exact", "legitimate targets"],
    [4, "all", "exact", "Legitimate Targets"],
    [4, "all", "exact", "legitimate targets"],
    [4, "all", "exact", "legitimate targets"],
    [4, "all", "exact", "legitimate targets"],
    [4, "all", "exact", "legitimate targets"],
  ]);
});

it("finds “by land, sea or air” quoted twice, and narrated once with a comma more", () => {
  expect(placesOf("by land, sea or air")).toEqual([
    [0, "all", "exact", "by land, sea or air"],
    [1, "all", "exact", "by land, sea or air"],
    [3, "none", "near", "by land, sea, or air"],
  ]);
});

it("finds Macron's sentence whole in one article and as part of a longer one in another", () => {
  const sentence = "It does not have the will or the objective of waging war against Russia";
  expect(placesOf(sentence)).toEqual([
    [2, "all", "exact", sentence],
    [4, "all", "exact", sentence],
  ]);
});

it("finds every quotation of the five articles that stands in two or more", () => {
  expect(
    core.ask("quotation.list", {}).map(({ text, articleCount }) => [text, articleCount]),
  ).toEqual([
    ["reassurance force", 4],
    ["by land, sea or air", 3],
    ["first concrete step", 3],
    ["legitimate targets", 3],
    ["constructive", 3],
    ["It does not have the will or the objective of waging war against Russia", 2],
    ["light at the end of the tunnel", 2],
    ["maximum protection for Ukraine’s skies", 2],
    ["on all fronts", 2],
    ["unbreakable pledge", 2],
    ["constructive efforts", 2],
  ]);
});

it("shows the common runs of two articles with their places in both", () => {
  const compared = core.ask("wording.compare", { articleIdA: at(2), articleIdB: at(0) });
  expect(compared).toMatchObject({ articleIdA: at(2), articleIdB: at(0), verdict: null });
  expect(
    compared.runs.map(({ spanA, spanB, words, quotedWords }) => [
      texts[2]?.slice(spanA.start, spanA.end),
      texts[0]?.slice(spanB.start, spanB.end),
      words,
      quotedWords,
    ]),
  ).toEqual(
    [
      ["Russian President Vladimir Putin has dismissed Western proposals to", 9],
      ["French President Emmanuel Macron announced that 26", 7],
      ["that the force would not be placed on the front", 10],
    ].map(([run, words]) => [run, run, words, 0]),
  );
  expect(compared.sharedWords).toBe(26);
  expect(compared.score).toBeCloseTo(26 / compared.words);
});

it("reports a shared quotation apart from shared narration", () => {
  const compared = core.ask("wording.compare", { articleIdA: at(2), articleIdB: at(4) });
  expect(compared.runs.map(({ words, quotedWords }) => [words, quotedWords])).toEqual([
    [6, 2],
    [14, 14],
  ]);
  expect(compared.quotationShare).toBeCloseTo(16 / compared.words);
  expect(compared.narrationShare).toBeCloseTo(4 / compared.words);
});

it("has for every pair in the overview what the comparison has", () => {
  const { pairs, articles } = core.ask("wording.overview", {});
  expect(articles.map(({ articleId }) => articleId)).toEqual(ids);
  expect(pairs).toHaveLength(8);
  for (const pair of pairs) {
    const { articleIdA, articleIdB } = pair;
    const { runs, ...compared } = core.ask("wording.compare", { articleIdA, articleIdB });
    expect(compared).toEqual(pair);
    expect(runs.length).toBeGreaterThan(0);
  }
});

it("shows what the analyst judged, also where no wording is shared", () => {
  const verdicts = () =>
    core
      .ask("wording.overview", {})
      .pairs.filter(({ verdict }) => verdict !== null)
      .map(({ articleIdA, articleIdB, verdict }) => [
        ids.indexOf(articleIdA),
        ids.indexOf(articleIdB),
        verdict,
      ]);
  core.ask("article.set-origin", {
    articleIds: [at(1), at(3)],
    derivation: { kind: "independent" },
  });
  expect(verdicts()).toEqual([[1, 3, "independent"]]);
  core.ask("article.set-origin", {
    articleIds: [at(3)],
    derivation: { kind: "derives", fromArticleId: at(1) },
  });
  expect(verdicts()).toEqual([[1, 3, "one origin"]]);
  core.ask("history.undo", {});
  expect(verdicts()).toEqual([[1, 3, "independent"]]);
});

it("leaves articles in the trash out", () => {
  core.ask("article.trash", { articleIds: [at(0)] });
  expect(core.ask("wording.overview", {}).articles).toHaveLength(4);
  expect(placesOf("by land, sea or air")?.map(([article]) => article)).toEqual([1, 3]);
  expect(core.dispatch("wording.compare", { articleIdA: at(0), articleIdB: at(1) })).toMatchObject({
    ok: false,
    failure: { code: "not-found" },
  });
});
