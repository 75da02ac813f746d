import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { absoluteRects, contains } from "#contract/board-geometry";
import type { Rect } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

import { frameAround, placesAfterMove, placesInGroup } from "./group-cards.ts";
import { boardOfCards, card } from "./testing/cards.ts";

const id = (text: string) => text as CardId;
const moved = (...entries: [string, Rect][]) =>
  new Map(entries.map(([cardId, rect]) => [id(cardId), rect]));

const group = card("group", { id: "g", x: 100, y: 100, width: 400, height: 300 });
const inner = card("claim", { id: "inner", x: 20, y: 60, groupId: "g" });
const outer = card("claim", { id: "outer", x: 700, y: 0 });

describe("placesAfterMove", () => {
  it("puts a card whose centre is dropped in a group into it, relative to the group", () => {
    const places = placesAfterMove(
      [group, inner, outer],
      moved(["outer", { x: 310, y: 250, width: 200, height: 100 }]),
    );
    expect(places).toEqual([
      { cardId: "outer", place: { x: 210, y: 150, width: 200, height: 100, groupId: "g" } },
    ]);
  });

  it("takes a card out of its group when it is dragged out", () => {
    const places = placesAfterMove(
      [group, inner],
      moved(["inner", { x: 800, y: 800, width: 200, height: 100 }]),
    );
    expect(places).toEqual([
      { cardId: "inner", place: { x: 800, y: 800, width: 200, height: 100, groupId: null } },
    ]);
  });

  it("leaves the cards of a moved group as they are in it", () => {
    const places = placesAfterMove(
      [group, inner],
      moved(
        ["g", { x: 0, y: 0, width: 400, height: 300 }],
        ["inner", { x: 20, y: 60, width: 200, height: 100 }],
      ),
    );
    expect(places).toEqual([
      { cardId: "g", place: { x: 0, y: 0, width: 400, height: 300, groupId: null } },
    ]);
  });

  it("puts a card into the innermost of nested groups", () => {
    const nested = card("group", { id: "n", x: 10, y: 50, width: 250, height: 200, groupId: "g" });
    const places = placesAfterMove(
      [group, nested, outer],
      moved(["outer", { x: 130, y: 170, width: 200, height: 100 }]),
    );
    expect(places[0]?.place.groupId).toBe("n");
  });

  it("never puts a group into itself or into what it holds", () => {
    const nested = card("group", { id: "n", x: 10, y: 50, width: 390, height: 250, groupId: "g" });
    const places = placesAfterMove(
      [group, nested],
      moved(["g", { x: 120, y: 100, width: 400, height: 300 }]),
    );
    expect(places.map(({ place }) => place.groupId)).toEqual([null]);
  });

  it("stores nothing when cards are dropped where they were", () => {
    const cards = [group, inner, outer];
    expect(placesAfterMove(cards, absoluteRects(cards))).toEqual([]);
  });

  it("keeps every moved card where it was dropped, whichever group takes it", () => {
    fc.assert(
      fc.property(
        boardOfCards(),
        fc.nat(),
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: -500, max: 500 }),
        (cards, pick, dx, dy) => {
          const target = cards[pick % Math.max(cards.length, 1)];
          fc.pre(target !== undefined);
          const from = absoluteRects(cards).get(target.id) ?? target;
          const to = {
            x: from.x + dx,
            y: from.y + dy,
            width: target.width,
            height: target.height,
          };
          const places = placesAfterMove(cards, new Map([[target.id, to]]));
          const stored = cards.map((each) => {
            const place = places.find(({ cardId }) => cardId === each.id)?.place;
            return place === undefined ? each : { ...each, ...place };
          });
          expect(absoluteRects(stored).get(target.id)).toEqual(to);
        },
      ),
    );
  });
});

describe("placesInGroup", () => {
  it("grows the frame around new members and leaves every card where it is on the board", () => {
    const far = card("quote", { id: "far", x: -300, y: -200 });
    const cards = [group, inner, far];
    const places = new Map(
      placesInGroup(cards, group, [id("far")]).map(({ cardId, place }) => [cardId, place]),
    );
    const stored = cards.map((each) => ({ ...each, ...places.get(each.id) }));
    const [before, after] = [absoluteRects(cards), absoluteRects(stored)];
    expect(after.get(id("inner"))).toEqual(before.get(id("inner")));
    expect(after.get(id("far"))).toEqual(before.get(id("far")));
    expect(stored.map(({ groupId }) => groupId)).toEqual([null, "g", "g"]);
    expect(after.get(id("g"))).toEqual({ x: -324, y: -248, width: 824, height: 648 });
  });
});

describe("frameAround", () => {
  it("holds every card and leaves room for the title", () => {
    const rects = [
      { x: 0, y: 0, width: 100, height: 50 },
      { x: 300, y: -40, width: 100, height: 50 },
    ];
    const frame = frameAround(rects);
    expect(frame).toEqual({ x: -24, y: -88, width: 448, height: 162 });
    expect(frame !== null && rects.every((rect) => contains(frame, rect))).toBe(true);
    expect(frameAround([])).toBeNull();
  });
});
