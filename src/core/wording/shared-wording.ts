import { breakId } from "./article-words.ts";
import type { ArticleWords } from "./article-words.ts";

/**
 * Least length of a common run, in words. In the five sample articles, runs of five are mostly office and
 * name ("NATO Secretary-General Mark Rutte", "with Ukrainian President Volodymyr Zelensky"), which say
 * nothing about an origin; at six these are gone, and at seven real ones are lost ("would be treated as
 * legitimate targets").
 */
export const runLength = 6;

/** What two articles have in common, in words of the smaller one. */
export type SharedCount = {
  /** Places in the list of articles; `smaller` has no more words than `larger`. */
  readonly smaller: number;
  readonly larger: number;
  readonly sharedWords: number;
  /** Those that either article puts in quotation marks. */
  readonly quotedWords: number;
};

/**
 * What every two articles share: the words of the smaller one that are covered by runs of `runLength` words
 * that the larger one has too. One pass: each article looks its runs up in an inverted index of those that
 * are larger, then adds its own. Time grows with the words and with the common runs, not with the pairs.
 */
export function countSharedWords(articles: readonly ArticleWords[]): SharedCount[] {
  const order = bySize(articles);
  const index = new RunIndex(articles);
  const counts: SharedCount[] = [];
  // Per larger article, for the one that is being looked up: how far it is covered, and how much.
  const coveredTo = new Int32Array(articles.length);
  const shared = new Int32Array(articles.length);
  const inQuotes = new Int32Array(articles.length);
  for (const smaller of order) {
    const touched: number[] = [];
    const quoted = articles[smaller]?.quoted;
    index.lookUp(smaller, (at, larger, there) => {
      if (shared[larger] === 0) {
        touched.push(larger);
      }
      const otherQuoted = articles[larger]?.quoted;
      for (let word = Math.max(at, coveredTo[larger] ?? 0); word < at + runLength; word += 1) {
        shared[larger] = (shared[larger] ?? 0) + 1;
        if (quoted?.[word] === 1 || otherQuoted?.[there + word - at] === 1) {
          inQuotes[larger] = (inQuotes[larger] ?? 0) + 1;
        }
      }
      coveredTo[larger] = at + runLength;
    });
    for (const larger of touched) {
      counts.push({
        smaller,
        larger,
        sharedWords: shared[larger] ?? 0,
        quotedWords: inQuotes[larger] ?? 0,
      });
      coveredTo[larger] = 0;
      shared[larger] = 0;
      inQuotes[larger] = 0;
    }
    index.add(smaller);
  }
  return counts;
}

/** Places in the list, the article with most words first; of equal ones the later first. */
function bySize(articles: readonly ArticleWords[]): number[] {
  return articles
    .map((_, index) => index)
    .toSorted((a, b) => (articles[b]?.wordCount ?? 0) - (articles[a]?.wordCount ?? 0) || b - a);
}

/** Finds which articles have a run of words. Exact: equal hashes are checked word by word. */
class RunIndex {
  private readonly articles: readonly ArticleWords[];
  private readonly hashes: readonly Int32Array[];
  /** Per bucket of hashes, the newest run, or -1; per run, the one before it in its bucket. */
  private readonly newestRun: Int32Array;
  private readonly runBefore: Int32Array;
  private runs = 0;
  /** Per run, its newest posting; per posting, the one before it of the same run, or -1. */
  private readonly newestPosting: Int32Array;
  private readonly postingBefore: Int32Array;
  private readonly postedArticle: Int32Array;
  private readonly postedAt: Int32Array;
  private postings = 0;

