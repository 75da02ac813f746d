import type { ExportScope } from "#contract/export";
import type { BoardId } from "#contract/ids";

import { listBoards } from "../boards/board-store.ts";
import { paperOfWritten } from "../briefings/paper-of-written.ts";
import { readWrittenBriefing } from "../briefings/written-briefing.ts";
import type { ReadContext } from "../core-context.ts";
import { boardFigure } from "./board-figure.ts";
import { buildBriefing } from "./build-briefing.ts";
import { paperOfBriefing } from "./paper-of-briefing.ts";
import { heading } from "./paper.ts";
import type { Paper, PaperBlock } from "./paper.ts";
import { nulReplacement, withPictures } from "./plain-text.ts";
import type { Replacement } from "./plain-text.ts";

/**
 * What is chosen, as the document that every writer takes.
 * @param replacement what the format cannot hold, and what stands for it
 * @throws Failure not-found when the board, the briefing or a claim is not there; conflict while a quote of the
 *   written briefing does not verify
 */
export function paperOf(
  context: ReadContext,
  scope: ExportScope,
  replacement: Replacement = nulReplacement,
): Paper {
  if (scope.kind === "briefing") {
    const { document, replaced } = withPictures(
      readWrittenBriefing(context, scope.briefingId),
      replacement,
    );
    return paperOfWritten(document, replaced);
  }
  const content = {
    briefing: buildBriefing(context, scope),
    figures: scope.kind === "board" ? boardFigures(context, scope.boardId) : [],
  };
  const { document, replaced } = withPictures(content, replacement);
  return paperOfBriefing(document.briefing, replaced, document.figures);
}

/** The board as it lies, where there is anything on it. */
function boardFigures(context: ReadContext, boardId: BoardId | undefined): PaperBlock[] {
  const id = boardId ?? listBoards(context)[0]?.id;
  const figure = id === undefined ? null : boardFigure(context, id);
  return figure === null
    ? []
    : [heading(2, "Picture of the board", "picture", { isListed: true }), figure];
}
