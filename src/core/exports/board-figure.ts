import type { BoardId } from "#contract/ids";

import { readBoardContent } from "../boards/board-content.ts";
import { boardInSvg, description } from "../boards/board-picture.ts";
import type { ReadContext } from "../core-context.ts";
import type { PaperPicture } from "./paper.ts";

/**
 * The board as it lies; null where nothing is on it.
 * @throws Failure not-found when there is no such board
 */
export function boardFigure(context: ReadContext, boardId: BoardId): PaperPicture | null {
  const content = readBoardContent(context, boardId);
  if (content.cards.length === 0) {
    return null;
  }
  const { svg, width, height } = boardInSvg(content);
  return {
    kind: "picture",
    svg,
    widthPx: width,
    heightPx: height,
    name: `Board “${content.board.title}”`,
    words: description(content),
  };
}
