import type { ExportedDocument } from "#contract/export";
import { Failure } from "#contract/failure";
import type { Reply } from "#contract/failure";

type Dispatch = (name: string, input: unknown) => Promise<Reply<unknown>>;

/**
 * Makes a PDF of a page. Nothing of the page is loaded from anywhere.
 * @param signal when it is aborted the printing is stopped
 * @throws Failure
 */
export type PrintPage = (html: string, signal?: AbortSignal) => Promise<Uint8Array>;

/**
 * Adds to a core what it cannot do by itself: an export as PDF is its page, printed by the host. Every other
 * request is passed on as it is.
 */
export function withPrinting(
  dispatch: Dispatch,
  print: PrintPage,
): (name: string, input: unknown, signal?: AbortSignal) => Promise<Reply<unknown>> {
  return async (name, input, signal) => {
    if (name !== "export.document" || !isPdf(input)) {
      return dispatch(name, input);
    }
    const reply = await dispatch(name, { ...input, format: "html" });
    if (!reply.ok) {
      return reply;
    }
    try {
      const page = reply.value as ExportedDocument; // the core's answer to this name, in its contract
      if (page.content.kind !== "text") {
        throw new Error("a page is one text");
      }
      const pdf = withoutTime(await print(page.content.text, signal));
      const value: ExportedDocument = {
        ...page,
        fileName: page.fileName.replace(/\.html$/u, ".pdf"),
        mediaType: "application/pdf",
        content: { kind: "bytes", base64: Buffer.from(pdf).toString("base64") },
      };
      return { ok: true, value };
    } catch (error) {
      if (error instanceof Failure) {
        return { ok: false, failure: error.report() };
      }
      throw error;
    }
  };
}

function isPdf(input: unknown): input is object {
  return typeof input === "object" && input !== null && "format" in input && input.format === "pdf";
}

/**
 * The same file with the first moment of 2000 in place of the time at which it was printed (PDF 1.7, 7.9.4), so that the
 * same page gives the same bytes. The dates stand uncompressed in the document's information and keep their length,
 * so that no other place in the file moves.
 */
function withoutTime(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const timeless = text.replaceAll(
    /\/(CreationDate|ModDate) \(D:\d{14}(?:Z|[+-]\d{2}'\d{2}'?)?\)/gu,
    (field, name: string) => {
      const start = `/${name} (D:20000101000000`;
      const rest = field.slice(start.length).replaceAll(/\d/gu, "0");
      return start + rest;
    },
  );
  return Buffer.from(timeless, "latin1");
}
