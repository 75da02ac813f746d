import { gradeOf } from "#contract/grades";
import type { Reliability } from "#contract/grades";
import type { ArticleId, HighlightId } from "#contract/ids";

import { textOfArticle } from "../articles/article-store.ts";
import { readBlocks } from "../articles/content-store.ts";
import type { RecognisedBlock } from "../articles/recognise-blocks.ts";
import type { ReadableDb } from "../store/db.ts";
import type { BriefingQuote } from "./briefing-document.ts";

export type CitedHighlight = {
  readonly highlightId: HighlightId;
  readonly articleId: ArticleId;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
};

export type CitedArticle = {
  readonly id: ArticleId;
  readonly textSha256: string;
  readonly reliability: Reliability;
};

/**
 * Numbers quotes in the order in which they are first cited; a highlight that is cited again keeps its
 * number. Each is compared with the frozen text of its article.
 * @param articles the sources of the briefing, in order; every cited article is among them
 * @param gradesOf those of the highlights that are evidence here; any other has its source's alone
 */
export function createQuoteList(
  db: ReadableDb,
  articles: readonly CitedArticle[],
  gradesOf: ReadonlyMap<HighlightId, readonly string[]>,
) {
  const quotes = new Map<HighlightId, BriefingQuote>();
  const contents = new Map<
    ArticleId,
    { source: number; text: string; blocks: RecognisedBlock[]; reliability: Reliability }
  >();

  const contentOf = (articleId: ArticleId) => {
    let content = contents.get(articleId);
    if (content === undefined) {
      const index = articles.findIndex(({ id }) => id === articleId);
      const article = articles[index];
      if (article === undefined) {
        throw new Error("a quote's article is not among the sources");
      }
      content = {
        source: index + 1,
        text: textOfArticle(db, articleId),
        blocks: readBlocks(db, article.textSha256),
        reliability: article.reliability,
      };
      contents.set(articleId, content);
    }
    return content;
  };

  return {
    cite: ({ highlightId, articleId, start, end, exact }: CitedHighlight): BriefingQuote => {
      const known = quotes.get(highlightId);
      if (known !== undefined) {
        return known;
      }
      const { source, text, blocks, reliability } = contentOf(articleId);
      const quote: BriefingQuote = {
        number: quotes.size + 1,
        source,
        start,
        end,
        blocks: blocksTouched(blocks, start, end),
        exact,
        verified: text.slice(start, end) === exact,
        grades: gradesOf.get(highlightId) ?? [gradeOf(reliability, null)],
      };
      quotes.set(highlightId, quote);
      return quote;
    },
    /** All that were cited, by number. */
    all: (): BriefingQuote[] => [...quotes.values()],
  };
}

function blocksTouched(
  blocks: readonly RecognisedBlock[],
  start: number,
  end: number,
): BriefingQuote["blocks"] {
  const first = blocks.findIndex((block) => block.start < end && block.end > start);
  const last = blocks.findLastIndex((block) => block.start < end && block.end > start);
  return first === -1 ? null : { first: first + 1, last: last + 1 };
}
