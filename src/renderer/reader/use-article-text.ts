import { useEffect, useMemo, useState } from "react";

import type { ArticleText, TextSpan } from "#contract/article";
import type { Highlight } from "#contract/highlight";
import type { ArticleId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { ReadingOrder } from "./order-highlights.ts";

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
  return useInReadingOrder(data, articleId);
}

/** More than a pane shows, on either side of where it begins. UTF-16 code units. */
const nearUtf16 = 12_000;

/**
 * As `useHighlights`, for where they are read: those about the place where reading goes on come first,
 * and all of them as soon as these are shown.
 * @param placeUtf16 null until it is known
 */
export function useHighlightsFrom(
  articleId: ArticleId,
  placeUtf16: number | null,
): readonly Highlight[] {
  const [from, setFrom] = useState(placeUtf16);
  if (from === null && placeUtf16 !== null) {
    setFrom(placeUtf16); // where reading goes on from there is of no concern
  }
  const [isFirst, setIsFirst] = useState(true);
  const near = useRequest(
    "highlight.list",
    isFirst && from !== null ? { articleId, touching: stretchAbout(from) } : null,
  );
  const isNearShown = useWasPainted(near.data !== undefined);
  const all = useRequest("highlight.list", isNearShown ? { articleId } : null);
  if (isFirst && all.data !== undefined) {
    setIsFirst(false); // from now on all are kept up to date
  }
  return useInReadingOrder(all.data ?? near.data, articleId);
}

function stretchAbout(offsetUtf16: number): TextSpan {
  return { start: Math.max(offsetUtf16 - nearUtf16, 0), end: offsetUtf16 + nearUtf16 };
}

const none: never[] = [];

function useInReadingOrder(
  highlights: readonly Highlight[] | undefined,
  articleId: ArticleId | null,
): readonly Highlight[] {
  const order = useMemo(() => new ReadingOrder<Highlight>(), []);
  return useMemo(() => {
    const list = highlights ?? none;
    // While an answer is under way the last one is that of another article.
    const isOfArticle = list.every((each) => each.articleId === articleId);
    return order.update(isOfArticle ? list : none);
  }, [order, highlights, articleId]);
}

/** True from the first frame on that was painted after `isReady` was. */
function useWasPainted(isReady: boolean): boolean {
  const [wasPainted, setWasPainted] = useState(false);
  useEffect(() => {
    if (!isReady) {
      return undefined;
    }
    // A frame is painted after its callbacks, so the one after it is too late by no more than that.
    let handle = requestAnimationFrame(() => {
      handle = requestAnimationFrame(() => setWasPainted(true));
    });
    return () => cancelAnimationFrame(handle);
  }, [isReady]);
  return wasPainted;
}
