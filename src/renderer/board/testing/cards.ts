import fc from "fast-check";

import type { Card, CardKind, CardSubject } from "#contract/board";
import type { ArticleId, BoardId, CardId, ClaimId, HighlightId } from "#contract/ids";

type Place = Partial<Pick<Card, "x" | "y" | "width" | "height">> & {
  readonly id: string;
  readonly groupId?: string | null;
};

/** A card of a kind, 200 by 100 at 0, 0 unless said otherwise. */
export function card(kind: CardKind, { id, groupId = null, ...place }: Place): Card {
  return {
    x: 0,
    y: 0,
    width: 200,
    height: 100,
    ...place,
    id: id as CardId,
    boardId: "board" as BoardId,
    groupId: groupId as CardId | null,
    subject: subjectOf(kind, id),
  };
}

function subjectOf(kind: CardKind, id: string): CardSubject {
  switch (kind) {
    case "claim":
      return { kind, claimId: id as ClaimId };
    case "quote":
      return { kind, highlightId: id as HighlightId };
    case "article":
      return { kind, articleId: id as ArticleId };
    case "note":
    case "group":
      return { kind, text: id };
  }
}

/** Boards of up to 30 cards; groups hold cards and other groups. */
export function boardOfCards(): fc.Arbitrary<Card[]> {
  const one = fc.record({
    kind: fc.constantFrom<CardKind>("claim", "claim", "quote", "quote", "article", "note", "group"),
    x: fc.integer({ min: -2_000, max: 2_000 }),
    y: fc.integer({ min: -2_000, max: 2_000 }),
    width: fc.integer({ min: 20, max: 500 }),
    height: fc.integer({ min: 20, max: 400 }),
    parent: fc.nat({ max: 40 }),
  });
  return fc.array(one, { maxLength: 30 }).map((drafts) =>
    drafts.map(({ kind, parent, ...place }, index) => {
      // Only earlier groups, so that no group ever holds itself.
      const group = parent < index && drafts[parent]?.kind === "group" ? `card-${parent}` : null;
      return card(kind, { id: `card-${index}`, groupId: group, ...place });
    }),
  );
}
