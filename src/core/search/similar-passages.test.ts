import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ArticleId } from "#contract/ids";
import type { SimilarPassage } from "#contract/search";

import { similarity, stemsOf, weightsOf } from "../claims/word-similarity.ts";
import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

function importTexts(core: TestCore, texts: readonly string[]): ArticleId[] {
  return importFiles(
    core,
    texts.map((text, at) => ({ name: `${at}.txt`, bytes: new TextEncoder().encode(text) })),
  ).map(({ id }) => id);
}

/** The passages like the words, which stand in the article. */
function like(core: TestCore, articleId: ArticleId, words: string, limit = 10): SimilarPassage[] {
  const { text } = core.ask("article.read", { articleId });
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return core.ask("passage.similar", { articleId, start, end: start + words.length, limit });
}

function wordsIn({ exact, start, commonWords }: SimilarPassage): string[] {
  return commonWords.map((word) => exact.slice(word.start - start, word.end - start));
}

describe("where else something is said in the five sample articles", () => {
  const core = createTestCore();
  const ids = importFiles(core, sampleArticles()).map(({ id }) => id);
  const first = ids[0] as ArticleId;

  it("finds what three other outlets write of the same announcement, best first", () => {
    const found = like(
      core,
      first,
      "The Russian leader added that while he was open to contact with Zelensky, he doubted any breakthrough was possible.",
    );
    expect(found[0]?.exact).toBe(
      "On Friday, Putin said he remained open to contact with Zelensky but doubted its usefulness:",
    );
    expect(found[0]).toSatisfy((passage: SimilarPassage) => wordsIn(passage).includes("doubted"));
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  it("leaves the article out that was asked from", () => {
    const found = like(core, first, "Putin quickly rejected the idea", 50);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ articleId }) => articleId)).not.toContain(first);
  });

  it("gives passages exactly as they stand in their article", () => {
    for (const { articleId, start, end, exact, commonWords } of like(core, first, "NATO", 50)) {
      const { text } = core.ask("article.read", { articleId });
      expect(text.slice(start, end)).toBe(exact);
      expect(commonWords.every((word) => word.start >= start && word.end <= end)).toBe(true);
    }
  });

  it("names the quotation that both have", () => {
    const [found] = like(
      core,
      first,
      "Although Putin spoke of a “light at the end of the tunnel,” he insisted",
    );
    expect(found?.sharedWords).toMatchObject({ kind: "quotation", words: 7 });
    const { start = 0, end = 0 } = found?.sharedWords ?? {};
    expect(found?.exact.slice(start - found.start, end - found.start)).toBe(
      "light at the end of the tunnel",
    );
  });

  it("takes a text as well as a passage, and then leaves out no article", () => {
    const text =
      "Putin quickly rejected the idea, warning that any foreign forces would be targets.";
    const [found] = core.ask("passage.similar", { text, limit: 50 });
    expect(found?.articleId).toBe(first);
  });

  it("refuses a passage that is not within its article", () => {
    const asked = { articleId: first, start: 10, end: 10_000_000, limit: 5 };
    expect(() => core.ask("passage.similar", asked)).toThrow("does not lie within its article");
  });

  it("finds nothing for words that no other article has", () => {
    expect(core.ask("passage.similar", { text: "zyxwv utsrq", limit: 5 })).toEqual([]);
  });
});

describe("the articles that are asked", () => {
  const harbour = [
    "The minister opened the harbour bridge on Monday.\n\nNobody was hurt.",
    "On Monday the minister opened the new harbour bridge.\n\nRain fell.",
  ] as const;

  it("are those of the library: imported, in the trash, and back again by undo", () => {
    const core = createTestCore();
    const [first] = importTexts(core, [harbour[0]]) as [ArticleId];
    const found = () =>
      like(core, first, "opened the harbour bridge").map((each) => each.articleId);
    expect(found()).toEqual([]);
    const [second] = importTexts(core, [harbour[1]]) as [ArticleId];
    expect(found()).toEqual([second]);
    core.ask("article.trash", { articleIds: [second] });
    expect(found()).toEqual([]);
    core.ask("history.undo", {});
    expect(found()).toEqual([second]);
    core.ask("history.undo", {}); // the import
    expect(found()).toEqual([]);
    core.ask("history.redo", {});
    expect(found()).toEqual([second]);
  });

  it("are told apart in Arabic and in Chinese", () => {
    const core = createTestCore();
    const [arabic, , chinese] = importTexts(core, [
      "قال الرئيس إن القوات الأجنبية في أوكرانيا ستكون أهدافا مشروعة.\n\nوانتهت القمة في باريس.",
      "وأضاف أن القوات الأجنبية ستكون أهدافا مشروعة للجيش.\n\nهطل المطر أمس.",
      "总统表示，驻乌克兰的外国军队将成为合法目标。\n\n峰会在巴黎结束。",
      "他说外国军队将成为合法打击目标。\n\n昨天下了雨。",
    ]) as [ArticleId, ArticleId, ArticleId];
    const [inArabic] = like(core, arabic, "القوات الأجنبية في أوكرانيا ستكون أهدافا مشروعة");
    expect(inArabic?.exact).toBe("وأضاف أن القوات الأجنبية ستكون أهدافا مشروعة للجيش.");
    expect(wordsIn(inArabic as SimilarPassage)).toContain("الأجنبية");
    const [inChinese] = like(core, chinese, "外国军队将成为合法目标");
    expect(inChinese?.exact).toBe("他说外国军队将成为合法打击目标。");
    expect(wordsIn(inChinese as SimilarPassage)).toContain("军队");
  });

  it("are compared as looking at every sentence would compare them", () => {
    const words = ["troops", "peace", "summit", "Paris", "treaty", "border", "talks", "army"];
    const sentence = fc
      .array(fc.constantFrom(...words), { minLength: 2, maxLength: 7 })
      .map((each) => `The ${each.join(" ")} ended.`);
    const article = fc.array(sentence, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(article, fc.array(article, { minLength: 1, maxLength: 5 }), (asked, others) => {
        const core = createTestCore();
        // Equal files are imported once.
        const texts = [asked, ...others].map((each, at) => `${each.join("\n\n")}\n\nNo. ${at}.`);
        const [first] = importTexts(core, texts) as [ArticleId];
        const all = core.ask("article.list", {}).flatMap(({ id: articleId }) => {
          const { text, blocks } = core.ask("article.read", { articleId });
          return blocks
            .filter(({ boilerplate }) => !boilerplate)
            .flatMap(({ sentences }) => sentences)
            .map(({ start, end }) => ({ articleId, stems: stemsOf(text.slice(start, end)) }))
            .filter(({ stems }) => stems.size > 0);
        });
        const weightOf = weightsOf(all.map(({ stems }) => stems));
        const wanted = stemsOf(asked[0] ?? "");
        const best = Math.max(
          0,
          ...all
            .filter(({ articleId }) => articleId !== first)
            .map(({ stems }) => similarity(wanted, stems, weightOf)),
        );
        const [found] = like(core, first, asked[0] ?? "");
        if (best >= 0.1) {
          expect(found?.score).toBeCloseTo(best, 10);
        } else {
          expect(found).toBeUndefined();
        }
        core.close();
      }),
      { numRuns: 40 },
    );
  });
});
