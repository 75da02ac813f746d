import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Card } from "#contract/board";
import { absoluteRects, overlap } from "#contract/board-geometry";
import type { ArticleId, CardId } from "#contract/ids";

import { arrangeCards } from "./arrange-cards.ts";
import type { LayOut } from "./boxes.ts";
import { layOutByClaim } from "./lay-out-by-claim.ts";
import type { EvidenceOnBoard } from "./lay-out-by-claim.ts";
import { layOutBySource } from "./lay-out-by-source.ts";
import { layOutInLayers } from "./lay-out-in-layers.ts";
import { inReadingOrder } from "./reading-order.ts";
import { boardOfCards, card } from "./testing/cards.ts";

const arrange = (cards: readonly Card[], layOut: LayOut): Card[] => {
  const places = new Map(arrangeCards(cards, layOut).map(({ cardId, place: to }) => [cardId, to]));
  return cards.map((each) => ({ ...each, ...places.get(each.id) }));
};

const anyEvidence = (cards: readonly Card[]): fc.Arbitrary<EvidenceOnBoard[]> => {
  const ids = (kind: string) =>
    cards.filter(({ subject }) => subject.kind === kind).map(({ id }) => id);
  const [quotes, claims] = [ids("quote"), ids("claim")];
  return quotes.length === 0 || claims.length === 0
    ? fc.constant([])
    : fc.array(
        fc.record({
          quoteCardId: fc.constantFrom(...quotes),
          claimCardId: fc.constantFrom(...claims),
          stance: fc.constantFrom("supports", "disputes", "qualifies", "mentions"),
        }),
        { maxLength: 40 },
      );
};

const anyBoard = boardOfCards().chain((cards) =>
  anyEvidence(cards).map((evidence) => ({ cards, evidence })),
);

const place = (cards: readonly Card[], evidence: readonly EvidenceOnBoard[]): Card[] =>
  arrange(cards, layOutByClaim(evidence));

/** Every layout, for a board with that evidence; each quote comes from one of three articles. */
const layouts: [
  string,
  (cards: readonly Card[], evidence: readonly EvidenceOnBoard[]) => LayOut,
][] = [
  ["by claim", (_, evidence) => layOutByClaim(evidence)],
  [
    "in layers",
    (_, evidence) =>
      layOutInLayers(
        evidence.map(({ quoteCardId, claimCardId }) => ({ from: quoteCardId, to: claimCardId })),
      ),
  ],
  ["by source", (cards) => layOutBySource(articleIds, articlesOf(cards))],
];
const articleIds = ["a0", "a1", "a2"] as ArticleId[];

function articlesOf(cards: readonly Card[]): Map<CardId, ArticleId> {
  const sourced = cards.filter(({ subject }) => ["quote", "article"].includes(subject.kind));
  return new Map(sourced.map(({ id }, index) => [id, `a${index % 3}` as ArticleId]));
}

describe.each(layouts)("arrangeCards %s", (_name, layoutFor) => {
  it("places every card once, without overlaps, and keeps the size of all but groups", () => {
    fc.assert(
      fc.property(anyBoard, ({ cards, evidence }) => {
        const layOut = layoutFor(cards, evidence);
        const places = arrangeCards(cards, layOut);
        expect(places.map(({ cardId }) => cardId).toSorted()).toEqual(
          cards.map(({ id }) => id).toSorted(),
        );
        const placed = arrange(cards, layOut);
        for (const [index, before] of cards.entries()) {
          const after = placed[index];
          expect(after?.groupId).toBe(before.groupId);
          if (before.subject.kind !== "group") {
            expect([after?.width, after?.height]).toEqual([before.width, before.height]);
          }
        }
        const rects = absoluteRects(placed);
        for (const [index, a] of placed.entries()) {
          for (const b of placed.slice(index + 1).filter(({ groupId }) => groupId === a.groupId)) {
            const [rectA, rectB] = [rects.get(a.id), rects.get(b.id)];
            expect(rectA !== undefined && rectB !== undefined && overlap(rectA, rectB)).toBe(false);
          }
        }
      }),
    );
  });

  it("keeps the cards of a group inside its frame", () => {
    fc.assert(
      fc.property(anyBoard, ({ cards, evidence }) => {
        const placed = arrange(cards, layoutFor(cards, evidence));
        const byId = new Map(placed.map((each) => [each.id, each]));
        for (const each of placed) {
          const group = each.groupId === null ? undefined : byId.get(each.groupId);
          if (group !== undefined) {
            expect(each.x).toBeGreaterThanOrEqual(0);
            expect(each.y).toBeGreaterThanOrEqual(0);
            expect(each.x + each.width).toBeLessThanOrEqual(group.width);
            expect(each.y + each.height).toBeLessThanOrEqual(group.height);
          }
        }
      }),
    );
  });

  it("gives the same layout for the same board", () => {
    fc.assert(
      fc.property(anyBoard, ({ cards, evidence }) => {
        const layOut = layoutFor(cards, evidence);
        expect(arrangeCards(cards, layOut)).toEqual(arrangeCards(cards, layOut));
      }),
    );
  });
});

