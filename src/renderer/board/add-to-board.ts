import type { Card, CardKind, CardSubject } from "#contract/board";
import { absoluteRects, boundsOf, centreOf } from "#contract/board-geometry";
import type { Point } from "#contract/board-geometry";
import type { Claim } from "#contract/claim";
import type { BoardId, CardId, ClaimId, HighlightId } from "#contract/ids";
import type { InputOf } from "#contract/requests";
import type { Passage } from "#contract/requests";

import type { ActionContext } from "../actions/action.ts";
import { countOf } from "../claims/status-words.ts";
import { announce, showDock, useWorkbench } from "../state/workbench.ts";
import { arrangeCards } from "./arrange-cards.ts";
import { useBoard } from "./board-state.ts";
import { sizeOfNewCard } from "./card-size.ts";
import { findFreePlace } from "./free-place.ts";
import { layOutByClaim } from "./lay-out-by-claim.ts";

type Context = Pick<ActionContext, "request" | "run">;

/** The board that is shown: the chosen one, else the first. */
async function readShownBoardId({ request }: Context): Promise<BoardId | null> {
  const boards = await request("board.list", {});
  const { boardId } = useWorkbench.getState();
  return (boards.find(({ id }) => id === boardId) ?? boards[0])?.id ?? null;
}

/**
 * Puts one card on the board, centred at `at` or else at a free place near the middle of the view.
 * Answers with the card; with the one that is there already if the board has it.
 */
export async function addCard(
  context: Context,
  subject: CardSubject,
  textLength: number,
  at?: Point,
): Promise<Card | null> {
  const boardId = await readShownBoardId(context);
  if (boardId === null) {
    return null;
  }
  const { cards } = await context.request("board.read", { boardId });
  const existing = cards.find((card) => isSameSubject(card.subject, subject));
  if (existing !== undefined) {
    useBoard.setState({ revealId: existing.id });
    announce(`This ${subject.kind} is on the board already`);
    return existing;
  }
  const rects = [...absoluteRects(cards).values()];
  const size = sizeOfNewCard(subject.kind, textLength);
  const { shown } = useBoard.getState();
  const bounds = boundsOf(rects);
  const middle =
    shown?.boardId === boardId ? shown.centre() : centreOf(bounds ?? { x: 0, y: 0, ...size });
  const rect =
    at === undefined
      ? findFreePlace(rects, size, middle)
      : { ...size, x: Math.round(at.x - size.width / 2), y: Math.round(at.y - size.height / 2) };
  const added = await context.run("card.add", {
    boardId,
    cards: [{ subject, place: { ...rect, groupId: null } }],
  });
  const card = added?.[0] ?? null;
  if (card !== null) {
    useBoard.setState({ revealId: card.id });
    announce(`${nameOfKind[subject.kind]} put on the board`);
  }
  return card;
}

const nameOfKind: Record<CardKind, string> = {
  claim: "Claim",
  quote: "Quote",
  article: "Article",
  note: "Note",
  group: "Group",
};

export async function addClaim(context: Context, claimId: ClaimId, at?: Point): Promise<void> {
  const claims = await context.request("claim.list", {});
  const length = claims.find(({ id }) => id === claimId)?.statement.length ?? 0;
  await addCard(context, { kind: "claim", claimId }, length, at);
}

/** A span that is not highlighted yet is highlighted first. */
export async function addPassage(context: Context, passage: Passage, at?: Point): Promise<void> {
  if ("highlightId" in passage) {
    const { highlightId } = passage;
    const highlights = await context.request("highlight.list", {});
    const length = highlights.find(({ id }) => id === highlightId)?.exact.length ?? 0;
    await addCard(context, { kind: "quote", highlightId }, length, at);
    return;
  }
  const { articleId, start, end } = passage;
  const highlight = await context.run("highlight.create", { articleId, start, end });
  if (highlight !== null) {
    const subject = { kind: "quote", highlightId: highlight.id } as const;
    await addCard(context, subject, highlight.exact.length, at);
  }
}

/** Whether there is a claim, highlight, article or chosen passage to put on the board. */
export function hasSelection(): boolean {
  const { selection, passage } = useWorkbench.getState();
  return selection !== null || passage !== null;
}

