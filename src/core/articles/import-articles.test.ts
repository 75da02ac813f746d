import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ChangeEvent } from "#contract/changes";
import { UploadId } from "#contract/ids";

import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";
import { idOf } from "./testing/id-of.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function importBytes(core: TestCore, ...files: { name: string | null; bytes: Uint8Array }[]) {
  return core.ask("article.import", {
    files: files.map(({ name, bytes }) => ({
      name,
      upload: core.ask("upload.put", { bytes }).upload,
    })),
  });
}

describe("article.import", () => {
  it("imports the five sample articles with their titles, in order, as one change", () => {
    const core = createTestCore();
    const articles = importFiles(core, sampleArticles());
    expect(
      articles.map(({ title, titleIsProposed, position }) => ({
        title,
        titleIsProposed,
        position,
      })),
    ).toEqual([
      {
        title: "Putin Rejects Western Plan for Security Force in Ukraine After Paris Summit",
        titleIsProposed: false,
        position: 0,
      },
      {
        title: "Russian President Vladimir Putin has dismissed Western proposals to deploy…",
        titleIsProposed: true,
        position: 1,
      },
      {
        title: "Russian President Vladimir Putin has dismissed Western proposals to deploy a…",
        titleIsProposed: true,
        position: 2,
      },
      {
        title: "Russia Rejects Ukraine Security Guarantees Despite Western Pledge",
        titleIsProposed: false,
        position: 3,
      },
      {
        title:
          "Putin Warns Western Troops in Ukraine Would Be “Legitimate Targets” as Ceasefire Talks Falter",
        titleIsProposed: false,
        position: 4,
      },
    ]);
    expect(core.ask("article.list", {})).toEqual(articles);
    expect(core.ask("history.read", {})).toMatchObject({
      undo: { label: "import 5 articles" },
      undoCount: 1,
    });
  });

  it("keeps every byte and every character of the sample articles", () => {
    const core = createTestCore();
    const files = sampleArticles();
    const articles = importFiles(core, files);
    for (const [index, { id, fileName, byteLength, bytesSha256 }] of articles.entries()) {
      const file = files[index];
      const original = core.ask("article.original", { articleId: id });
      expect(Buffer.from(original.base64, "base64").equals(file?.bytes ?? new Uint8Array())).toBe(
        true,
      );
      expect(original.fileName).toBe(file?.name);
      expect({ fileName, byteLength }).toEqual({
        fileName: file?.name,
        byteLength: file?.bytes.byteLength,
      });
      expect(bytesSha256).toMatch(/^[0-9a-f]{64}$/u);
      const { text, blocks } = core.ask("article.read", { articleId: id });
      expect(text).toBe(new TextDecoder().decode(file?.bytes).normalize("NFC"));
      const inBlocks = blocks.map(({ start, end }) => text.slice(start, end));
      expect(inBlocks.join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
      // Sentences leave out the marks of list items and nothing else.
      const inSentences = blocks.flatMap(({ sentences }) =>
        sentences.map(({ start, end }) => text.slice(start, end)),
      );
      expect(inSentences.join("").replaceAll(/\s/gu, "")).toBe(
        text.replaceAll(/^- /gmu, "").replaceAll(/\s/gu, ""),
      );
    }
  });

  it("says what it knows of a file and nothing else", () => {
    const core = createTestCore();
    const bytes = new Uint8Array(Buffer.from("\ufeffCafe\u0301 closes.\r\nTwo words", "utf16le"));
    const [article] = importFiles(core, [{ name: "café.txt", bytes }]);
    expect(article).toMatchObject({
      title: "Café closes.",
      titleIsProposed: true,
      outlet: null,
      sourceId: null,
      reliability: "F",
      author: null,
      publishedOn: null,
      url: null,
      accessedOn: null,
      language: null,
      note: "",
      originId: null,
      fileName: "café.txt",
      byteLength: 50,
      encoding: "utf-16le",
      hasByteOrderMark: true,
      textLength: 22,
      wordCount: 4,
      highlightCount: 0,
    });
  });

  it("keeps any text: NFC, line ends folded, nothing else", () => {
    const anyText = fc
      .string({ unit: "binary", minLength: 1, maxLength: 80 })
      .filter((text) => text.trim() !== "" && !text.startsWith("\0"));
    fc.assert(
      fc.property(anyText, fc.constantFrom("utf8", "utf16le"), (text, encoding) => {
        const core = createTestCore();
        const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, encoding));
        const [article] = importFiles(core, [{ name: null, bytes }]);
        const read = core.ask("article.read", { articleId: idOf(article) });
        const expected = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").normalize("NFC");
        expect(read.text).toBe(expected);
        expect(article?.textLength).toBe(expected.length);
        core.close();
      }),
    );
  });

  it("keeps NULs and characters beyond the first plane where they are", () => {
    const core = createTestCore();
    const text = "before\0after 😀\0\0 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 and the end of it.\0";
    const [article] = importFiles(core, [{ name: null, bytes: utf8(text) }]);
    const read = core.ask("article.read", { articleId: idOf(article) });
    expect(read.text).toBe(text);
    expect(read.blocks).toMatchObject([{ start: 0, end: text.length }]);
  });

  it("refuses by name what it cannot read and imports the rest", () => {
    const core = createTestCore();
    const result = importBytes(
      core,
      { name: "a.txt", bytes: utf8("First article.") },
      { name: "scan.pdf", bytes: utf8("%PDF-1.7") },
      { name: "old.txt", bytes: new Uint8Array([0x63, 0x61, 0x66, 0xe9]) },
      { name: null, bytes: utf8(" ") },
    );
    expect(result.imported.map(({ fileName }) => fileName)).toEqual(["a.txt"]);
    expect(result.refused).toEqual([
      {
        name: "scan.pdf",
        code: "unsupported-format",
        message: "This is a PDF; Corroboard imports plain text for now.",
        articleId: null,
      },
      {
        name: "old.txt",
        code: "unreadable-article",
        message:
          "This file is not in UTF-8 (byte 3 is the first that does not fit); save it as UTF-8 and import it again.",
        articleId: null,
      },
      {
        name: null,
        code: "unreadable-article",
        message: "This file holds nothing but white space.",
        articleId: null,
      },
    ]);
    expect(core.ask("history.read", {}).undo).toEqual({ label: "import article" });
  });

  it("refuses the same bytes again and names the article that has them", () => {
    const core = createTestCore();
    const file = { name: "a.txt", bytes: utf8("Leaders met in Paris.") };
    const first = importBytes(core, file, { ...file, name: "copy.txt" });
    expect(first.imported).toHaveLength(1);
    const refusal = {
      code: "conflict",
      message: "“Leaders met in Paris.” in the library is this same file, byte for byte.",
      articleId: first.imported[0]?.id,
    };
    expect(first.refused).toEqual([{ name: "copy.txt", ...refusal }]);
    expect(importBytes(core, file)).toEqual({
      imported: [],
      refused: [{ name: "a.txt", ...refusal }],
    });
  });

  it("makes no change and announces none when everything is refused", () => {
    const core = createTestCore();
    const events: ChangeEvent[] = [];
    core.onChange((event) => events.push(event));
    importBytes(core, { name: "a.txt", bytes: new Uint8Array() });
    expect(events).toEqual([]);
    expect(core.ask("history.read", {}).undoCount).toBe(0);
  });

  it("takes other bytes of the same text as another article that shares the text", () => {
    const core = createTestCore();
    const [plain, marked] = importFiles(core, [
      { name: "a.txt", bytes: utf8("One line.\nAnother.") },
      { name: "b.txt", bytes: utf8("\ufeffOne line.\r\nAnother.") },
    ]);
    expect(marked?.textSha256).toBe(plain?.textSha256);
    expect(marked?.bytesSha256).not.toBe(plain?.bytesSha256);
    const [blocks, others] = [plain, marked].map(
      (article) => core.ask("article.read", { articleId: idOf(article) }).blocks,
    );
    expect(others).toEqual(blocks);
  });

  it("refuses an unknown handle, imports nothing and keeps the other handles", () => {
    const core = createTestCore();
    const { upload } = core.ask("upload.put", { bytes: utf8("Leaders met.") });
    const unknown = UploadId.parse("00000000-0000-7000-8000-ffffffffffff");
    const files = [
      { name: "a.txt", upload },
      { name: "b.txt", upload: unknown },
    ];
    expect(core.dispatch("article.import", { files })).toMatchObject({
      ok: false,
      failure: { code: "invalid-request", path: ["files", 1, "upload"] },
    });
    expect(core.ask("article.list", {})).toEqual([]);
    const again = core.ask("article.import", { files: files.slice(0, 1) });
    expect(again.imported).toHaveLength(1);
    expect(core.dispatch("article.import", { files: files.slice(0, 1) })).toMatchObject({
      ok: false,
      failure: { code: "invalid-request" },
    });
  });

  it("is undone and redone with the same id and text", () => {
    const core = createTestCore();
    const articles = importFiles(core, sampleArticles());
    const articleId = idOf(articles[4]);
    const text = core.ask("article.read", { articleId });
    core.ask("history.undo", {});
    expect(core.ask("article.list", {})).toEqual([]);
    expect(core.dispatch("article.read", { articleId })).toMatchObject({
      ok: false,
      failure: { code: "not-found", path: ["articleId"] },
    });
    core.ask("history.redo", {});
    expect(core.ask("article.list", {})).toEqual(articles);
    expect(core.ask("article.read", { articleId })).toEqual(text);
  });

  it("imports again what was undone", () => {
    const core = createTestCore();
    const [first] = importFiles(core, sampleArticles().slice(0, 1));
    core.ask("history.undo", {});
    const [second] = importFiles(core, sampleArticles().slice(0, 1));
    expect(second?.id).not.toBe(first?.id);
    expect(second?.textSha256).toBe(first?.textSha256);
  });

  it("takes a text of two million characters", () => {
    const core = createTestCore();
    const line = "The leaders of twenty-six nations met in Paris on Thursday.\n\n";
    const count = Math.ceil(2_000_000 / line.length);
    const [article] = importFiles(core, [{ name: null, bytes: utf8(line.repeat(count)) }]);
    expect(article?.wordCount).toBe(count * 11);
  });
});

it("leaves the mark of a list item out of its first sentence", () => {
  const core = createTestCore();
  const text = "Macron named three aims:\n- Patrol ceasefire lines.\n2. Deter aggression. Talk.\n";
  const [article] = importFiles(core, [{ name: "aims.txt", bytes: Buffer.from(text) }]);
  const { blocks } = core.ask("article.read", { articleId: idOf(article) });
  expect(
    blocks.flatMap(({ sentences }) => sentences.map(({ start, end }) => text.slice(start, end))),
  ).toEqual(["Macron named three aims:", "Patrol ceasefire lines.", "Deter aggression.", "Talk."]);
});
