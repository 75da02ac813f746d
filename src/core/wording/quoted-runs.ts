import { breakId } from "./article-words.ts";
import type { ArticleWords } from "./article-words.ts";
import { commonRuns } from "./shared-runs.ts";
import { countSharedWords } from "./shared-wording.ts";
import { speechesOf } from "./speeches.ts";

/**
 * The words that two articles both quote at length, though each begins or ends its quotation elsewhere:
 * of “We talk, then we sign, then we vote” and “Then we sign, then we vote, he knows” the common middle.
 * Each as word numbers; the same run may come more than once.
 */
export function quotedRunsOf(articles: readonly ArticleWords[]): number[][] {
  const quoting = articles.map(quotedOnly);
  return countSharedWords(quoting).flatMap(({ smaller, larger }) => {
    const [article, other] = [quoting[smaller], quoting[larger]];
    if (article === undefined || other === undefined) {
      return [];
    }
    return commonRuns(article, other).map(({ at, length }) => [
      ...article.ids.subarray(at, at + length),
    ]);
  });
}

/** The article reduced to what it quotes, split quotations joined, with a break after each. */
function quotedOnly(article: ArticleWords): ArticleWords {
  const speeches = speechesOf(article);
  const joined = new Set(speeches.flat().map(({ from }) => from));
  const alone = article.quotations.filter(({ depth, from }) => depth === 0 && !joined.has(from));
  const ids = [...speeches, ...alone.map((quotation) => [quotation])].flatMap((ranges) => [
    ...ranges.flatMap(({ from, to }) => [...article.ids.subarray(from, to)]),
    breakId,
  ]);
  return {
    ...article,
    ids: Int32Array.from(ids),
    starts: new Int32Array(ids.length),
    ends: new Int32Array(ids.length),
    quoted: new Uint8Array(ids.length).fill(1),
    wordCount: ids.length,
    quotedCount: ids.length,
    quotations: [],
  };
}
