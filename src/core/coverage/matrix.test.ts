import { beforeEach, expect, it } from "vitest";

import type { Stance } from "#contract/claim";
import type { ArticleId, ClaimId } from "#contract/ids";

import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";
import { stateOfCell } from "./matrix-store.ts";

let core: TestCore;
let articleIds: ArticleId[];
let claimId: ClaimId;

beforeEach(() => {
  core = createTestCore();
  articleIds = importFiles(core, sampleArticles()).map(({ id }) => id);
  claimId = core.ask("claim.create", { statement: "26 countries pledged forces" }).claim.id;
});

function articleAt(index: number): ArticleId {
  const id = articleIds[index];
  if (id === undefined) {
    throw new Error(`there is no article ${index}`);
  }
  return id;
}

function link(article: number, start: number, stance: Stance) {
  const passage = { articleId: articleAt(article), start, end: start + 20 };
  core.ask("evidence.link", { claimId, passage, stance });
}

it.each<[Partial<Record<Stance, number>>, string]>([
  [{}, "silent"],
  [{ mentions: 2 }, "mentions"],
  [{ supports: 1, mentions: 1 }, "supports"],
  [{ disputes: 3 }, "disputes"],
  [{ qualifies: 1 }, "qualifies"],
  [{ supports: 1, qualifies: 1 }, "mixed"],
  [{ supports: 1, disputes: 1 }, "mixed"],
])("calls a cell with %j %s", (counts, state) => {
  expect(stateOfCell({ supports: 0, disputes: 0, qualifies: 0, mentions: 0, ...counts })).toBe(
    state,
  );
});

it("has the cells about which something is known, and says how much was checked", () => {
  link(0, 0, "supports");
  link(0, 30, "disputes");
  link(2, 0, "mentions");
  for (const article of [2, 3]) {
    core.ask("coverage.mark", { claimId, articleId: articleAt(article), silent: true });
  }
  core.ask("claim.create", { statement: "Germany has committed troops" });
  const { cells, ...progress } = core.ask("coverage.matrix", {});
  expect(cells.map(({ articleId, state }) => [articleIds.indexOf(articleId), state])).toEqual([
    [0, "mixed"],
    [2, "mentions"],
    [3, "silent"],
  ]);
  expect(cells[0]?.counts).toEqual({ supports: 1, disputes: 1, qualifies: 0, mentions: 0 });
  expect(progress).toEqual({ checkedCount: 3, cellCount: 10 });
});

it("says the same as the list of coverage, also with things in the trash", () => {
  link(0, 0, "supports");
  link(1, 0, "supports");
  for (const article of [1, 2]) {
    core.ask("coverage.mark", { claimId, articleId: articleAt(article), silent: true });
  }
  core.ask("article.trash", { articleIds: [articleAt(0)] });
  const highlights = core.ask("highlight.list", { articleId: articleAt(1) });
  core.ask("highlight.trash", { highlightIds: highlights.map(({ id }) => id) });
  const known = core
    .ask("coverage.list", {})
    .filter(({ state }) => state !== "unchecked")
    .map(({ articleId, state }) => [articleId, state]);
  const { cells, cellCount } = core.ask("coverage.matrix", {});
  expect(cells.map(({ articleId, state }) => [articleId, state])).toEqual(known);
  expect(known).toHaveLength(2);
  expect(cellCount).toBe(4);
});

it("has the sentence that speaks of a claim among the first three it suggests", () => {
  const suggested = (article: number) => {
    const articleId = articleAt(article);
    const { text } = core.ask("article.read", { articleId });
    return core
      .ask("coverage.suggest", { claimId, articleId, limit: 3 })
      .map(({ start, end }) => text.slice(start, end));
  };
  for (const article of [0, 1, 2, 3, 4]) {
    expect(suggested(article).join("\n")).toMatch(/\b26\b/u);
  }
});

it("looks for the words of passages that are evidence already, too", () => {
  const articleId = articleAt(4);
  const { text } = core.ask("article.read", { articleId });
  const suggested = (id: ClaimId) => {
    const [best] = core.ask("coverage.suggest", { claimId: id, articleId, limit: 1 });
    return best === undefined ? "" : text.slice(best.start, best.end);
  };
  const other = core.ask("claim.create", { statement: "The mission is defensive" }).claim.id;
  expect(suggested(other)).not.toContain("waging war");
  const source = core.ask("article.read", { articleId: articleAt(2) }).text;
  const start = source.indexOf("It does not have the will");
  core.ask("evidence.link", {
    claimId: other,
    passage: { articleId: articleAt(2), start, end: source.indexOf("aggression.", start) + 11 },
    stance: "supports",
  });
  expect(suggested(other)).toContain("waging war");
});
