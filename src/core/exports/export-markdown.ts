import type { OutputOf, ParsedInputOf } from "#contract/requests";

import { readWrittenBriefing } from "../briefings/written-briefing.ts";
import { writtenInMarkdown } from "../briefings/written-markdown.ts";
import type { ReadContext } from "../core-context.ts";
import { buildBriefing } from "./build-briefing.ts";
import { fileNameOf } from "./file-name.ts";
import { briefingInMarkdown } from "./markdown-writer.ts";

/**
 * @throws Failure not-found when there is no such board or briefing; conflict while a quote of the written
 *   briefing does not verify
 */
export function exportMarkdown(
  context: ReadContext,
  input: ParsedInputOf<"export.markdown">,
): OutputOf<"export.markdown"> {
  if (input.briefingId !== undefined) {
    const written = readWrittenBriefing(context, input.briefingId);
    return { fileName: fileNameOf(written.title, "md"), ...writtenInMarkdown(written) };
  }
  const briefing = buildBriefing(context, {
    kind: input.onlyBoard === true ? "board" : "project",
    boardId: input.boardId,
  });
  return { fileName: fileNameOf(briefing.title, "md"), ...briefingInMarkdown(briefing) };
}
