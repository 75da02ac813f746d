import type { CitedQuote } from "#contract/briefing";
import { gradeOf } from "#contract/grades";
import type { Reliability } from "#contract/grades";
import type { ArticleId, HighlightId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import { textOfArticle } from "../articles/article-store.ts";
import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

export function listCitedQuotes(
  { db }: ReadContext,
  { highlightIds }: ParsedInputOf<"briefing.quotes">,
): CitedQuote[] {
  return readCitedQuotes(db, highlightIds);
}

/**
 * The highlights of these ids, each compared with the frozen text, in the order of the ids. Those in the
 * trash, and those of articles there, are left out.
 */
export function readCitedQuotes(db: ReadableDb, ids: readonly HighlightId[]): CitedQuote[] {
  const rows = db.all<{
    highlightId: HighlightId;
    articleId: ArticleId;
    start: number;
    end: number;
    exact: string;
    articleTitle: string;
    outlet: string | null;
    reliability: Reliability;
  }>(
    `SELECT highlight.id AS highlightId, highlight.article_id AS articleId,
      highlight.span_start AS start, highlight.span_end AS "end", highlight.exact,
      article.title AS articleTitle, source.name AS outlet,
      coalesce(source.reliability, 'F') AS reliability
    FROM json_each(:ids) AS wanted
      JOIN highlight ON highlight.id = wanted.value
      JOIN article ON article.id = highlight.article_id
      LEFT JOIN source ON source.id = article.source_id
    WHERE highlight.trashed_at IS NULL AND article.trashed_at IS NULL
    ORDER BY wanted.key`,
    { ids: JSON.stringify(ids) },
  );
  const credibilities = credibilitiesOf(db, ids);
  const texts = new Map<ArticleId, string>();
  return rows.map((row) => {
    const text = texts.get(row.articleId) ?? textOfArticle(db, row.articleId);
    texts.set(row.articleId, text);
    const given = credibilities.get(row.highlightId) ?? [null];
    return {
      ...row,
      verified: text.slice(row.start, row.end) === row.exact,
      grades: [...new Set(given.map((one) => gradeOf(row.reliability, one)))].toSorted(),
    };
  });
}

function credibilitiesOf(
  db: ReadableDb,
  ids: readonly HighlightId[],
): ReadonlyMap<HighlightId, (number | null)[]> {
  const links = db.all<{ highlightId: HighlightId; credibility: number | null }>(
    `SELECT evidence.highlight_id AS highlightId, evidence.credibility
    FROM evidence JOIN claim ON claim.id = evidence.claim_id
    WHERE claim.trashed_at IS NULL
      AND evidence.highlight_id IN (SELECT value FROM json_each(:ids))
    ORDER BY evidence.id`,
    { ids: JSON.stringify(ids) },
  );
  const byHighlight = Map.groupBy(links, ({ highlightId }) => highlightId);
  return new Map([...byHighlight].map(([id, some]) => [id, some.map((one) => one.credibility)]));
}
