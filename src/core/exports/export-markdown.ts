import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { buildBriefing } from "./build-briefing.ts";
import { fileNameOf } from "./file-name.ts";
import { briefingInMarkdown } from "./markdown-writer.ts";

/** @throws Failure not-found when there is no such board */
export function exportMarkdown(
  context: ReadContext,
  input: ParsedInputOf<"export.markdown">,
): OutputOf<"export.markdown"> {
  const briefing = buildBriefing(context, {
    kind: input.onlyBoard === true ? "board" : "project",
    boardId: input.boardId,
  });
  return { fileName: fileNameOf(briefing.title, "md"), ...briefingInMarkdown(briefing) };
}
