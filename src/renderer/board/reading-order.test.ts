import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { inReadingOrder } from "./reading-order.ts";
import { boardOfCards, card } from "./testing/cards.ts";

describe("inReadingOrder", () => {
  it("reads rows from top to bottom, and a row from left to right though tops differ a little", () => {
    const cards = [
      card("claim", { id: "below", x: 0, y: 300 }),
      card("claim", { id: "right", x: 500, y: 0 }),
      card("claim", { id: "left", x: 0, y: 30 }),
    ];
    expect(inReadingOrder(cards).map(({ id }) => id)).toEqual(["left", "right", "below"]);
  });

  it("reads a group directly before what it holds", () => {
    const cards = [
      card("claim", { id: "last", x: 900, y: 0 }),
      card("claim", { id: "member", x: 0, y: 500, groupId: "group" }),
      card("group", { id: "group", x: 0, y: 0 }),
    ];
    expect(inReadingOrder(cards).map(({ id }) => id)).toEqual(["group", "member", "last"]);
  });

  it("has every card once, groups before their members, in whatever order they come", () => {
    fc.assert(
      fc.property(boardOfCards(), (cards) => {
        const ordered = inReadingOrder(cards);
        expect(ordered.map(({ id }) => id).toSorted()).toEqual(
          cards.map(({ id }) => id).toSorted(),
        );
        expect(inReadingOrder(cards.toReversed())).toEqual(ordered);
        const index = new Map(ordered.map(({ id }, at) => [id, at]));
        for (const { id, groupId } of ordered) {
          if (groupId !== null) {
            expect(index.get(groupId)).toBeLessThan(index.get(id) ?? -1);
          }
        }
      }),
    );
  });
});
