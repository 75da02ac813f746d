import { breakId } from "./article-words.ts";
import type { ArticleWords } from "./article-words.ts";
import { runHashes, runLength } from "./shared-wording.ts";

/** A run of words that two articles have in common; places are numbers of words. */
export type CommonRun = { readonly at: number; readonly there: number; readonly length: number };

/**
 * Of a phrase that an article repeats more often than this, the first places are compared; more would make
 * text that repeats one line a matter of its square.
 */
const maxPlaces = 50;

/**
 * The common runs of two articles, in the order of the first: at each word the longest that begins there
 * and is not part of one before. Together they cover exactly the words of the first article that
 * `countSharedWords` counts.
 */
export function commonRuns(article: ArticleWords, other: ArticleWords): CommonRun[] {
  const places = placesByHash(other);
  const hashes = runHashes(article);
  const runs: CommonRun[] = [];
  let at = 0;
  while (at < hashes.length) {
    let best: CommonRun | null = null;
    for (const there of places.get(hashes[at] ?? 0) ?? []) {
      const length = commonLength(article, at, other, there);
      if (length >= runLength && length > (best?.length ?? 0)) {
        best = { at, there, length };
      }
    }
    if (best === null) {
      at += 1;
    } else {
      runs.push(best);
      // The runs that begin within it and end with it are part of it.
      at = best.at + best.length - runLength + 1;
    }
  }
  return runs;
}

/** Words of the run that either article puts in quotation marks. */
export function quotedWordsOf(article: ArticleWords, other: ArticleWords, run: CommonRun): number {
  let count = 0;
  for (let offset = 0; offset < run.length; offset += 1) {
    if (article.quoted[run.at + offset] === 1 || other.quoted[run.there + offset] === 1) {
      count += 1;
    }
  }
  return count;
}

function placesByHash(article: ArticleWords): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [at, hash] of runHashes(article).entries()) {
    const known = places.get(hash);
    if (known === undefined) {
      places.set(hash, [at]);
    } else if (known.length < maxPlaces) {
      known.push(at);
    }
  }
  return places;
}

function commonLength(
  article: ArticleWords,
  at: number,
  other: ArticleWords,
  there: number,
): number {
  let length = 0;
  for (;;) {
    const id = article.ids[at + length];
    if (id === undefined || id === breakId || id !== other.ids[there + length]) {
      return length;
    }
    length += 1;
  }
}
