import type { QuotationPlace, SharedQuotation } from "#contract/wording";

import { breakId, spanOfWords } from "./article-words.ts";
import type { ArticleWords } from "./article-words.ts";
import { quotedRunsOf } from "./quoted-runs.ts";
import { speechesOf } from "./speeches.ts";
import type { WordRange } from "./speeches.ts";

/**
 * Words that a quotation must have for its place in narration to count as another article that has it.
 * Shorter ones ("in full", "first concrete step") stand anywhere by chance, so they must be quoted twice.
 */
const minUnquotedWords = 4;

/**
 * A single word counts only in quotations of at most so many words: in a fragment (“constructive efforts”)
 * each word was chosen to be quoted, in a sentence it stands by chance.
 */
const maxFragmentWords = 5;

/** Words of a quotation in one article; several ranges where an attribution splits it. */
type Occurrence = { readonly article: number; readonly ranges: readonly WordRange[] };

type Candidate = { readonly ids: readonly number[]; readonly occurrences: Occurrence[] };

/**
 * Every quotation whose words stand in two or more articles in the same order, whole or a long part of
 * it; case, quotation marks and punctuation may differ. One that stands only within a longer one of the
 * list is left out.
 * The longest list of articles first, then the longest quotation.
 */
export function findSharedQuotations(articles: readonly ArticleWords[]): SharedQuotation[] {
  const candidates = [...candidatesOf(articles).values()];
  findOccurrences(articles, candidates);
  const shared = candidates.filter((candidate) => isShared(articles, candidate));
  return withoutParts(shared)
    .map((candidate) => describe(articles, candidate))
    .toSorted((a, b) => b.articleCount - a.articleCount || b.words - a.words);
}

/** All that is quoted, and what two articles quote a long part of; each sequence of words once. */
function candidatesOf(articles: readonly ArticleWords[]): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  const add = (ids: readonly number[]) => {
    candidates.set(ids.join(" "), { ids, occurrences: [] });
  };
  for (const article of articles) {
    for (const quotation of article.quotations) {
      add(idsOf(article, [quotation]));
    }
    for (const speech of speechesOf(article)) {
      add(idsOf(article, speech));
    }
  }
  quotedRunsOf(articles).forEach(add);
  return candidates;
}

/** Fills in where the candidates stand: in the running text, and in speech that an attribution splits. */
function findOccurrences(
  articles: readonly ArticleWords[],
  candidates: readonly Candidate[],
): void {
  const byBeginning = Map.groupBy(candidates, ({ ids }) => beginningOf(ids, 0));
  for (const [index, article] of articles.entries()) {
    findIn(byBeginning, article.ids, (candidate, at) => {
      const range = { from: at, to: at + candidate.ids.length };
      if (candidate.ids.length > 1 || isInFragment(article, at)) {
        candidate.occurrences.push({ article: index, ranges: [range] });
      }
    });
    for (const speech of speechesOf(article)) {
      findIn(byBeginning, Int32Array.from(idsOf(article, speech)), (candidate, at) => {
        const ranges = rangesWithin(speech, at, at + candidate.ids.length);
        if (ranges.length > 1) {
          candidate.occurrences.push({ article: index, ranges });
        }
      });
    }
  }
}

function findIn(
  byBeginning: ReadonlyMap<number, readonly Candidate[]>,
  ids: Int32Array,
  found: (candidate: Candidate, at: number) => void,
): void {
  for (let at = 0; at < ids.length; at += 1) {
    if (ids[at] === breakId) {
      continue;
    }
    for (const beginning of [beginningOf(ids, at), onlyWord(ids[at] ?? breakId)]) {
      for (const candidate of byBeginning.get(beginning) ?? []) {
        if (candidate.ids.every((id, offset) => id === ids[at + offset])) {
          found(candidate, at);
        }
      }
    }
  }
}

/** A number for the first two words, or for the only one. What shares it is compared word by word. */
function beginningOf(ids: ArrayLike<number>, at: number): number {
  const first = ids[at] ?? breakId;
  const second = ids[at + 1];
  return second === undefined ? onlyWord(first) : first * 2 ** 26 + second;
}

function onlyWord(id: number): number {
  return -1 - id;
}

function isShared(articles: readonly ArticleWords[], { ids, occurrences }: Candidate): boolean {
  const counted =
    ids.length >= minUnquotedWords
      ? occurrences
      : occurrences.filter((occurrence) => quotedness(articles, occurrence) === "all");
  return new Set(counted.map(({ article }) => article)).size >= 2;
}

