import type { TextSpan } from "#contract/article";
import type { Highlight } from "#contract/highlight";
import type { ArticleId } from "#contract/ids";

import { textOfArticle } from "../articles/article-store.ts";
import { readBlocks } from "../articles/content-store.ts";
import { sentencesOf } from "../articles/sentences.ts";
import type { Stretch } from "../highlights/find-partners.ts";
import type { HighlightFacts } from "../highlights/highlight-facts.ts";
import type { ReadableDb } from "../store/db.ts";

/** Counts highlights in blocks or sentences of their articles; what was read of an article is kept. */
export type Units = {
  readonly blocks: (highlight: Highlight) => Stretch;
  readonly sentences: (highlight: Highlight) => Stretch;
};

export function unitsOf(db: ReadableDb, { articles }: Pick<HighlightFacts, "articles">): Units {
  const blocks = new Map<ArticleId, readonly TextSpan[]>();
  const sentences = new Map<ArticleId, readonly TextSpan[]>();
  const blocksOf = (articleId: ArticleId) => {
    const known = blocks.get(articleId);
    if (known !== undefined) {
      return known;
    }
    const read = readBlocks(db, articles.get(articleId)?.textSha256 ?? "");
    blocks.set(articleId, read);
    return read;
  };
  const sentencesOfArticle = (articleId: ArticleId) => {
    const known = sentences.get(articleId);
    if (known !== undefined) {
      return known;
    }
    const text = textOfArticle(db, articleId);
    const language = articles.get(articleId)?.language ?? null;
    const read = blocksOf(articleId).flatMap(({ start, end }) =>
      sentencesOf(text, start, end, language),
    );
    sentences.set(articleId, read);
    return read;
  };
  return {
    blocks: (highlight) => stretchIn(blocksOf(highlight.articleId), highlight),
    sentences: (highlight) => stretchIn(sentencesOfArticle(highlight.articleId), highlight),
  };
}

/** Which of the ordered spans a highlight touches; where it touches none, the place between two. */
function stretchIn(spans: readonly TextSpan[], highlight: Highlight): Stretch {
  const from = firstEndingAfter(spans, highlight.start);
  let to = from;
  while ((spans[to]?.start ?? Infinity) < highlight.end) {
    to += 1;
  }
  return { id: highlight.id, articleId: highlight.articleId, from, to };
}

function firstEndingAfter(spans: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
