import { parse } from "csv-parse/sync";
import { SaxesParser } from "saxes";
import { expect } from "vitest";

import { readHtml } from "../../exports/testing/read-html.ts";
import { outlineOf } from "../../exports/testing/read-markdown.ts";
import { mayBeFormula } from "../../exports/testing/spreadsheet.ts";
import { createTestCore } from "../test-core.ts";
import type { TestCore } from "../test-core.ts";

/**
 * Expects that nothing of a project can be run, fetched or followed where it did not stand, whatever its
 * exports are opened with, and that the project itself is sound and comes back from its JSON.
 */
export function expectInert(core: TestCore): void {
  expect(core.ask("project.check", {})).toMatchObject({ ok: true });
  for (const format of ["html", "markdown", "obsidian", "csv", "json"] as const) {
    const { fileName, content } = core.ask("export.document", { format });
    expectPlainName(fileName);
    const written =
      content.kind === "text"
        ? [{ path: fileName, text: content.text }]
        : content.kind === "folder"
          ? content.files
          : [];
    expect(written).not.toEqual([]);
    for (const { path, text } of written) {
      path.split("/").forEach(expectPlainName);
      expectPlain(path, text);
    }
  }
  for (const { fileName, csv } of [
    core.ask("tag.export-csv", {}),
    core.ask("highlight.export-csv", { group: "tag" }),
  ]) {
    expectPlainName(fileName);
    expectPlain(fileName, csv);
  }
  for (const { id } of core.ask("board.list", {})) {
    for (const format of ["svg", "json-canvas"] as const) {
      const { fileName, text } = core.ask("board.export", { boardId: id, format });
      expectPlainName(fileName);
      expectPlain(fileName, text);
    }
  }
  const { json } = core.ask("export.json", {});
  const copy = createTestCore();
  const { upload } = copy.ask("upload.put", { bytes: new TextEncoder().encode(json) });
  copy.ask("project.import-json", { upload });
  expect(copy.ask("export.json", {}).json).toBe(json);
  expect(copy.ask("project.check", {})).toMatchObject({ ok: true });
  copy.close();
}

/** The readers throw at everything that the templates do not make: elements, links, images, footnotes. */
function expectPlain(path: string, text: string): void {
  if (path.endsWith(".html")) {
    readHtml(text);
  } else if (path.endsWith(".md")) {
    outlineOf(text, () => {});
  } else if (path.endsWith(".csv")) {
    const rows: string[][] = parse(text, { bom: true });
    expect(rows.flat().filter(mayBeFormula)).toEqual([]);
  } else if (path.endsWith(".svg")) {
    expectPicture(text);
  } else {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  }
}

/** Well-formed XML that draws and says, and does nothing else. */
function expectPicture(svg: string): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => expect.fail("a document type"));
  parser.on("opentag", ({ name, attributes }) => {
    expect(["svg", "title", "desc", "g", "rect", "path", "line", "text", "tspan"]).toContain(name);
    expect(Object.keys(attributes).filter((key) => /^on|href|style/iu.test(key))).toEqual([]);
  });
  parser.write(svg).close();
}

/** A name that stays in its folder, shows what it is, and that Windows, macOS and Linux take. */
export function expectPlainName(name: string): void {
  expect(name).toMatch(/^[^\s.~-]/u);
  expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Bidi_Control}]|[\s.]$/u);
  expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
}
