import type { ExportedDocument, ExportFormat, ExportScope } from "#contract/export";
import { Failure } from "#contract/failure";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { buildBriefing } from "./build-briefing.ts";
import { paperInDocx } from "./docx-writer.ts";
import { xmlReplacement } from "./docx-xml.ts";
import { exportCsv } from "./export-csv.ts";
import { exportJsonDocument } from "./export-json.ts";
import { fileNameOf } from "./file-name.ts";
import { paperInHtml } from "./html-writer.ts";
import { paperInMarkdown } from "./markdown-writer.ts";
import { briefingInObsidian } from "./obsidian-writer.ts";
import { paperOf } from "./paper-of-scope.ts";
import { zipFiles } from "./zip-files.ts";

/**
 * What is chosen, in the wanted format. The same project gives the same bytes.
 * @throws Failure not-found when the scope's board, briefing or claim is not there; conflict while a quote of the
 *   written briefing does not verify; unsupported-format for a PDF, which the host prints (print-exports.ts)
 */
export function exportDocument(
  context: ReadContext,
  { format, scope, zipped }: ParsedInputOf<"export.document">,
): OutputOf<"export.document"> {
  const document = writers[format](context, scope ?? { kind: "project" });
  return zipped === true ? zippedFolder(document) : document;
}

/** A folder as one file; anything else as it is. */
function zippedFolder(document: ExportedDocument): ExportedDocument {
  const { content } = document;
  if (content.kind !== "folder") {
    return document;
  }
  const files = content.files.map(({ path, text }) => [path, Buffer.from(text)] as const);
  return {
    ...document,
    fileName: `${document.fileName}.zip`,
    mediaType: "application/zip",
    content: { kind: "bytes", base64: base64Of(zipFiles(new Map(files))) },
  };
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
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
  docx: (context, scope) => {
    const paper = paperOf(context, scope, xmlReplacement);
    return {
      fileName: fileNameOf(paper.title, "docx"),
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      content: { kind: "bytes", base64: base64Of(paperInDocx(paper)) },
      warnings: [...paper.warnings],
    };
  },
  pdf: () => {
    throw new Failure(
      "unsupported-format",
      "A PDF is printed by the window or the browser that Corroboard runs in; there is none here.",
      { path: ["format"] },
    );
  },
  csv: exportCsv,
  json: exportJsonDocument,
};
