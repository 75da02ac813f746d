import type { ExportedDocument, ExportFormat, ExportScope } from "#contract/export";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { buildBriefing } from "./build-briefing.ts";
import { exportCsv } from "./export-csv.ts";
import { exportJsonDocument } from "./export-json.ts";
import { fileNameOf } from "./file-name.ts";
import { paperInHtml } from "./html-writer.ts";
import { paperInMarkdown } from "./markdown-writer.ts";
import { briefingInObsidian } from "./obsidian-writer.ts";
import { paperOf } from "./paper-of-scope.ts";

/**
 * What is chosen, in the wanted format. The same project gives the same bytes.
 * @throws Failure not-found when the scope's board, briefing or claim is not there; conflict while a quote of the
 *   written briefing does not verify
 */
export function exportDocument(
  context: ReadContext,
  { format, scope }: ParsedInputOf<"export.document">,
): OutputOf<"export.document"> {
  return writers[format](context, scope ?? { kind: "project" });
}

type Writer = (context: ReadContext, scope: ExportScope) => ExportedDocument;

const writers: Record<ExportFormat, Writer> = {
  markdown: (context, scope) => {
    const paper = paperOf(context, scope);
    return {
      fileName: fileNameOf(paper.title, "md"),
      mediaType: "text/markdown; charset=utf-8",
      content: { kind: "text", text: paperInMarkdown(paper) },
      warnings: [...paper.warnings],
    };
  },
  html: (context, scope) => {
    const paper = paperOf(context, scope);
    return {
      fileName: fileNameOf(paper.title, "html"),
      mediaType: "text/html; charset=utf-8",
      content: { kind: "text", text: paperInHtml(paper) },
      warnings: [...paper.warnings],
    };
  },
  obsidian: (context, scope) => {
    const briefing = buildBriefing(context, scope);
    const written = scope.kind === "briefing" ? paperOf(context, scope) : null;
    const { files, warnings } = briefingInObsidian(briefing, written);
    return {
      fileName: fileNameOf(written?.title ?? briefing.title, "md").replace(/\.md$/u, ""),
      mediaType: "text/markdown; charset=utf-8",
      content: { kind: "folder", files },
      warnings,
    };
  },
  csv: exportCsv,
  json: exportJsonDocument,
};
