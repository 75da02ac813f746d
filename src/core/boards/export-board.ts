import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { fileNameOf } from "../exports/file-name.ts";
import { readBoardContent } from "./board-content.ts";
import { boardInSvg, description } from "./board-picture.ts";
import { boardInJsonCanvas } from "./json-canvas.ts";

/** @throws Failure not-found when there is no such board */
export function exportBoard(
  context: ReadContext,
  { boardId, format }: ParsedInputOf<"board.export">,
): OutputOf<"board.export"> {
  const content = readBoardContent(context, boardId);
  const { title } = content.board;
  if (format === "json-canvas") {
    return {
      fileName: fileNameOf(title, "canvas", "Board"),
      text: boardInJsonCanvas(content),
      size: null,
      description: null,
    };
  }
  const { svg, width, height } = boardInSvg(content);
  return {
    fileName: fileNameOf(title, "svg", "Board"),
    text: svg,
    size: { width, height },
    description: description(content),
  };
}
