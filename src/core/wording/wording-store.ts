import { Failure } from "#contract/failure";
import type { ArticleId, OriginId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";
import type { SharedQuotation, SharedWording, WordingOverview } from "#contract/wording";

import { requireArticle } from "../articles/article-store.ts";
import type { ReadContext } from "../core-context.ts";
import { readIndependentPairs } from "../origins/verdict-store.ts";
import type { ReadableDb } from "../store/db.ts";
import { readArticleWords, spanOfWords, Vocabulary } from "./article-words.ts";
import type { ArticleWords, ReadableBlock } from "./article-words.ts";
import { findSharedQuotations } from "./shared-quotations.ts";
import { commonRuns, quotedWordsOf } from "./shared-runs.ts";
import { countSharedWords, runLength } from "./shared-wording.ts";
import type { SharedCount } from "./shared-wording.ts";

/** What every two articles of the project share. */
export function readWordingOverview({ db }: ReadContext): WordingOverview {
  const articles = readWords(db, null);
  const counts = countSharedWords(articles);
  const verdicts = readVerdicts(db);
  const pairs = counts.map((count) => sharedWordingOf(articles, count, verdicts));
  const known = new Set(pairs.map(({ articleIdA, articleIdB }) => pairKey(articleIdA, articleIdB)));
  const judged = judgedPairs(articles, verdicts)
    .filter(
      ([a, b]) =>
        !known.has(pairKey(wordsAt(articles, a).articleId, wordsAt(articles, b).articleId)),
    )
    .map(([a, b]) => sharedWordingOf(articles, nothingShared(articles, a, b), verdicts));
  return {
    runLength,
    articles: articles.map(({ articleId, wordCount, quotedCount }) => ({
      articleId,
      words: wordCount,
      quotedWords: quotedCount,
    })),
    pairs: [...pairs, ...judged].toSorted((a, b) => b.score - a.score),
  };
}

/** What two articles share, run by run. */
export function compareWording(
  { db }: ReadContext,
  { articleIdA, articleIdB }: ParsedInputOf<"wording.compare">,
): OutputOf<"wording.compare"> {
  requireArticle(db, articleIdA);
  requireArticle(db, articleIdB);
  if (articleIdA === articleIdB) {
    throw new Failure("conflict", "An article shares everything with itself. Choose another one.", {
      path: ["articleIdB"],
    });
  }
  const articles = readWords(db, [articleIdA, articleIdB]);
  const [count = nothingShared(articles, 0, 1)] = countSharedWords(articles);
  const smaller = wordsAt(articles, count.smaller);
  const larger = wordsAt(articles, count.larger);
  const isASmaller = smaller.articleId === articleIdA;
  return {
    ...sharedWordingOf(articles, count, readVerdicts(db)),
    articleIdA,
    articleIdB,
    runs: commonRuns(smaller, larger).map((run) => {
      const inSmaller = spanOfWords(smaller, run.at, run.at + run.length);
      const inLarger = spanOfWords(larger, run.there, run.there + run.length);
      return {
        spanA: isASmaller ? inSmaller : inLarger,
        spanB: isASmaller ? inLarger : inSmaller,
        words: run.length,
        quotedWords: quotedWordsOf(smaller, larger, run),
      };
    }),
  };
}

/** Every quotation whose words stand in two or more articles. */
export function listSharedQuotations({ db }: ReadContext): SharedQuotation[] {
  return findSharedQuotations(readWords(db, null));
}

type Verdicts = {
  readonly origins: ReadonlyMap<ArticleId, OriginId>;
  readonly independent: ReadonlySet<string>;
};

function sharedWordingOf(
  articles: readonly ArticleWords[],
  { smaller, larger, sharedWords, quotedWords }: SharedCount,
  verdicts: Verdicts,
): SharedWording {
  const first = wordsAt(articles, Math.min(smaller, larger));
  const second = wordsAt(articles, Math.max(smaller, larger));
  const words = wordsAt(articles, smaller).wordCount;
  const share = (count: number) => (words === 0 ? 0 : count / words);
  return {
    articleIdA: first.articleId,
    articleIdB: second.articleId,
    words,
    sharedWords,
    narrationShare: share(sharedWords - quotedWords),
    quotationShare: share(quotedWords),
    score: share(sharedWords),
    verdict: verdictOn(verdicts, first.articleId, second.articleId),
  };
}

function verdictOn(verdicts: Verdicts, a: ArticleId, b: ArticleId): SharedWording["verdict"] {
  const origin = verdicts.origins.get(a);
  if (origin !== undefined && origin === verdicts.origins.get(b)) {
    return "one origin";
  }
  return verdicts.independent.has(pairKey(a, b)) ? "independent" : null;
}

function judgedPairs(articles: readonly ArticleWords[], verdicts: Verdicts): [number, number][] {
  const places = new Map(articles.map(({ articleId }, index) => [articleId, index]));
  const independent = [...verdicts.independent].map((key) => key.split(" ") as ArticleId[]);
  const ofOneOrigin = [...Map.groupBy(verdicts.origins, ([, origin]) => origin).values()].flatMap(
    (members) =>
      members.flatMap(([a], index) => members.slice(index + 1).map(([b]): ArticleId[] => [a, b])),
  );
  return [...independent, ...ofOneOrigin].flatMap(([a, b]): [number, number][] => {
    const [placeA, placeB] = [a && places.get(a), b && places.get(b)];
    return typeof placeA === "number" && typeof placeB === "number" ? [[placeA, placeB]] : [];
  });
}

function nothingShared(articles: readonly ArticleWords[], a: number, b: number): SharedCount {
  const isASmaller = wordsAt(articles, a).wordCount <= wordsAt(articles, b).wordCount;
  return {
    smaller: isASmaller ? a : b,
    larger: isASmaller ? b : a,
    sharedWords: 0,
    quotedWords: 0,
  };
}

function wordsAt(articles: readonly ArticleWords[], index: number): ArticleWords {
  const article = articles[index];
  if (article === undefined) {
    throw new Error(`there is no article ${index}`); // places come from the list itself
  }
  return article;
}

function pairKey(a: ArticleId, b: ArticleId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function readVerdicts(db: ReadableDb): Verdicts {
  const origins = db.all<{ id: ArticleId; originId: OriginId }>(
    `SELECT id, origin_id AS originId
    FROM article
    WHERE origin_id IS NOT NULL AND trashed_at IS NULL
    ORDER BY position, id`,
  );
  return {
    origins: new Map(origins.map(({ id, originId }) => [id, originId])),
    independent: new Set(readIndependentPairs(db).map(({ a, b }) => pairKey(a, b))),
  };
}

/** In the order of the library; those that are asked for, or all that are not in the trash. */
function readWords(db: ReadableDb, articleIds: readonly ArticleId[] | null): ArticleWords[] {
  const vocabulary = new Vocabulary();
  const ids = articleIds === null ? null : JSON.stringify(articleIds);
  const blocks = readBlocksOf(db, ids);
  return db
    .all<{ id: ArticleId; textSha256: string; text: string }>(
      `SELECT article.id, article.text_sha256 AS textSha256, canonical_text.text
      FROM article JOIN canonical_text ON canonical_text.sha256 = article.text_sha256
      WHERE article.trashed_at IS NULL
        AND (:ids IS NULL OR article.id IN (SELECT value FROM json_each(:ids)))
      ORDER BY article.position, article.id`,
      { ids },
    )
    .map(({ id, textSha256, text }) =>
      readArticleWords(id, text, blocks.get(textSha256) ?? [], vocabulary),
    );
}

/** Per text, its blocks in order: one query, however many articles. */
function readBlocksOf(db: ReadableDb, ids: string | null): Map<string, ReadableBlock[]> {
  const rows = db.all<{ textSha256: string; start: number; end: number; boilerplate: 0 | 1 }>(
    `SELECT text_sha256 AS textSha256, span_start AS start, span_end AS "end", boilerplate
    FROM block
    WHERE text_sha256 IN (
      SELECT article.text_sha256
      FROM article
      WHERE article.trashed_at IS NULL
        AND (:ids IS NULL OR article.id IN (SELECT value FROM json_each(:ids))))
    ORDER BY text_sha256, ordinal`,
    { ids },
  );
  return Map.groupBy(
    rows.map((row) => ({ ...row, boilerplate: row.boilerplate === 1 })),
    (row) => row.textSha256,
  );
}
