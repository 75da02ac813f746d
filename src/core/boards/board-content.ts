import type { Board } from "#contract/board";
import { absoluteRects } from "#contract/board-geometry";
import type { Rect } from "#contract/board-geometry";
import { statusInForce } from "#contract/claim";
import type { Claim, RelationType, Stance } from "#contract/claim";
import { gradeOf } from "#contract/grades";
import type { BoardId, CardId } from "#contract/ids";

import { listArticles } from "../articles/article-store.ts";
import { listClaims } from "../claims/claim-store.ts";
import type { ReadContext } from "../core-context.ts";
import { listEvidence } from "../evidence/evidence-store.ts";
import { listHighlights } from "../highlights/highlight-store.ts";
import { listRelations } from "../relations/relation-store.ts";
import { readBoard } from "./board-store.ts";

/** A card as it is drawn or exported: where it lies and what it says. */
export type DrawnCard = {
  readonly id: CardId;
  readonly kind: "claim" | "quote" | "article" | "note" | "group";
  /** On the board itself, also for a card in a group; board pixels. */
  readonly rect: Rect;
  readonly text: string;
  /** What stands under the words, such as "Disputed · 3 supports · 1 disputes" or "AP · B2". */
  readonly foot: string;
};

/** A line between two cards, from what bears on to what is borne on. */
export type DrawnLink = {
  readonly id: string;
  readonly kind: "relation" | "evidence";
  readonly from: CardId;
  readonly to: CardId;
  readonly type: Stance | RelationType;
  readonly note: string;
};

export type BoardContent = {
  readonly board: Board;
  /** Groups before what they hold. */
  readonly cards: readonly DrawnCard[];
  readonly links: readonly DrawnLink[];
};

/**
 * Everything that a board shows, in words.
 * @throws Failure not-found when there is no such board
 */
export function readBoardContent(context: ReadContext, boardId: BoardId): BoardContent {
  const { board, cards } = readBoard(context, { boardId });
  const claims = new Map(listClaims(context, {}).map((claim) => [claim.id, claim]));
  const highlights = new Map(listHighlights(context, {}).map((each) => [each.id, each]));
  const articles = new Map(listArticles(context).map((article) => [article.id, article]));
  const evidence = listEvidence(context, {});
  const evidenceOf = Map.groupBy(evidence, ({ highlightId }) => highlightId);
  const rects = absoluteRects(cards);
  const cardOfClaim = new Map<string, CardId>();
  const cardOfHighlight = new Map<string, CardId>();

  const drawn = cards.flatMap(({ id, subject }): DrawnCard[] => {
    const rect = rects.get(id);
    if (rect === undefined) {
      return [];
    }
    const place = { id, kind: subject.kind, rect };
    switch (subject.kind) {
      case "claim": {
        const claim = claims.get(subject.claimId);
        cardOfClaim.set(subject.claimId, id);
        return claim === undefined
          ? []
          : [{ ...place, text: claim.statement, foot: footOfClaim(claim) }];
      }
      case "quote": {
        const highlight = highlights.get(subject.highlightId);
        const article = highlight === undefined ? undefined : articles.get(highlight.articleId);
        cardOfHighlight.set(subject.highlightId, id);
        if (highlight === undefined || article === undefined) {
          return [];
        }
        const links = evidenceOf.get(highlight.id) ?? [];
        const [credibility, ...others] = new Set(links.map((link) => link.credibility));
        const grade = gradeOf(
          article.reliability,
          others.length === 0 ? (credibility ?? null) : null,
        );
        const verified = links.every((link) => link.verified) ? "" : " · not verified";
        const foot = `${article.outlet ?? article.title} · ${grade}${verified}`;
        return [{ ...place, text: `“${highlight.exact}”`, foot }];
      }
      case "article": {
        const article = articles.get(subject.articleId);
        return article === undefined
          ? []
          : [{ ...place, text: article.title, foot: article.outlet ?? "" }];
      }
      case "note":
      case "group":
        return [{ ...place, text: subject.text, foot: "" }];
    }
  });

  const known = new Set(drawn.map(({ id }) => id));
  const linkOf = (link: Omit<DrawnLink, "from" | "to">, from?: CardId, to?: CardId): DrawnLink[] =>
    from !== undefined && to !== undefined && known.has(from) && known.has(to)
      ? [{ ...link, from, to }]
      : [];
  return {
    board,
    cards: drawn,
    links: [
      ...listRelations(context, {}).flatMap(({ id, type, note, fromClaimId, toClaimId }) =>
        linkOf(
          { id, kind: "relation", type, note },
          cardOfClaim.get(fromClaimId),
          cardOfClaim.get(toClaimId),
        ),
      ),
      ...evidence.flatMap(({ id, stance, note, highlightId, claimId }) =>
        linkOf(
          { id, kind: "evidence", type: stance, note },
          cardOfHighlight.get(highlightId),
          cardOfClaim.get(claimId),
        ),
      ),
    ],
  };
}

function footOfClaim(claim: Claim): string {
  const stances = ["supports", "disputes", "qualifies", "mentions"] as const;
  const status = statusInForce(claim);
  return [
    `${status.slice(0, 1).toUpperCase()}${status.slice(1)}`,
    ...stances
      .filter((stance) => claim.counts[stance].highlights > 0)
      .map((stance) => `${claim.counts[stance].highlights} ${stance}`),
  ].join(" · ");
}
