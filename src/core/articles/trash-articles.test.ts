import { describe, expect, it } from "vitest";

import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import { idOf } from "./testing/id-of.ts";

describe("article.trash", () => {
  it("takes articles out of every list until it is undone", () => {
    const core = createTestCore();
    const articles = importFiles(core, sampleArticles());
    const [first, second] = articles.map(({ id }) => id);
    const articleIds = [first, second, first].filter((id) => id !== undefined);
    core.ask("article.trash", { articleIds });
    expect(core.ask("article.list", {})).toEqual(articles.slice(2));
    for (const name of ["article.read", "article.original", "article.trash", "article.describe"]) {
      const input = {
        "article.trash": { articleIds: [first] },
        "article.describe": { articleId: first, patch: { note: "x" } },
      }[name] ?? { articleId: first };
      expect(core.dispatch(name, input)).toMatchObject({
        ok: false,
        failure: { code: "not-found" },
      });
    }
    expect(core.ask("history.undo", {}).redo).toEqual({ label: "move 2 articles to trash" });
    expect(core.ask("article.list", {})).toEqual(articles);
  });

  it("moves none when one is not there", () => {
    const core = createTestCore();
    const [article] = importFiles(core, sampleArticles().slice(0, 1));
    const articleIds = [article?.id, "00000000-0000-7000-8000-ffffffffffff"];
    expect(core.dispatch("article.trash", { articleIds })).toMatchObject({
      ok: false,
      failure: { code: "not-found" },
    });
    expect(core.ask("article.list", {})).toEqual([article]);
  });

  it("lets the same bytes be imported again, after all that is there", () => {
    const core = createTestCore();
    const [first] = importFiles(core, sampleArticles().slice(0, 1));
    core.ask("article.trash", { articleIds: [idOf(first)] });
    expect(core.ask("history.read", {}).undo).toEqual({ label: "move article to trash" });
    const [second] = importFiles(core, sampleArticles().slice(0, 1));
    expect(second).toMatchObject({ title: first?.title, position: 1 });
    expect(second?.id).not.toBe(first?.id);
    core.ask("history.undo", {});
    core.ask("history.undo", {});
    expect(core.ask("article.list", {})).toEqual([first]);
  });
});
