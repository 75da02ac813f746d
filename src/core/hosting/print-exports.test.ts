import { describe, expect, it, vi } from "vitest";

import type { ExportedDocument } from "#contract/export";
import { Failure } from "#contract/failure";

import { findAppBrowsers } from "./find-browser.ts";
import { withPrinting } from "./print-exports.ts";
import { printWithChromium } from "./print-with-chromium.ts";

const page: ExportedDocument = {
  fileName: "Note.html",
  mediaType: "text/html; charset=utf-8",
  content: { kind: "text", text: "<h1>Note</h1>" },
  warnings: ["Mind this."],
};

function pdfIn(value: unknown): Buffer {
  const { content } = value as ExportedDocument;
  return Buffer.from(content.kind === "bytes" ? content.base64 : "", "base64");
}

describe("withPrinting", () => {
  it("prints the page of what was asked for, and passes on everything else", async () => {
    const dispatch = vi.fn(async () => ({ ok: true as const, value: page as unknown }));
    const print = vi.fn(async (html: string) => Buffer.from(`%PDF ${html}`));
    const printing = withPrinting(dispatch, print);
    const input = { format: "pdf", scope: { kind: "project" } };
    const reply = await printing("export.document", input);
    expect(dispatch).toHaveBeenLastCalledWith("export.document", { ...input, format: "html" });
    expect(reply).toMatchObject({
      ok: true,
      value: { fileName: "Note.pdf", mediaType: "application/pdf", warnings: page.warnings },
    });
    expect(reply.ok && pdfIn(reply.value).toString()).toBe("%PDF <h1>Note</h1>");

    print.mockClear();
    for (const [name, other] of [
      ["export.document", { format: "html" }],
      ["export.document", null],
      ["claim.list", { format: "pdf" }],
    ] as const) {
      expect(await printing(name, other)).toEqual({ ok: true, value: page });
      expect(dispatch).toHaveBeenLastCalledWith(name, other);
    }
    expect(print).not.toHaveBeenCalled();
  });

  it("takes the time out of the file and moves nothing in it", async () => {
    const before =
      "%PDF-1.4 \u00FF\u0080 /CreationDate (D:20261124124242+01'00')\n/ModDate (D:20261124124242Z)>> xref";
    const after =
      "%PDF-1.4 \u00FF\u0080 /CreationDate (D:20000101000000+00'00')\n/ModDate (D:20000101000000Z)>> xref";
    const printing = withPrinting(
      async () => ({ ok: true, value: page }),
      async () => Buffer.from(before, "latin1"),
    );
    const reply = await printing("export.document", { format: "pdf" });
    expect(reply.ok && pdfIn(reply.value).toString("latin1")).toBe(after);
  });

  it("gives back what the core refused, and why nothing could be printed", async () => {
    const refused = new Failure("conflict", "A quote cannot be verified.").report();
    const unverified = withPrinting(
      async () => ({ ok: false, failure: refused }),
      async () => Buffer.from(""),
    );
    expect(await unverified("export.document", { format: "pdf" })).toEqual({
      ok: false,
      failure: refused,
    });
    const without = withPrinting(
      async () => ({ ok: true, value: page }),
      printWithChromium(() => []),
    );
    expect(await without("export.document", { format: "pdf" })).toMatchObject({
      ok: false,
      failure: { code: "not-found", message: expect.stringContaining("Chromium") as string },
    });
  });
});

const [browser] = findAppBrowsers();

describe.skipIf(browser === undefined)("printWithChromium", { timeout: 120_000 }, () => {
  const html =
    '<!doctype html><html lang="en"><title>A é</title><h1>Héllo</h1><p>漢 <img src="http://127.0.0.1:9/x"></p></html>';
  const printing = withPrinting(
    async () => ({ ok: true, value: { ...page, content: { kind: "text", text: html } } }),
    printWithChromium(),
  );

  it("makes the same PDF each time, with its headings as an outline", async () => {
    const [one, other] = [
      await printing("export.document", { format: "pdf" }),
      await printing("export.document", { format: "pdf" }),
    ];
    const text = one.ok ? pdfIn(one.value).toString("latin1") : "";
    expect(text).toMatch(/^%PDF-/u);
    expect(text).toContain("/Outlines");
    expect(text).toContain("/StructTreeRoot");
    expect(text).not.toContain(`D:${new Date().getFullYear()}`);
    expect(other).toEqual(one);
  });

  it("stops when nobody waits for it any more", async () => {
    const stop = new AbortController();
    const reply = printing("export.document", { format: "pdf" }, stop.signal);
    setTimeout(() => stop.abort(), 50);
    expect(await reply).toMatchObject({ ok: false, failure: { code: "cancelled" } });
  });

  it("says so when the browser cannot print", async () => {
    const broken = withPrinting(
      async () => ({ ok: true, value: page }),
      printWithChromium(() => [process.execPath]),
    );
    expect(await broken("export.document", { format: "pdf" })).toMatchObject({
      ok: false,
      failure: { code: "internal", message: expect.stringContaining("web page") as string },
    });
  });
});