  constructor(articles: readonly ArticleWords[]) {
    this.articles = articles;
    this.hashes = articles.map(runHashes);
    const places = this.hashes.reduce((sum, hashes) => sum + hashes.length, 0);
    this.newestRun = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(places, 1)))).fill(-1);
    this.runBefore = new Int32Array(places);
    this.newestPosting = new Int32Array(places);
    this.postingBefore = new Int32Array(places);
    this.postedArticle = new Int32Array(places);
    this.postedAt = new Int32Array(places);
  }

  /** Tells of every run of an article that an added one has, in the order of the article's words. */
  lookUp(article: number, found: (at: number, other: number, there: number) => void): void {
    const { postingBefore, postedArticle, postedAt } = this;
    const hashes = this.hashes[article] ?? new Int32Array();
    for (const [at, hash] of hashes.entries()) {
      const run = hash === noRun ? -1 : this.runAt(article, at, hash);
      let posting = run === -1 ? -1 : (this.newestPosting[run] ?? -1);
      while (posting !== -1) {
        found(at, postedArticle[posting] ?? 0, postedAt[posting] ?? 0);
        posting = postingBefore[posting] ?? -1;
      }
    }
  }

  /** Adds each run of an article once, where it stands first. */
  add(article: number): void {
    const hashes = this.hashes[article] ?? new Int32Array();
    for (const [at, hash] of hashes.entries()) {
      if (hash === noRun) {
        continue;
      }
      let run = this.runAt(article, at, hash);
      let before = run === -1 ? -1 : (this.newestPosting[run] ?? -1);
      if (run === -1) {
        run = this.runs;
        this.runs += 1;
        const bucket = hash & (this.newestRun.length - 1);
        this.runBefore[run] = this.newestRun[bucket] ?? -1;
        this.newestRun[bucket] = run;
        before = -1;
      } else if (this.postedArticle[before] === article) {
        continue;
      }
      this.postingBefore[this.postings] = before;
      this.postedArticle[this.postings] = article;
      this.postedAt[this.postings] = at;
      this.newestPosting[run] = this.postings;
      this.postings += 1;
    }
  }

  /** The number of the run that begins at this word, or -1 when no added article has it. */
  private runAt(article: number, at: number, hash: number): number {
    let run = this.newestRun[hash & (this.newestRun.length - 1)] ?? -1;
    while (run !== -1) {
      const posting = this.newestPosting[run] ?? 0;
      const other = this.postedArticle[posting] ?? 0;
      const there = this.postedAt[posting] ?? 0;
      if (this.hashes[other]?.[there] === hash && this.isEqual(article, at, other, there)) {
        return run;
      }
      run = this.runBefore[run] ?? -1;
    }
    return -1;
  }

  private isEqual(article: number, at: number, other: number, there: number): boolean {
    const ids = this.articles[article]?.ids;
    const otherIds = this.articles[other]?.ids;
    for (let offset = 0; offset < runLength; offset += 1) {
      if (ids?.[at + offset] !== otherIds?.[there + offset]) {
        return false;
      }
    }
    return true;
  }
}

/** Where no run begins, because a break falls into it. No hash has this value. */
const noRun = 0;

/** Per word that a run can begin at, the hash of the run: a polynomial modulo 2^32, never `noRun`. */
export function runHashes({ ids }: ArticleWords): Int32Array {
  const hashes = new Int32Array(Math.max(0, ids.length - runLength + 1));
  const factor = 0x01000193; // the prime of FNV-1a for 32 bits
  const leaving = powerOf(factor, runLength);
  let hash = 0;
  let sinceBreak = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? breakId;
    sinceBreak = id === breakId ? 0 : sinceBreak + 1;
    hash = (Math.imul(hash, factor) + scrambled(id)) | 0;
    if (at >= runLength) {
      hash = (hash - Math.imul(leaving, scrambled(ids[at - runLength] ?? breakId))) | 0;
    }
    if (at >= runLength - 1) {
      const mixed = hash ^ (hash >>> 15);
      hashes[at - runLength + 1] = sinceBreak < runLength ? noRun : mixed === noRun ? 1 : mixed;
    }
  }
  return hashes;
}

/** Spreads small numbers over 32 bits, so that neighbouring words do not cancel out. */
function scrambled(id: number): number {
  const spread = Math.imul(id + 1, 0x9e3779b1); // 2^32 divided by the golden ratio
  return spread ^ (spread >>> 16);
}

function powerOf(base: number, exponent: number): number {
  let power = 1;
  for (let count = 0; count < exponent; count += 1) {
    power = Math.imul(power, base);
  }
  return power;
}
