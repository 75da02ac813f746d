import type { ExportedDocument, ExportFormat, ExportScope } from "#contract/export";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { buildBriefing } from "./build-briefing.ts";
import { exportCsv } from "./export-csv.ts";
import { exportJsonDocument } from "./export-json.ts";
import { fileNameOf } from "./file-name.ts";
import { briefingInHtml } from "./html-writer.ts";
import { briefingInMarkdown } from "./markdown-writer.ts";
import { briefingInObsidian } from "./obsidian-writer.ts";

/**
 * What is chosen, in the wanted format. The same project gives the same bytes.
 * @throws Failure not-found when the scope's board or claim is not there
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
    const briefing = buildBriefing(context, scope);
    const { markdown, warnings } = briefingInMarkdown(briefing);
    return {
      fileName: fileNameOf(briefing.title, "md"),
      mediaType: "text/markdown; charset=utf-8",
      content: { kind: "text", text: markdown },
      warnings,
    };
  },
  html: (context, scope) => {
    const briefing = buildBriefing(context, scope);
    const { html, warnings } = briefingInHtml(briefing);
    return {
      fileName: fileNameOf(briefing.title, "html"),
      mediaType: "text/html; charset=utf-8",
      content: { kind: "text", text: html },
      warnings,
    };
  },
  obsidian: (context, scope) => {
    const briefing = buildBriefing(context, scope);
    const { files, warnings } = briefingInObsidian(briefing);
    return {
      fileName: fileNameOf(briefing.title, "md").replace(/\.md$/u, ""),
      mediaType: "text/markdown; charset=utf-8",
      content: { kind: "folder", files },
      warnings,
    };
  },
  csv: exportCsv,
  json: exportJsonDocument,
};
