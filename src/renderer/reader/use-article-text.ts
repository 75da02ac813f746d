import { useMemo } from "react";

import type { ArticleText } from "#contract/article";
import type { Highlight } from "#contract/highlight";
import type { ArticleId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { inReadingOrder } from "./order-highlights.ts";

/**
 * The text of an article. While it is under way the last answer of the same place on the page is that
 * of another article; it is not taken for this one's.
 */
export function useArticleText(articleId: ArticleId | null): {
  readonly text: ArticleText | null;
  readonly failure: string | null;
} {
  const { data, error } = useRequest("article.read", articleId === null ? null : { articleId });
  return {
    text: data?.articleId === articleId ? (data ?? null) : null,
    failure: error === null ? null : messageOf(error),
  };
}

/** Highlights of an article in reading order; empty until they are there, or for no article. */
export function useHighlights(articleId: ArticleId | null): readonly Highlight[] {
  const { data } = useRequest("highlight.list", articleId === null ? null : { articleId });
  return useMemo(
    () => inReadingOrder((data ?? []).filter((highlight) => highlight.articleId === articleId)),
    [data, articleId],
  );
}
