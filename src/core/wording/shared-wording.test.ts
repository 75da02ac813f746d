import fc from "fast-check";
import { expect, it } from "vitest";

import { breakId } from "./article-words.ts";
import type { ArticleWords } from "./article-words.ts";
import { commonRuns, quotedWordsOf } from "./shared-runs.ts";
import { countSharedWords, runLength } from "./shared-wording.ts";
import { wordsOfTexts } from "./testing/words-of-texts.ts";

const sharedOf = (...texts: string[]) =>
  countSharedWords(wordsOfTexts(texts)).map(({ smaller, larger, sharedWords, quotedWords }) => [
    smaller,
    larger,
    sharedWords,
    quotedWords,
  ]);

it("counts the words of the smaller article that stand in common runs of six words or more", () => {
  expect(sharedOf("a b c d e f", "x a b c d e f y")).toEqual([[0, 1, 6, 0]]);
  expect(sharedOf("a b c d e x f", "a b c d e y f z")).toEqual([]);
  expect(sharedOf("a b c d e f g h x a b c d e f", "a b c d e f g h y y y y y y y y")).toEqual([
    [0, 1, 14, 0],
  ]);
});

it("does not care for case, marks and punctuation", () => {
  expect(
    sharedOf("Ukraine’s skies — “by land, sea or air”", "UKRAINE'S SKIES: by land, sea, or air!"),
  ).toEqual([[0, 1, 7, 5]]);
});

it("tells what either article quotes from what both narrate", () => {
  expect(sharedOf("he said “a b c d” to me", "he said a b c d to me today")).toEqual([
    [0, 1, 8, 4],
  ]);
  expect(sharedOf("he said a b c d to me", "he said “a b c d” to me today")).toEqual([
    [0, 1, 8, 4],
  ]);
});

it("leaves boilerplate out and does not join what stands around it", () => {
  expect(sharedOf("a b c\n# x x x x x x\nd e f", "a b c d e f\n# x x x x x x")).toEqual([]);
});

it("compares all pairs of many articles", () => {
  const run = "one two three four five six";
  expect(sharedOf(run, `${run} 7`, `x ${run} y z`)).toEqual([
    [1, 2, 6, 0],
    [0, 1, 6, 0],
    [0, 2, 6, 0],
  ]);
});

it("gives the place of every run in both articles", () => {
  const [a, b] = wordsOfTexts(["1 2 3 4 5 6 7 x y 2 3 4 5 6 7", "0 2 3 4 5 6 7 8 1 2 3 4 5 6 9"]);
  if (a === undefined || b === undefined) {
    throw new Error("there are two articles");
  }
  expect(commonRuns(a, b)).toEqual([
    { at: 0, there: 8, length: 6 },
    { at: 1, there: 1, length: 6 },
    { at: 9, there: 1, length: 6 },
  ]);
});

/** The same count, from the definition: every run against every other. */
function countSlowly(smaller: ArticleWords, larger: ArticleWords): number {
  const runOf = (article: ArticleWords, at: number) => {
    const ids = [...article.ids.subarray(at, at + runLength)];
    return ids.length < runLength || ids.includes(breakId) ? null : ids.join(" ");
  };
  const known = new Set([...larger.ids.keys()].map((at) => runOf(larger, at)));
  const covered = new Set<number>();
  for (const at of smaller.ids.keys()) {
    const run = runOf(smaller, at);
    if (run !== null && known.has(run)) {
      for (let word = at; word < at + runLength; word += 1) {
        covered.add(word);
      }
    }
  }
  return covered.size;
}

it("counts what the definition counts, and the runs cover exactly that", () => {
  // Few words and whole phrases, so that runs are common, repeat and overlap.
  const piece = fc.constantFrom("a", "b", "a b c d e f g", "c d e f g a b", "“a b”", "\n# a b\n");
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(" "));
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (texts) => {
      const articles = wordsOfTexts(texts);
      const counts = countSharedWords(articles);
      let pairs = 0;
      for (const { smaller, larger, sharedWords, quotedWords } of counts) {
        const [small, large] = [articles[smaller], articles[larger]];
        if (small === undefined || large === undefined) {
          throw new Error("a pair of articles that are not there");
        }
        expect(small.wordCount).toBeLessThanOrEqual(large.wordCount);
        expect(sharedWords).toBe(countSlowly(small, large));
        expect(quotedWords).toBeLessThanOrEqual(sharedWords);
        const covered = new Set<number>();
        for (const run of commonRuns(small, large)) {
          expect(small.ids.subarray(run.at, run.at + run.length)).toEqual(
            large.ids.subarray(run.there, run.there + run.length),
          );
          expect(quotedWordsOf(small, large, run)).toBeLessThanOrEqual(run.length);
          for (let word = run.at; word < run.at + run.length; word += 1) {
            covered.add(word);
          }
        }
        expect(covered.size).toBe(sharedWords);
        pairs += 1;
      }
      const sharing = articles.flatMap((a, index) =>
        articles
          .slice(index + 1)
          .filter((b) => (a.wordCount <= b.wordCount ? countSlowly(a, b) : countSlowly(b, a)) > 0),
      );
      expect(pairs).toBe(sharing.length);
    }),
    { numRuns: 300 },
  );
});
