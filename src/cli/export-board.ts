import { resolve } from "node:path";

import type { BoardFormat } from "#contract/board";
import { Failure } from "#contract/failure";
import { writeWholeFile } from "#core/hosting/write-whole-file";

import { namedByTitle } from "./named-by-title.ts";
import { ask, openDoor } from "./project-door.ts";
import { writeOut } from "./write-out.ts";

/** Writes a board itself, not the claims on it, to a file or to standard output. Returns the exit status. */
export async function exportBoard(options: {
  project: string;
  format: BoardFormat;
  /** Title of the board; null for the first one. */
  board: string | null;
  out: string | null;
  force: boolean;
}): Promise<number> {
  const door = await openDoor(options.project, { mustExist: true });
  try {
    const boards = await ask(door, "board.list", {});
    const [first] = boards;
    if (first === undefined) {
      throw new Failure("not-found", "There is no board in this project.");
    }
    const { id } = options.board === null ? first : namedByTitle(boards, "board", options.board);
    const { text } = await ask(door, "board.export", { boardId: id, format: options.format });
    await (options.out === null
      ? writeOut(text)
      : writeWholeFile(resolve(options.out), text, {
          replace: options.force,
          neverOver: resolve(options.project),
        }));
  } finally {
    door.close();
  }
  return 0;
}
