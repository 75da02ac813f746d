import type { Board } from "#contract/board";
import { Failure } from "#contract/failure";
import type { BoardId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { listBoards, requireBoard } from "./board-store.ts";

export function createBoard(
  context: WriteContext,
  { title }: ParsedInputOf<"board.create">,
): Board {
  const id = context.newId() as BoardId;
  const last = context.db.get<{ position: number | null }>(
    "SELECT max(position) AS position FROM board",
  );
  context.journal.insert("board", {
    id,
    title: title.trim(),
    position: (last?.position ?? -1) + 1,
    created_at: context.now(),
    trashed_at: null,
  });
  context.journal.label(`new board “${title.trim()}”`);
  return requireBoard(context.db, id);
}

export function renameBoard(
  { db, journal }: WriteContext,
  { boardId, title }: ParsedInputOf<"board.rename">,
): Board {
  requireBoard(db, boardId);
  journal.update("board", { id: boardId }, { title: title.trim() });
  journal.label("rename board");
  return requireBoard(db, boardId);
}

export function trashBoard(
  context: WriteContext,
  { boardId }: ParsedInputOf<"board.trash">,
): Record<string, never> {
  const board = requireBoard(context.db, boardId);
  if (listBoards(context).length === 1) {
    throw new Failure("conflict", "This is the only board. Make another one before removing it.", {
      path: ["boardId"],
    });
  }
  context.journal.update("board", { id: boardId }, { trashed_at: context.now() });
  context.journal.label(`remove board “${board.title}”`);
  return {};
}
