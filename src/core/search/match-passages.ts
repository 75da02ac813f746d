import type { Stance } from "#contract/claim";
import type { ArticleId, ClaimId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";
import type { PassageMatch } from "#contract/search";

import { requireArticle } from "../articles/article-store.ts";
import { stemsOf } from "../claims/word-similarity.ts";
import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";
import { passageOfArticle } from "./asked-passage.ts";
import type { AskedPassage } from "./asked-passage.ts";
import type { PassageIndex } from "./passage-index.ts";
import { StemQuery } from "./rank-sentences.ts";
import { readBlocksAround, readCanonicalText } from "./search-store.ts";
import { SharedWordsFinder } from "./shared-words.ts";

/**
 * Sentences that are less alike do not answer to one another. Read through in the sample articles: above
 * it nearly all say the same thing, below it most only name the same people.
 */
export const minMatchScore = 0.25;

/** Blocks of an article in which shared words are looked for: those that have most of the passage's stems. */
const maxBlocks = 12;

/** Per article the place that answers to a passage; articles without one are left out. */
export function matchPassages(
  { db, search }: ReadContext,
  { articleIds, ...passage }: ParsedInputOf<"passage.matches">,
): OutputOf<"passage.matches"> {
  const asked = passageOfArticle(db, passage);
  const others = [...new Set(articleIds)]
    .filter((id) => id !== asked.articleId)
    .map((id) => ({ id, article: requireArticle(db, id) }));
  const links = linksOf(db, passage);
  const words = new SharedWordsFinder(asked);
  return search.read((index, indexer) => {
    indexer.readNow(
      others.map(({ article }) => ({ sha256: article.text_sha256, language: article.language })),
    );
    const query = new StemQuery(index, asked.wordings);
    return others.flatMap(({ id, article }) => {
      const sha256 = article.text_sha256;
      const text = readCanonicalText(db, sha256);
      const match =
        matchByClaim(index, query, links, id, text) ??
        matchByWords({ db, index, query, words, asked }, { ...article, id, text });
      return match === null ? [] : [match];
    });
  });
}

/** A passage of another article that is evidence of a claim of the passage that was asked for. */
type Link = {
  readonly articleId: ArticleId;
  readonly start: number;
  readonly end: number;
  readonly claimId: ClaimId;
  readonly statement: string;
  readonly stance: Stance;
  /** Share of the passage and the evidence there that is common to both, 0 to 1. */
  readonly fit: number;
};

function linksOf(db: ReadableDb, passage: { articleId: ArticleId; start: number; end: number }) {
  return db.all<Link>(
    `WITH here AS (
      SELECT evidence.claim_id,
        max(
          (min(highlight.span_end, :end) - max(highlight.span_start, :start)) * 1.0
          / (max(highlight.span_end, :end) - min(highlight.span_start, :start))
        ) AS fit
      FROM highlight
      JOIN evidence ON evidence.highlight_id = highlight.id
      JOIN claim ON claim.id = evidence.claim_id
      WHERE highlight.article_id = :articleId
        AND highlight.span_start < :end
        AND highlight.span_end > :start
        AND highlight.trashed_at IS NULL
        AND claim.trashed_at IS NULL
      GROUP BY evidence.claim_id
    )
    SELECT highlight.article_id AS articleId, highlight.span_start AS start,
      highlight.span_end AS "end", claim.id AS claimId, claim.statement, evidence.stance, here.fit
    FROM here
    JOIN claim ON claim.id = here.claim_id
    JOIN evidence ON evidence.claim_id = here.claim_id
    JOIN highlight ON highlight.id = evidence.highlight_id
    WHERE highlight.article_id <> :articleId AND highlight.trashed_at IS NULL
    ORDER BY here.fit DESC, claim.position, claim.id, highlight.span_start`,
    passage,
  );
}

/** Of the claim that the passage fits best, the evidence whose words are most like it. */
function matchByClaim(
  index: PassageIndex,
  query: StemQuery,
  links: readonly Link[],
  articleId: ArticleId,
  text: string,
): PassageMatch | null {
  const here = links.filter((link) => link.articleId === articleId);
  const [best] = here
    .filter(({ claimId }) => claimId === here[0]?.claimId)
    .map((link) => {
      const exact = text.slice(link.start, link.end);
      return { ...link, exact, score: query.scoreOf(index.knownIdsOf(stemsOf(exact))) };
    })
    .toSorted((a, b) => b.score - a.score);
  if (best === undefined) {
    return null;
  }
  const { start, end, exact, score, claimId, statement, stance } = best;
  const reason = { kind: "claim" as const, claimId, statement, stance };
  return { articleId, start, end, exact, reason, score };
}

type Question = {
  readonly db: ReadableDb;
  readonly index: PassageIndex;
  readonly query: StemQuery;
  readonly words: SharedWordsFinder;
  readonly asked: AskedPassage;
};

/** The longest shared quotation or run of words, else the most similar sentence. */
function matchByWords(
  { db, index, query, words, asked }: Question,
  article: { id: ArticleId; text_sha256: string; language: string | null; text: string },
): PassageMatch | null {
  const { id: articleId, text_sha256: sha256, text } = article;
  if (asked.blocks.every(({ boilerplate }) => boilerplate)) {
    return null;
  }
  const indexed = index.textOf(sha256, article.language);
  const sentences = indexed === undefined ? [] : query.candidatesIn(indexed.id);
  const [mostSimilar] = query.ranked(sentences);
  if (mostSimilar === undefined) {
    return null;
  }
  const blocks = sentences
    .slice(0, maxBlocks)
    .flatMap((sentence) => readBlocksAround(db, sha256, sentence))
    .toSorted((a, b) => a.start - b.start);
  const distinct = blocks
    .filter(({ start }, place) => start !== blocks[place - 1]?.start)
    // No words run from one of them to the next, which may be far from it.
    .flatMap((block) => [block, { start: block.end, end: block.end, boilerplate: true }]);
  const shared = words.longest({ text, blocks: distinct }, null);
  if (shared !== null) {
    const { start, end, kind } = shared;
    const around = sentences.filter((sentence) => sentence.start < end && start < sentence.end);
    const score = query.ranked(around)[0]?.score ?? 0;
    const exact = text.slice(start, end);
    return { articleId, start, end, exact, reason: { kind, words: shared.words }, score };
  }
  const { start, end, score } = mostSimilar;
  const exact = text.slice(start, end);
  const reason = { kind: "similar" as const };
  return score < minMatchScore ? null : { articleId, start, end, exact, reason, score };
}
