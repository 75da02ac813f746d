import type { Board, Card, CardSubject } from "#contract/board";
import { Failure } from "#contract/failure";
import type { ArticleId, BoardId, CardId, ClaimId, HighlightId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

const boardColumns = "id, title, position, created_at AS createdAt";

export function listBoards({ db }: ReadContext): Board[] {
  return db.all<Board>(
    `SELECT ${boardColumns} FROM board WHERE trashed_at IS NULL ORDER BY position, id`,
  );
}

/** @throws Failure not-found when it does not exist or lies in the trash. */
export function requireBoard(db: ReadableDb, id: BoardId): Board {
  const board = db.get<Board>(
    `SELECT ${boardColumns} FROM board WHERE id = :id AND trashed_at IS NULL`,
    { id },
  );
  if (board === undefined) {
    throw new Failure("not-found", "This board is no longer there. It may have been removed.", {
      path: ["boardId"],
    });
  }
  return board;
}

export function readBoard(
  { db }: ReadContext,
  { boardId }: ParsedInputOf<"board.read">,
): OutputOf<"board.read"> {
  return { board: requireBoard(db, boardId), cards: readCards(db, boardId) };
}

type CardRow = Omit<Card, "subject"> & {
  readonly kind: CardSubject["kind"];
  readonly claimId: ClaimId | null;
  readonly highlightId: HighlightId | null;
  readonly articleId: ArticleId | null;
  readonly text: string | null;
};

const cardColumns = `
  card.id, card.board_id AS boardId, card.kind, card.claim_id AS claimId,
  card.highlight_id AS highlightId, card.article_id AS articleId, card.text,
  card.x, card.y, card.width, card.height, card.group_id AS groupId`;

/** Groups before their members; cards of trashed things are left out. */
export function readCards(db: ReadableDb, boardId: BoardId): Card[] {
  const cards = db
    .all<CardRow>(
      `SELECT ${cardColumns}
      FROM card
        LEFT JOIN claim ON claim.id = card.claim_id
        LEFT JOIN highlight ON highlight.id = card.highlight_id
        LEFT JOIN article ON article.id = coalesce(card.article_id, highlight.article_id)
      WHERE card.board_id = :boardId AND claim.trashed_at IS NULL
        AND highlight.trashed_at IS NULL AND article.trashed_at IS NULL
      ORDER BY card.id`,
      { boardId },
    )
    .map(cardOfRow);
  return groupsFirst(cards);
}

export function requireCard(
  db: ReadableDb,
  id: CardId,
  path: readonly (string | number)[] = ["cardId"],
): Card {
  const row = db.get<CardRow>(`SELECT ${cardColumns} FROM card WHERE card.id = :id`, { id });
  if (row === undefined) {
    throw new Failure("not-found", "This card is no longer on the board.", { path });
  }
  return cardOfRow(row);
}

/** The card that stands for this on the board, or null; notes and groups are never the same. */
export function findCardOf(db: ReadableDb, boardId: BoardId, subject: CardSubject): Card | null {
  const row = db.get<CardRow>(
    `SELECT ${cardColumns}
    FROM card
    WHERE card.board_id = :boardId
      AND (card.claim_id = :claimId OR card.highlight_id = :highlightId
        OR card.article_id = :articleId)`,
    { boardId, ...referencesOf(subject) },
  );
  return row === undefined ? null : cardOfRow(row);
}

export function referencesOf(subject: CardSubject) {
  return {
    claimId: subject.kind === "claim" ? subject.claimId : null,
    highlightId: subject.kind === "quote" ? subject.highlightId : null,
    articleId: subject.kind === "article" ? subject.articleId : null,
  };
}

/** Depth first from the outermost groups, so that a group always comes before what it holds. */
function groupsFirst(cards: readonly Card[]): Card[] {
  const known = new Set(cards.map((card) => card.id));
  const members = Map.groupBy(cards, (card) =>
    card.groupId !== null && known.has(card.groupId) ? card.groupId : null,
  );
  const inOrder = (groupId: CardId | null): Card[] =>
    (members.get(groupId) ?? []).flatMap((card) => [card, ...inOrder(card.id)]);
  return inOrder(null);
}

function cardOfRow({ kind, claimId, highlightId, articleId, text, ...card }: CardRow): Card {
  return { ...card, subject: subjectOf(kind, { claimId, highlightId, articleId, text }) };
}

function subjectOf(
  kind: CardSubject["kind"],
  row: Pick<CardRow, "claimId" | "highlightId" | "articleId" | "text">,
): CardSubject {
  // The table's CHECK constraints keep exactly the reference that the kind needs.
  switch (kind) {
    case "claim":
      return { kind, claimId: row.claimId as ClaimId };
    case "quote":
      return { kind, highlightId: row.highlightId as HighlightId };
    case "article":
      return { kind, articleId: row.articleId as ArticleId };
    case "note":
    case "group":
      return { kind, text: row.text ?? "" };
  }
}
