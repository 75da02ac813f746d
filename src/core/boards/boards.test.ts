import { beforeEach, expect, it } from "vitest";

import type { Card } from "#contract/board";
import type { BoardId, CardId } from "#contract/ids";

import { createTestCore } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;
let boardId: BoardId;
const place = { x: 10, y: 20, width: 240, height: 120, groupId: null };

beforeEach(() => {
  core = createTestCore();
  const [board] = core.ask("board.list", {});
  if (board === undefined) {
    throw new Error("a new project has a board");
  }
  boardId = board.id;
});

function addNote(text: string, groupId: CardId | null = null): Card {
  return addOne({ kind: "note", text }, groupId);
}

function addOne(subject: Card["subject"], groupId: CardId | null = null): Card {
  const [card] = core.ask("card.add", {
    boardId,
    cards: [{ subject, place: { ...place, groupId } }],
  });
  if (card === undefined) {
    throw new Error("no card was added");
  }
  return card;
}

it("keeps one card for a claim, however often it is put on the board", () => {
  const { claim } = core.ask("claim.create", { statement: "Germany has committed troops" });
  const first = addOne({ kind: "claim", claimId: claim.id });
  const again = addOne({ kind: "claim", claimId: claim.id });
  expect(again.id).toBe(first.id);
  expect(core.ask("board.read", { boardId }).cards).toHaveLength(1);
});

it("hides the card of a trashed claim and shows it again after undo", () => {
  const { claim } = core.ask("claim.create", { statement: "Germany has committed troops" });
  addOne({ kind: "claim", claimId: claim.id });
  core.ask("claim.trash", { claimIds: [claim.id] });
  expect(core.ask("board.read", { boardId }).cards).toEqual([]);
  core.ask("history.undo", {});
  expect(core.ask("board.read", { boardId }).cards).toHaveLength(1);
});

it("lists a group before its members", () => {
  const note = addNote("inside");
  const group = addOne({ kind: "group", text: "Pledges" });
  core.ask("card.place", {
    boardId,
    places: [{ cardId: note.id, place: { ...place, groupId: group.id } }],
  });
  expect(core.ask("board.read", { boardId }).cards.map((card) => card.id)).toEqual([
    group.id,
    note.id,
  ]);
});

it("leaves the members of a removed group where they are on the canvas", () => {
  const group = addOne({ kind: "group", text: "Pledges" });
  const note = addNote("inside", group.id);
  core.ask("card.remove", { boardId, cardIds: [group.id] });
  expect(core.ask("board.read", { boardId }).cards).toEqual([
    { ...note, x: 20, y: 40, groupId: null },
  ]);
});

it("refuses to place a group in itself or in what it holds", () => {
  const outer = addOne({ kind: "group", text: "outer" });
  const inner = addOne({ kind: "group", text: "inner" }, outer.id);
  expect(
    core.dispatch("card.place", {
      boardId,
      places: [{ cardId: outer.id, place: { ...place, groupId: inner.id } }],
    }),
  ).toMatchObject({
    ok: false,
    failure: { code: "conflict", path: ["places", 0, "place", "groupId"] },
  });
});

it("moves many cards in one change", () => {
  const cards = [addNote("one"), addNote("two")];
  core.ask("card.place", {
    boardId,
    places: cards.map((card, index) => ({ cardId: card.id, place: { ...place, x: index * 300 } })),
  });
  core.ask("history.undo", {});
  expect(core.ask("board.read", { boardId }).cards.map((card) => card.x)).toEqual([10, 10]);
});

it("groups cards in one change, which undo takes back whole", () => {
  const cards = [addNote("one"), addNote("two")];
  const before = core.ask("board.read", { boardId });
  const [group, ...members] = core.ask("card.group", {
    boardId,
    place: { ...place, x: 0, y: 0, width: 400, height: 300 },
    members: cards.map(({ id }, index) => ({
      cardId: id,
      place: { x: 24, y: 48 + index * 10, width: 240, height: 120 },
    })),
  });
  expect(group?.subject).toEqual({ kind: "group", text: "" });
  expect(members.map(({ id, groupId, y }) => [id, groupId, y])).toEqual([
    [cards[0]?.id, group?.id, 48],
    [cards[1]?.id, group?.id, 58],
  ]);
  expect(core.ask("history.read", {}).undo?.label).toBe("group 2 cards");
  core.ask("history.undo", {});
  expect(core.ask("board.read", { boardId })).toEqual(before);
});

it("keeps the last board", () => {
  expect(() => core.ask("board.trash", { boardId })).toThrow("This is the only board.");
});