describe("layOutByClaim", () => {
  it("changes nothing when done twice", () => {
    fc.assert(
      fc.property(anyBoard, ({ cards, evidence }) => {
        const once = place(cards, evidence);
        expect(place(once, evidence)).toEqual(once);
      }),
    );
  });

  it("keeps the order in which claims are read", () => {
    fc.assert(
      fc.property(anyBoard, ({ cards, evidence }) => {
        const claims = (some: readonly Card[]) =>
          inReadingOrder(some)
            .filter(({ subject }) => subject.kind === "claim")
            .map(({ id }) => id);
        expect(claims(place(cards, evidence))).toEqual(claims(cards));
      }),
    );
  });

  it("stacks supporting quotes left of their claim, and the others right of it by stance", () => {
    const cards = [
      card("claim", { id: "c", x: 0, y: 0 }),
      ...["mention", "dispute", "support", "qualify"].map((id, index) =>
        card("quote", { id, x: 10, y: 200 + 200 * index }),
      ),
    ];
    const link = (quoteCardId: string, stance: EvidenceOnBoard["stance"]): EvidenceOnBoard => ({
      quoteCardId: quoteCardId as CardId,
      claimCardId: "c" as CardId,
      stance,
    });
    const placed = new Map(
      place(cards, [
        link("mention", "mentions"),
        link("dispute", "disputes"),
        link("support", "supports"),
        link("qualify", "qualifies"),
      ]).map((each) => [String(each.id), each]),
    );
    const at = (id: string) => placed.get(id) ?? { x: Number.NaN, y: Number.NaN };
    expect(at("support").x).toBeLessThan(at("c").x);
    expect(at("dispute").x).toBeGreaterThan(at("c").x);
    expect([at("qualify").x, at("mention").x]).toEqual([at("dispute").x, at("dispute").x]);
    expect(at("dispute").y).toBeLessThan(at("qualify").y);
    expect(at("qualify").y).toBeLessThan(at("mention").y);
  });
});

describe("layOutInLayers", () => {
  it("lets arrows run from left to right when nothing goes in a circle", () => {
    const cards = [
      card("claim", { id: "end", x: 0, y: 0 }),
      card("claim", { id: "middle", x: 300, y: 0 }),
      card("quote", { id: "start", x: 600, y: 0 }),
    ];
    const arrow = (from: string, to: string) => ({ from: from as CardId, to: to as CardId });
    const placed = arrange(
      cards,
      layOutInLayers([arrow("start", "middle"), arrow("middle", "end")]),
    );
    const [end, middle, start] = placed.map(({ x }) => x);
    expect(start).toBeLessThan(middle ?? Number.NaN);
    expect(middle).toBeLessThan(end ?? Number.NaN);
  });
});

describe("layOutBySource", () => {
  it("puts an article above its quotes, in the column of its place in the library", () => {
    const cards = [
      card("quote", { id: "second", x: 0, y: 0 }),
      card("quote", { id: "first", x: 300, y: 0 }),
      card("article", { id: "article", x: 600, y: 0 }),
      card("claim", { id: "claim", x: 900, y: 0 }),
    ];
    const [one, two] = ["one", "two"] as [ArticleId, ArticleId];
    const articleOf = new Map([
      ["second" as CardId, two],
      ["first" as CardId, one],
      ["article" as CardId, one],
    ]);
    const placed = new Map(
      arrange(cards, layOutBySource([one, two], articleOf)).map((each) => [String(each.id), each]),
    );
    const at = (id: string) => placed.get(id) ?? { x: Number.NaN, y: Number.NaN };
    expect(at("first").x).toBe(at("article").x);
    expect(at("first").y).toBeGreaterThan(at("article").y);
    expect(at("second").x).toBeGreaterThan(at("first").x);
    expect(at("claim").y).toBeGreaterThan(at("first").y);
  });
});
