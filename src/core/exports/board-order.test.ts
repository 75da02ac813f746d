import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Card } from "#contract/board";
import type { BoardId, CardId, ClaimId } from "#contract/ids";

import { readBoardCards } from "./board-order.ts";

type Spot = { x: number; y: number; group?: string | null; height?: number; words?: string };

/** A claim's card, or a group's when it has words; ids are short here, as nothing parses them. */
function card(id: string, { x, y, group = null, height = 100, words }: Spot): Card {
  return {
    id: id as CardId,
    boardId: "board" as BoardId,
    subject:
      words === undefined
        ? { kind: "claim", claimId: id as ClaimId }
        : { kind: "group", text: words },
    x,
    y,
    width: 200,
    height,
    groupId: group as CardId | null,
  };
}

function order(cards: readonly Card[]): string[] {
  return readBoardCards(cards).map((placed) => placed.card.id);
}

describe("readBoardCards", () => {
  it("reads rows from top to bottom and each from left to right, though cards are not quite level", () => {
    const cards = [
      card("d", { x: 300, y: 200 }),
      card("b", { x: 260, y: -20 }),
      card("c", { x: 0, y: 210 }),
      card("a", { x: 0, y: 0 }),
    ];
    expect(order(cards)).toEqual(["a", "b", "c", "d"]);
  });

  it("starts a new row at the middle of the row's first card, or 60 pixels down", () => {
    expect(order([card("a", { x: 300, y: 0 }), card("b", { x: 0, y: 49 })])).toEqual(["b", "a"]);
    expect(order([card("a", { x: 300, y: 0 }), card("b", { x: 0, y: 50 })])).toEqual(["a", "b"]);
    const tall = card("a", { x: 300, y: 0, height: 1000 });
    expect(order([tall, card("b", { x: 0, y: 59 })])).toEqual(["b", "a"]);
    expect(order([tall, card("b", { x: 0, y: 60 })])).toEqual(["a", "b"]);
  });

  it("does not let a staircase of cards grow into one row", () => {
    const cards = [0, 1, 2, 3].map((step) =>
      card(`s${step}`, { x: 900 - 300 * step, y: 40 * step }),
    );
    expect(order(cards)).toEqual(["s1", "s0", "s3", "s2"]);
  });

  it("reads a group as a whole, with places relative to it, and names it", () => {
    const cards = [
      card("g", { x: 0, y: 0, height: 500, words: "Pledges" }),
      card("late", { x: 0, y: 300, group: "g" }),
      card("early", { x: 10, y: 20, group: "g" }),
      card("beside", { x: 700, y: 100 }),
      card("above", { x: 700, y: -200 }),
    ];
    expect(readBoardCards(cards).map((placed) => [placed.card.id, placed.group])).toEqual([
      ["above", null],
      ["early", "Pledges"],
      ["late", "Pledges"],
      ["beside", null],
    ]);
  });

  it("gives every card but groups once, in an order that does not depend on how they were listed", () => {
    const spot = fc.record({
      x: fc.constantFrom(0, 10, 300),
      y: fc.constantFrom(0, 10, 70, 300),
      isGroup: fc.boolean(),
      // Also groups inside each other in a circle, and groups that are not there.
      group: fc.option(fc.nat(9)),
    });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 8 }), fc.nat(7), (spots, turn) => {
        const cards = spots.map(({ x, y, isGroup, group }, index) =>
          card(`c${index}`, {
            x,
            y,
            group: group === null ? null : `c${group}`,
            ...(isGroup ? { words: "group" } : {}),
          }),
        );
        const found = order(cards);
        const claims = cards.filter(({ subject }) => subject.kind === "claim");
        expect(found.toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
        expect(order([...cards.slice(turn), ...cards.slice(0, turn)])).toEqual(found);
      }),
    );
  });
});
