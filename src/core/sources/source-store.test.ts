import { beforeEach, describe, expect, it } from "vitest";

import type { Article, ArticlePatch } from "#contract/article";

import { idOf } from "../articles/testing/id-of.ts";
import { createTestCore, importFiles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;
let first: Article;
let second: Article;

beforeEach(() => {
  core = createTestCore();
  const [one, two] = importFiles(core, [
    { name: "a.txt", bytes: new TextEncoder().encode("Leaders met in Paris.") },
    { name: "b.txt", bytes: new TextEncoder().encode("Leaders met in Rome.") },
  ]);
  if (one === undefined || two === undefined) {
    throw new Error("two articles were imported");
  }
  first = one;
  second = two;
});

const edit = (article: Article, patch: ArticlePatch) =>
  core.ask("article.describe", { articleId: article.id, patch });

describe("source.grade", () => {
  it("grades a source for all its articles, and undo takes it back", () => {
    edit(first, { outlet: "Example" });
    edit(second, { outlet: "Example" });
    const id = idOf(core.ask("source.list", {})[0]);
    expect(core.ask("source.grade", { sourceId: id, reliability: "B", note: "Good." })).toEqual({
      id,
      name: "Example",
      reliability: "B",
      note: "Good.",
      articleCount: 2,
    });
    expect(core.ask("source.grade", { sourceId: id, reliability: "C" }).note).toBe("Good.");
    expect(core.ask("article.list", {}).map(({ reliability }) => reliability)).toEqual(["C", "C"]);
    expect(core.ask("history.undo", {}).redo).toEqual({ label: "grade source" });
    expect(core.ask("article.list", {}).map(({ reliability }) => reliability)).toEqual(["B", "B"]);
  });

  it("refuses a source that is not there", () => {
    const input = { sourceId: "00000000-0000-7000-8000-ffffffffffff", reliability: "A" };
    expect(core.dispatch("source.grade", input)).toMatchObject({
      ok: false,
      failure: { code: "not-found", path: ["sourceId"] },
    });
  });
});

describe("source.list", () => {
  it("is in order of name and counts what is not in the trash", () => {
    edit(first, { outlet: "österreich" });
    edit(second, { outlet: "Zeitung" });
    core.ask("article.trash", { articleIds: [second.id] });
    expect(core.ask("source.list", {})).toMatchObject([
      { name: "österreich", articleCount: 1 },
      { name: "Zeitung", articleCount: 0 },
    ]);
  });
});
