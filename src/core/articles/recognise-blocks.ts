import type { Block, TextSpan } from "#contract/article";

import { datelineLength } from "./datelines.ts";
import { headingLevels } from "./headings.ts";
import { joinWrappedLines } from "./join-wrapped-lines.ts";
import { isListItem } from "./list-markers.ts";
import { isPageFurniture } from "./page-furniture.ts";
import { isStandaloneQuotation } from "./standalone-quotations.ts";
import { filledLines } from "./text-lines.ts";

/** A block as it is stored; its sentences are found when the article is read. */
export type RecognisedBlock = Omit<Block, "sentences">;

/**
 * Finds the blocks of plain text by rules that look at one line and at its neighbours. Nothing is
 * rewritten: a block is a whole line without its "\n", or several lines where the text is hard-wrapped,
 * and every character that is not white space lies in exactly one block.
 * @param text canonical
 */
export function recogniseBlocks(text: string): RecognisedBlock[] {
  const lines = joinWrappedLines(text, filledLines(text)).map((span, index) => {
    return lineOf(text, span, index === 0);
  });
  const levels = headingLevels(text, lines);
  return lines.map(({ start, end, kind, boilerplate, datelineEnd }, index) => {
    const level = levels[index] ?? 0;
    return { start, end, kind: level > 0 ? "heading" : kind, level, boilerplate, datelineEnd };
  });
}

/** What a line (or a wrapped paragraph) says about itself, before its neighbours are looked at. */
function lineOf(text: string, { start, end }: TextSpan, isFirst: boolean) {
  const line = text.slice(start, end);
  const boilerplate = isPageFurniture(line);
  const kind = boilerplate ? "paragraph" : kindOfLine(line);
  const dateline = boilerplate || kind === "list-item" ? 0 : datelineLength(line);
  // A headline may be a quotation; further down, a quoted line is one.
  const mayBeHeading = kind === "paragraph" || (kind === "quotation" && isFirst);
  return {
    start,
    end,
    kind,
    boilerplate,
    datelineEnd: dateline === 0 ? null : start + dateline,
    mayBeHeading: mayBeHeading && !boilerplate && dateline === 0,
  };
}

function kindOfLine(line: string): RecognisedBlock["kind"] {
  if (isListItem(line)) {
    return "list-item";
  }
  return isStandaloneQuotation(line) ? "quotation" : "paragraph";
}
