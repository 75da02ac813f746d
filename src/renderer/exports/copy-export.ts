import type { ExportScope } from "#contract/export";

import type { Request } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { announce, showFailure } from "../state/workbench.ts";

const clipboardRefused = "The clipboard could not be written to. Save the file instead.";

/**
 * Puts what is chosen on the clipboard: as Markdown, or as rich text for word processors and mail, with the Markdown
 * beside it for programs that take plain text only. Quotes are verified as in every export.
 */
export async function copyExport(
  request: Request,
  what: { readonly as: "markdown" | "rich text"; readonly scope: ExportScope },
): Promise<void> {
  let warnings: readonly string[] = [];
  const textOf = async (format: "markdown" | "html") => {
    const document = await request("export.document", { format, scope: what.scope });
    warnings = document.warnings;
    return document.content.kind === "text" ? document.content.text : "";
  };
  // The clipboard takes promises, so that the permission of the key press still counts when they are kept.
  const blobOf = async (text: Promise<string>, type: string) => new Blob([await text], { type });
  const markdown = blobOf(textOf("markdown"), "text/plain");
  const parts: Record<string, Promise<Blob>> = what.as === "markdown"
    ? { "text/plain": markdown }
    : { "text/plain": markdown, "text/html": blobOf(textOf("html").then(bodyOf), "text/html") };
  const all = Promise.all(Object.values(parts));
  try {
    const writing = navigator.clipboard.write([new ClipboardItem(parts)]);
    writing.catch(() => {}); // told below, after what caused it
    await all;
    await writing.catch(() => {
      throw new ClipboardRefused();
    });
    const told = warnings.map((warning) => `. ${warning}`).join("");
    announce(`Copied as ${what.as === "markdown" ? "Markdown" : "rich text"}${told}`);
  } catch (error) {
    showFailure(error instanceof ClipboardRefused ? clipboardRefused : messageOf(error));
  }
}

/**
 * The page without its head: the clipboard reads what it takes inside this document, whose policy admits no style of
 * another. In an exported page "<" is never a word of a user, so the first and the last mark are the template's.
 */
function bodyOf(html: string): string {
  return html.slice(html.indexOf("<body>"), html.lastIndexOf("</body>"));
}

class ClipboardRefused extends Error {}
