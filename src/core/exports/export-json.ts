import type { ExportedDocument, ExportScope } from "#contract/export";
import { Failure } from "#contract/failure";
import type { OutputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { named } from "../projects/check-articles.ts";
import { fileNameOf } from "./file-name.ts";
import { readProjectJson } from "./project-json-store.ts";

/**
 * The whole project as JSON (docs/project-json.md).
 * @throws Failure conflict when it is too large for that
 */
export function exportJson({ db }: ReadContext): OutputOf<"export.json"> {
  try {
    const project = readProjectJson(db);
    const texts = new Map(project.articles.map(({ id, text }) => [id, text]));
    return {
      fileName: fileNameOf(project.project.title, "json"),
      json: `${JSON.stringify(project, null, 2)}\n`,
      warnings: project.highlights
        .filter(
          ({ articleId, start, end, exact }) => texts.get(articleId)?.slice(start, end) !== exact,
        )
        .map(
          ({ start, end, exact }) =>
            `Not verified: “${named(exact)}” is not what its article says at characters ` +
            `${start}–${end}; the file cannot be imported.`,
        ),
    };
  } catch (error) {
    // What a string can hold is the engine's limit, and far beyond what other programs read.
    if (error instanceof RangeError) {
      throw new Failure(
        "conflict",
        "This project is too large to be written as JSON. Copy the project file instead.",
        { cause: error },
      );
    }
    throw error;
  }
}

/** @throws Failure invalid-request when only a part is wanted */
export function exportJsonDocument(context: ReadContext, scope: ExportScope): ExportedDocument {
  if (scope.kind !== "project") {
    throw new Failure("invalid-request", "JSON is always written for the whole project.", {
      path: ["scope"],
    });
  }
  const { fileName, json, warnings } = exportJson(context);
  return {
    fileName,
    mediaType: "application/json",
    content: { kind: "text", text: json },
    warnings,
  };
}