/** Leaves out each candidate all of whose places lie within those of one longer candidate. */
function withoutParts(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.ids.length - a.ids.length)) {
    const isPart = kept.some(
      (longer) =>
        longer.ids.length > candidate.ids.length &&
        candidate.occurrences.length <= longer.occurrences.length &&
        candidate.occurrences.every((occurrence) =>
          longer.occurrences.some((around) => isWithin(occurrence, around)),
        ),
    );
    if (!isPart) {
      kept.push(candidate);
    }
  }
  return kept;
}

function isWithin(inner: Occurrence, outer: Occurrence): boolean {
  return (
    inner.article === outer.article &&
    inner.ranges.every(({ from, to }) =>
      outer.ranges.some((range) => range.from <= from && to <= range.to),
    )
  );
}

function describe(
  articles: readonly ArticleWords[],
  { ids, occurrences }: Candidate,
): SharedQuotation {
  const sorted = occurrences.toSorted(
    (a, b) => a.article - b.article || (a.ranges[0]?.from ?? 0) - (b.ranges[0]?.from ?? 0),
  );
  const first =
    sorted.find((occurrence) => isWholeQuotation(articles, occurrence)) ??
    sorted.find((occurrence) => quotedness(articles, occurrence) === "all");
  const text = first === undefined ? "" : textOf(articles, first);
  const normalised = normalise(text);
  return {
    text,
    words: ids.length,
    articleCount: new Set(sorted.map(({ article }) => article)).size,
    places: sorted.map((occurrence): QuotationPlace => {
      const article = articleOf(articles, occurrence);
      return {
        articleId: article.articleId,
        spans: occurrence.ranges.map(({ from, to }) => spanOfWords(article, from, to)),
        quoted: quotedness(articles, occurrence),
        match:
          occurrence.ranges.length === 1 && normalise(textOf(articles, occurrence)) === normalised
            ? "exact"
            : "near",
      };
    }),
  };
}

function quotedness(
  articles: readonly ArticleWords[],
  occurrence: Occurrence,
): QuotationPlace["quoted"] {
  const { quoted } = articleOf(articles, occurrence);
  let inMarks = 0;
  let words = 0;
  for (const { from, to } of occurrence.ranges) {
    words += to - from;
    inMarks += quoted.subarray(from, to).reduce((sum, flag) => sum + flag, 0);
  }
  return inMarks === words ? "all" : inMarks === 0 ? "none" : "some";
}

function isWholeQuotation(articles: readonly ArticleWords[], { article, ranges }: Occurrence) {
  const [range] = ranges;
  const words = articles[article];
  return (
    words !== undefined && range !== undefined && ranges.length === 1 && isQuotation(words, range)
  );
}

function isQuotation(article: ArticleWords, { from, to }: WordRange): boolean {
  return article.quotations.some((quotation) => quotation.from === from && quotation.to === to);
}

function isInFragment(article: ArticleWords, word: number): boolean {
  return article.quotations.some(
    ({ from, to }) => from <= word && word < to && to - from <= maxFragmentWords,
  );
}

/** The part of a speech from one of its words to another, as ranges of the article's words. */
function rangesWithin(speech: readonly WordRange[], first: number, last: number): WordRange[] {
  let passed = 0;
  return speech.flatMap(({ from, to }) => {
    const begin = Math.max(first - passed, 0);
    const end = Math.min(last - passed, to - from);
    passed += to - from;
    return end > begin ? [{ from: from + begin, to: from + end }] : [];
  });
}

function idsOf(article: ArticleWords, ranges: readonly WordRange[]): number[] {
  return ranges.flatMap(({ from, to }) => [...article.ids.subarray(from, to)]);
}

function textOf(articles: readonly ArticleWords[], occurrence: Occurrence): string {
  const article = articleOf(articles, occurrence);
  return occurrence.ranges
    .map(({ from, to }) => {
      const { start, end } = spanOfWords(article, from, to);
      return article.text.slice(start, end);
    })
    .join(" … ");
}

function articleOf(articles: readonly ArticleWords[], { article }: Occurrence): ArticleWords {
  const words = articles[article];
  if (words === undefined) {
    throw new Error(`there is no article ${article}`); // places come from the list itself
  }
  return words;
}

/** For comparing only: one style of quotation marks, dashes and spaces, and lower case. */
function normalise(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200D\u2060]/gu, "")
    .replace(/[‘’‚‛ʼ‹›]/gu, "'")
    .replace(/[“”„‟«»״]/gu, '"')
    .replace(/\s*[‐‑‒–—―−]+\s*/gu, "-")
    .replace(/\s+/gu, " ")
    .toLowerCase();
}
