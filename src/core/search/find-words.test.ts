import { describe, expect, it } from "vitest";

import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";
import { parseWords } from "./parse-words.ts";

function openSamples(): TestCore {
  const core = createTestCore();
  importFiles(core, sampleArticles());
  return core;
}

function sentences(core: TestCore, text: string): string[] {
  return core
    .ask("search.find", { text })
    .articles.flatMap(({ hits }) => hits.map(({ exact }) => exact));
}

describe("what is searched for", () => {
  it("is words, and phrases in any quotation marks", () => {
    expect(parseWords('Troops “legitimate targets” troops "by land')).toEqual({
      words: ["troops"],
      phrases: [
        ["legitimate", "targets"],
        ["by", "land"],
      ],
    });
    expect(parseWords(" “” … ")).toEqual({ words: [], phrases: [] });
  });
});

describe("searching all articles", () => {
  it("finds sentences with every word, in any form, wherever they stand", () => {
    const found = sentences(openSamples(), "pledge ally");
    expect(found.length).toBeGreaterThan(1);
    for (const sentence of found) {
      expect(sentence).toMatch(/pledge/iu);
      expect(sentence).toMatch(/all(?:y|ies)/iu);
    }
  });

  it("finds a phrase word for word, as the texts have it", () => {
    const core = openSamples();
    const texts = sampleArticles().map(({ bytes }) => new TextDecoder().decode(bytes));
    const inTexts = texts.filter((text) => /light at the end of the tunnel/iu.test(text)).length;
    const { articles, isCut } = core.ask("search.find", {
      text: "“Light at the end of the tunnel”",
    });
    expect(articles).toHaveLength(inTexts);
    expect(isCut).toBe(false);
    for (const { articleId, hits } of articles) {
      const { text } = core.ask("article.read", { articleId });
      for (const { start, end, exact, words } of hits) {
        expect(text.slice(start, end)).toBe(exact);
        expect(words.map((word) => text.slice(word.start, word.end))).toEqual([
          "light at the end of the tunnel",
        ]);
      }
    }
    expect(sentences(core, "“tunnel the of end the at light”")).toEqual([]);
  });

  it("gives the articles with most hits first, and none that is in the trash", () => {
    const core = openSamples();
    const { articles } = core.ask("search.find", { text: "ceasefire" });
    const counts = articles.map(({ hits }) => hits.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const [first] = articles;
    core.ask("article.trash", { articleIds: first === undefined ? [] : [first.articleId] });
    const after = core.ask("search.find", { text: "ceasefire" }).articles;
    expect(after.map(({ articleId }) => articleId)).toEqual(
      articles.slice(1).map(({ articleId }) => articleId),
    );
  });

  it("finds nothing for a word that no article has, and for no words", () => {
    expect(sentences(openSamples(), "ceasefire zyxwv")).toEqual([]);
    expect(sentences(openSamples(), "…")).toEqual([]);
  });

  it("says so when there are more hits than are listed", () => {
    const core = createTestCore();
    const text = Array.from({ length: 600 }, (_, at) => `Troops came on day ${at}.`).join("\n\n");
    importFiles(core, [{ name: "a.txt", bytes: new TextEncoder().encode(text) }]);
    const { articles, isCut } = core.ask("search.find", { text: "troops" });
    expect(articles[0]?.hits).toHaveLength(500);
    expect(isCut).toBe(true);
  });
});
