import { beforeEach, describe, expect, it } from "vitest";

import type { Article, ArticlePatch } from "#contract/article";

import { createTestCore, importFiles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";
import { idOf } from "./testing/id-of.ts";

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
const sourceNames = () => core.ask("source.list", {}).map(({ name }) => name);

describe("article.describe", () => {
  it("stores every field, trims what is one line, and answers what is stored", () => {
    const article = edit(first, {
      title: " A title ",
      outlet: " Example News ",
      author: " Jane Doe ",
      publishedOn: "2025-09-05",
      url: " https://example.com/a ",
      accessedOn: "2025-09",
      language: "EN-us",
      note: " as it is \n",
    });
    expect(article).toEqual({
      ...first,
      title: "A title",
      titleIsProposed: false,
      outlet: "Example News",
      sourceId: expect.any(String),
      author: "Jane Doe",
      publishedOn: "2025-09-05",
      url: "https://example.com/a",
      accessedOn: "2025-09",
      language: "en-US",
      note: " as it is \n",
    });
    expect(core.ask("article.list", {})[0]).toEqual(article);
    expect(core.ask("history.read", {}).undo).toEqual({ label: "edit article details" });
  });

  it("is one change: undo gives back all of it, and the outlet that it made", () => {
    edit(first, { title: "Other", outlet: "Example News", author: "Jane Doe" });
    core.ask("history.undo", {});
    expect(core.ask("article.list", {})[0]).toEqual(first);
    expect(sourceNames()).toEqual([]);
  });

  it("takes the proposed title, given as it is, for confirmed", () => {
    expect(edit(first, { title: first.title })).toEqual({ ...first, titleIsProposed: false });
  });

  it("makes no change for a patch that changes nothing", () => {
    const { undoCount } = core.ask("history.read", {});
    edit(first, {});
    edit(first, { author: null, note: "" });
    expect(core.ask("history.read", {}).undoCount).toBe(undoCount);
  });

  it("clears what is blank or null", () => {
    edit(first, { author: "Jane Doe", url: "x", language: "en", outlet: "Example News" });
    expect(edit(first, { author: " ", url: null, language: "", outlet: null })).toEqual(first);
  });

  it("finds an outlet again whatever its case", () => {
    const { sourceId } = edit(first, { outlet: "Nachrichten ÖRR" });
    expect(edit(second, { outlet: " nachrichten örr" })).toMatchObject({
      sourceId,
      outlet: "Nachrichten ÖRR",
    });
    expect(sourceNames()).toEqual(["Nachrichten ÖRR"]);
  });

  it("corrects the spelling of an article's own outlet", () => {
    const { sourceId } = edit(first, { outlet: "bbc news" });
    expect(edit(first, { outlet: "BBC News" })).toMatchObject({ sourceId, outlet: "BBC News" });
  });

  it("drops an outlet that nothing names any more, unless the analyst graded it", () => {
    edit(first, { outlet: "Exmaple" });
    edit(first, { outlet: "Example" });
    expect(sourceNames()).toEqual(["Example"]);
    const [example] = core.ask("source.list", {});
    core.ask("source.grade", { sourceId: idOf(example), reliability: "B" });
    edit(first, { outlet: null });
    expect(core.ask("source.list", {})).toMatchObject([{ name: "Example", articleCount: 0 }]);
  });

  it.each([
    ["publishedOn", "2025-02-29"],
    ["accessedOn", "2025-04-31"],
    ["language", "not a language"],
  ] as const)("refuses %s %s and says where", (field, value) => {
    const input = { articleId: first.id, patch: { author: "X", [field]: value } };
    expect(core.dispatch("article.describe", input)).toMatchObject({
      ok: false,
      failure: { code: "invalid-request", path: ["patch", field] },
    });
    expect(core.ask("article.list", {})[0]).toEqual(first);
  });

  it("takes the 29th of February of a leap year", () => {
    expect(edit(first, { publishedOn: "2024-02-29" }).publishedOn).toBe("2024-02-29");
  });
});
