import type { ExportScope } from "#contract/export";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { fileNameOf } from "./file-name.ts";
import { paperInMarkdown } from "./markdown-writer.ts";
import { paperOf } from "./paper-of-scope.ts";

/**
 * @throws Failure not-found when there is no such board or briefing; conflict while a quote of the written
 *   briefing does not verify
 */
export function exportMarkdown(
  context: ReadContext,
  { briefingId, boardId, onlyBoard }: ParsedInputOf<"export.markdown">,
): OutputOf<"export.markdown"> {
  const scope: ExportScope =
    briefingId === undefined
      ? { kind: onlyBoard === true ? "board" : "project", boardId }
      : { kind: "briefing", briefingId };
  const paper = paperOf(context, scope);
  return {
    fileName: fileNameOf(paper.title, "md"),
    markdown: paperInMarkdown(paper),
    warnings: [...paper.warnings],
  };
}
