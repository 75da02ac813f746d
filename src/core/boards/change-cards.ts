import type { Card, CardPlace, CardSubject } from "#contract/board";
import { Failure } from "#contract/failure";
import type { BoardId, CardId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import { requireArticle } from "../articles/article-store.ts";
import { requireClaim } from "../claims/claim-store.ts";
import type { WriteContext } from "../core-context.ts";
import { requireHighlight } from "../highlights/highlight-store.ts";
import type { ReadableDb } from "../store/db.ts";
import { findCardOf, readCards, referencesOf, requireBoard, requireCard } from "./board-store.ts";

type Path = readonly (string | number)[];

export function addCards(
  context: WriteContext,
  { boardId, cards }: ParsedInputOf<"card.add">,
): Card[] {
  const { db, journal } = context;
  requireBoard(db, boardId);
  const added = cards.map(({ subject, place }, index): Card => {
    requireSubject(db, subject, ["cards", index, "subject"]);
    const existing = findCardOf(db, boardId, subject);
    if (existing !== null) {
      return existing;
    }
    requireGroup(db, boardId, null, place, ["cards", index, "place"]);
    const id = context.newId() as CardId;
    const references = referencesOf(subject);
    journal.insert("card", {
      id,
      board_id: boardId,
      kind: subject.kind,
      claim_id: references.claimId,
      highlight_id: references.highlightId,
      article_id: references.articleId,
      text: "text" in subject ? subject.text : null,
      ...placeColumns(place),
    });
    return requireCard(db, id);
  });
  const [first] = cards;
  journal.label(
    cards.length === 1 && first !== undefined
      ? `put ${first.subject.kind} on the board`
      : `put ${cards.length} cards on the board`,
  );
  return added;
}

export function placeCards(
  { db, journal }: WriteContext,
  { boardId, places }: ParsedInputOf<"card.place">,
): Card[] {
  requireBoard(db, boardId);
  for (const [index, { cardId, place }] of places.entries()) {
    requireCardOn(db, boardId, cardId, ["places", index, "cardId"]);
    requireGroup(db, boardId, cardId, place, ["places", index, "place"]);
    journal.update("card", { id: cardId }, placeColumns(place));
  }
  journal.label(places.length === 1 ? "move card" : `arrange ${places.length} cards`);
  return places.map(({ cardId }) => requireCard(db, cardId));
}

/** Cards that are in a group already leave it for the new one. */
export function groupCards(
  context: WriteContext,
  { boardId, place, members }: ParsedInputOf<"card.group">,
): Card[] {
  const [group] = addCards(context, {
    boardId,
    cards: [{ subject: { kind: "group", text: "" }, place }],
  });
  if (group === undefined) {
    throw new Error("a group that is added is answered");
  }
  const places = members.map((member) => ({
    cardId: member.cardId,
    place: { ...member.place, groupId: group.id },
  }));
  const placed = placeCards(context, { boardId, places });
  context.journal.label(`group ${members.length} ${members.length === 1 ? "card" : "cards"}`);
  return [requireCard(context.db, group.id), ...placed];
}

export function writeCard(
  { db, journal }: WriteContext,
  { cardId, text }: ParsedInputOf<"card.write">,
): Card {
  const { subject } = requireCard(db, cardId);
  if (subject.kind !== "note" && subject.kind !== "group") {
    throw new Failure("conflict", "Only notes and groups have words of their own.", {
      path: ["cardId"],
    });
  }
  journal.update("card", { id: cardId }, { text });
  journal.label(subject.kind === "note" ? "edit note on the board" : "rename group");
  return requireCard(db, cardId);
}

/** Members of a removed group stay where they are on the canvas, in the group around it if there is one. */
export function removeCards(
  { db, journal }: WriteContext,
  { boardId, cardIds }: ParsedInputOf<"card.remove">,
): Record<string, never> {
  requireBoard(db, boardId);
  for (const [index, cardId] of [...new Set(cardIds)].entries()) {
    const card = requireCardOn(db, boardId, cardId, ["cardIds", index]);
    const members = db.all<{ id: CardId; x: number; y: number }>(
      "SELECT id, x, y FROM card WHERE group_id = :cardId",
      { cardId },
    );
    for (const member of members) {
      journal.update(
        "card",
        { id: member.id },
        { x: member.x + card.x, y: member.y + card.y, group_id: card.groupId },
      );
    }
    journal.remove("card", { id: cardId });
  }
  journal.label(cardIds.length === 1 ? "take card off the board" : "take cards off the board");
  return {};
}

function placeColumns(place: CardPlace) {
  return {
    x: place.x,
    y: place.y,
    width: place.width,
    height: place.height,
    group_id: place.groupId,
  };
}

function requireCardOn(db: ReadableDb, boardId: BoardId, cardId: CardId, path: Path): Card {
  const card = requireCard(db, cardId, path);
  if (card.boardId !== boardId) {
    throw new Failure("not-found", "This card is on another board.", { path });
  }
  return card;
}

function requireSubject(db: ReadableDb, subject: CardSubject, path: Path): void {
  switch (subject.kind) {
    case "claim":
      requireClaim(db, subject.claimId, [...path, "claimId"]);
      break;
    case "quote":
      requireHighlight(db, subject.highlightId, [...path, "highlightId"]);
      break;
    case "article":
      requireArticle(db, subject.articleId);
      break;
    case "note":
    case "group":
      break;
  }
}

/** A card may lie in a group of its own board, but not in itself nor in what it holds. */
function requireGroup(
  db: ReadableDb,
  boardId: BoardId,
  cardId: CardId | null,
  { groupId }: CardPlace,
  path: Path,
): void {
  if (groupId === null) {
    return;
  }
  const groupPath = [...path, "groupId"];
  const group = requireCardOn(db, boardId, groupId, groupPath);
  if (group.subject.kind !== "group") {
    throw new Failure("conflict", "Cards can only be placed in a group.", { path: groupPath });
  }
  const groupOf = new Map(readCards(db, boardId).map((card) => [card.id, card.groupId]));
  for (let id: CardId | null = groupId; id !== null; id = groupOf.get(id) ?? null) {
    if (id === cardId) {
      throw new Failure("conflict", "A group cannot be placed in itself.", { path: groupPath });
    }
  }
}
