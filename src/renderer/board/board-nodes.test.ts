import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Card } from "#contract/board";
import type { CardId } from "#contract/ids";

import type { CardFacts } from "./board-facts.ts";
import { mergeNodes, placeNodes, placeOfNode } from "./board-nodes.ts";
import { boardOfCards, card } from "./testing/cards.ts";

const noteOf = (one: Card): CardFacts =>
  one.subject.kind === "group"
    ? { kind: "group", card: one, title: "", memberCount: 0 }
    : { kind: "note", card: one, text: "" };
const none = new Set<CardId>();

describe("mergeNodes", () => {
  const a = card("note", { id: "a" });
  const b = card("note", { id: "b", x: 300 });
  const first = mergeNodes([], [a, b].map(noteOf), none);

  it("keeps unchanged cards as the same objects", () => {
    const again = mergeNodes(first, [{ ...a }, b].map(noteOf), none);
    expect(again[1]?.position).toEqual({ x: 300, y: 0 });
    const facts = first.map(({ data }) => data);
    expect(mergeNodes(first, facts, none)).toEqual(first);
    expect(mergeNodes(first, facts, none)[0]).toBe(first[0]);
  });

  it("takes a place that was changed elsewhere, and keeps the selection", () => {
    const selected = first.map((node) => ({ ...node, selected: true }));
    const [node] = mergeNodes(selected, [{ ...a, y: 50 }].map(noteOf), none);
    expect(node).toMatchObject({ id: "a", position: { x: 0, y: 50 }, selected: true });
  });

  it("leaves a card where it is being moved here, whatever arrives meanwhile", () => {
    const moved = first.map((node) =>
      node.id === "a" ? { ...node, position: { x: 7, y: 7 } } : node,
    );
    const facts = [
      { ...a, y: 50 },
      { ...b, y: 1 },
    ].map(noteOf);
    const merged = mergeNodes(moved, facts, new Set([a.id]));
    expect(merged.find(({ id }) => id === "a")?.position).toEqual({ x: 7, y: 7 });
    expect(merged.find(({ id }) => id === "b")?.position).toEqual({ x: 300, y: 1 });
  });

  it("frees a card from a group that went away", () => {
    const group = card("group", { id: "g", x: 100, y: 100 });
    const inside = card("note", { id: "i", groupId: "g", x: 10, y: 10 });
    const before = mergeNodes([], [group, inside].map(noteOf), none);
    expect(before[1]?.parentId).toBe("g");
    const freed = { ...inside, x: 110, y: 110, groupId: null };
    const [after] = mergeNodes(before, [freed].map(noteOf), none);
    expect(after?.parentId).toBeUndefined();
    expect(after?.position).toEqual({ x: 110, y: 110 });
  });

  it("puts groups before their members for any board, with the places as stored", () => {
    fc.assert(
      fc.property(boardOfCards(), (cards) => {
        const nodes = mergeNodes([], cards.map(noteOf), none);
        const seen = new Set<string>();
        for (const node of nodes) {
          expect(node.parentId === undefined || seen.has(node.parentId)).toBe(true);
          seen.add(node.id);
        }
        const places = new Map(nodes.map((node) => [node.id, placeOfNode(node)]));
        for (const { id, x, y, width, height, groupId } of cards) {
          expect(places.get(id)).toEqual({ id, x, y, width, height, groupId });
        }
      }),
    );
  });
});

describe("placeNodes", () => {
  it("moves a card into a group at once and orders it behind the group", () => {
    const group = card("group", { id: "g", x: 500 });
    const nodes = mergeNodes([], [card("note", { id: "a" }), group].map(noteOf), none);
    const place = { x: 10, y: 50, width: 200, height: 100, groupId: group.id };
    const placed = placeNodes(nodes, [{ cardId: "a" as CardId, place }]);
    expect(placed.map(({ id, parentId }) => [id, parentId])).toEqual([
      ["g", undefined],
      ["a", "g"],
    ]);
  });
});