/** Puts what is chosen on the board and shows it; the focus stays where it is. */
export async function addSelection(context: Context): Promise<void> {
  const { selection, passage } = useWorkbench.getState();
  const isReading = document.activeElement?.closest('[data-scope="reader"]') !== null;
  showDock("board");
  if (passage !== null && (isReading || selection === null)) {
    const { articleId, start, end } = passage;
    await addPassage(context, { articleId, start, end });
  } else if (selection?.kind === "claim") {
    await addClaim(context, selection.claimId);
  } else if (selection?.kind === "highlight") {
    await addPassage(context, { highlightId: selection.highlightId });
  } else if (selection?.kind === "article") {
    const { articleId } = selection;
    await addCard(context, { kind: "article", articleId }, 60);
  }
}

/** Puts every claim that is missing, with the quotes of its evidence, below what is there. One change. */
export async function addAllClaims(context: Context): Promise<void> {
  const boardId = await readShownBoardId(context);
  if (boardId === null) {
    return;
  }
  showDock("board");
  const [{ cards }, claims, evidence] = await Promise.all([
    context.request("board.read", { boardId }),
    context.request("claim.list", {}),
    context.request("evidence.list", {}),
  ]);
  const claimIds = new Set(cards.map(({ subject }) => subject.kind === "claim" && subject.claimId));
  const missing = claims.filter(({ id }) => !claimIds.has(id));
  if (missing.length === 0) {
    announce(claims.length === 0 ? "There are no claims yet" : "Every claim is on the board");
    return;
  }
  const missingIds = new Set(missing.map(({ id }) => id));
  const quoteIds = new Set(
    cards.map(({ subject }) => subject.kind === "quote" && subject.highlightId),
  );
  const links = evidence.filter(
    ({ claimId, highlightId }) => missingIds.has(claimId) && !quoteIds.has(highlightId),
  );
  const drafts = draftCards(boardId, missing, links);
  const bounds = boundsOf(absoluteRects(cards).values());
  const origin = { x: bounds?.x ?? 0, y: bounds === null ? 0 : bounds.y + bounds.height + 96 };
  const places = new Map(
    arrangeCards(
      drafts,
      layOutByClaim(
        links.map(({ claimId, highlightId, stance }) => ({
          claimCardId: draftId(claimId),
          quoteCardId: draftId(highlightId),
          stance,
        })),
      ),
    ).map(({ cardId, place }) => [cardId, place]),
  );
  const input: InputOf<"card.add">["cards"] = drafts.map(({ id, subject, ...card }) => {
    const place = places.get(id) ?? card;
    const { width, height } = place;
    return {
      subject,
      place: { x: origin.x + place.x, y: origin.y + place.y, width, height, groupId: null },
    };
  });
  const added = await context.run("card.add", { boardId, cards: input });
  if (added !== null) {
    announce(`${countOf(missing.length, "claim")} put on the board`);
    useBoard.setState({ awaited: added.at(-1) ?? null });
  }
}

/** A card that is not stored yet is known by the id of what it stands for. */
function draftId(subjectId: ClaimId | HighlightId): CardId {
  return subjectId as unknown as CardId; // only for the layout; never sent
}

function draftCards(
  boardId: BoardId,
  claims: readonly Claim[],
  links: readonly { readonly highlightId: HighlightId; readonly exact: string }[],
): Card[] {
  const draft = (id: CardId, subject: CardSubject, textLength: number, index: number): Card => ({
    id,
    boardId,
    subject,
    x: 0,
    y: index * 1_000, // in reading order
    ...sizeOfNewCard(subject.kind, textLength),
    groupId: null,
  });
  const quotes = new Map(links.map(({ highlightId, exact }) => [highlightId, exact]));
  return [
    ...claims.map(({ id, statement }, index) =>
      draft(draftId(id), { kind: "claim", claimId: id }, statement.length, index),
    ),
    ...[...quotes].map(([highlightId, exact], index) =>
      draft(draftId(highlightId), { kind: "quote", highlightId }, exact.length, index),
    ),
  ];
}

function isSameSubject(a: CardSubject, b: CardSubject): boolean {
  return (
    (a.kind === "claim" && b.kind === "claim" && a.claimId === b.claimId) ||
    (a.kind === "quote" && b.kind === "quote" && a.highlightId === b.highlightId) ||
    (a.kind === "article" && b.kind === "article" && a.articleId === b.articleId)
  );
}
