import type { ArticleId, CardId } from "#contract/ids";

import { belowEachOther, blockGapPx, shelve, stack } from "./boxes.ts";
import type { Box, LayOut, PlacedBox } from "./boxes.ts";

/**
 * One column for each article, in the order of the library: the article's own card, then its quotes in
 * reading order. Claims, notes and groups follow below, so that each source can be read down.
 *
 * @param articleOf The article that a card comes from; undefined for claims, notes and groups.
 */
export function layOutBySource(
  articles: readonly ArticleId[],
  articleOf: ReadonlyMap<CardId, ArticleId>,
): LayOut {
  return (boxes) => {
    const ofArticle = Map.groupBy(boxes, ({ card }) => articleOf.get(card.id) ?? null);
    const columns: PlacedBox[] = [];
    let x = 0;
    for (const articleId of articles) {
      const own = (ofArticle.get(articleId) ?? []).toSorted(articleFirst);
      if (own.length > 0) {
        const left = x;
        columns.push(...stack(own, 0, () => left));
        x += Math.max(...own.map(({ width }) => width)) + blockGapPx;
      }
    }
    const known = new Set(columns.map(({ box }) => box));
    const claims = boxes.filter(({ card }) => card.subject.kind === "claim");
    const others = boxes.filter((box) => !known.has(box) && box.card.subject.kind !== "claim");
    return belowEachOther([columns, shelve(claims), shelve(others)]);
  };
}

function articleFirst(a: Box, b: Box): number {
  return Number(b.card.subject.kind === "article") - Number(a.card.subject.kind === "article");
}
