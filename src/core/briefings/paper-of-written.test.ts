import fc from "fast-check";
import type { Nodes } from "mdast";
import { toString } from "mdast-util-to-string";
import { parse } from "parse5";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, it } from "vitest";

import type { BriefingBlock, BriefingRun } from "#contract/briefing";

import { paperInHtml } from "../exports/html-writer.ts";
import { paperInMarkdown } from "../exports/markdown-writer.ts";
import { withPictures } from "../exports/plain-text.ts";
import { analysed } from "../exports/testing/analysed-project.ts";
import { words } from "../exports/testing/arbitrary-briefing.ts";
import { elementsWithin, wordsOf as wordsOfElement } from "../exports/testing/read-html.ts";
import { paperOfWritten } from "./paper-of-written.ts";
import type { WrittenBlock, WrittenBriefing } from "./written-briefing.ts";

function writtenInHtml(briefing: WrittenBriefing): string {
  const { document, replaced } = withPictures(briefing);
  return paperInHtml(paperOfWritten(document, replaced));
}

function writtenInMarkdown(briefing: WrittenBriefing): { markdown: string } {
  const { document, replaced } = withPictures(briefing);
  return { markdown: paperInMarkdown(paperOfWritten(document, replaced)) };
}

const parser = unified().use(remarkParse).use(remarkGfm);

function read(markdown: string): Nodes[] {
  return parser.parse(markdown).children;
}

/** As many GFM readers see it; pictures stand for what Markdown cannot hold. */
function wordsOf(node: Nodes): string {
  return node.type === "break"
    ? "\n"
    : "children" in node
      ? node.children.map(wordsOf).join("")
      : toString(node);
}

const shown = (text: string) => text.replaceAll("\0", "\u2400");

const filled = words.filter((text) => text.trim() !== "");

const block: fc.Arbitrary<{ block: WrittenBlock; type: Nodes["type"]; expected: string }> = fc
  .tuple(
    fc.array(fc.record({ text: filled, bold: fc.boolean(), italic: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom("heading", "paragraph", "quotation", "item", "table"),
  )
  .map(([parts, kind]) => {
    const runs = parts.map(({ text, bold, italic }) => ({
      kind: "text" as const,
      text,
      ...(bold ? { bold: true as const } : {}),
      ...(italic ? { italic: true as const } : {}),
    }));
    const expected = shown(runs.map(({ text }) => text).join(""));
    switch (kind) {
      case "heading":
        return { block: { kind, level: 2, runs }, type: "heading" as const, expected };
      case "paragraph":
        return { block: { kind, runs }, type: "paragraph" as const, expected };
      case "quotation":
        return { block: { kind, runs }, type: "blockquote" as const, expected };
      case "item":
        return { block: { kind, ordered: false, depth: 0, runs }, type: "list" as const, expected };
      case "table":
        return { block: { kind, header: true, rows: [[runs]] }, type: "table" as const, expected };
    }
  });

it("writes any words so that a GFM reader reads them again", () => {
  fc.assert(
    fc.property(block, ({ block: one, type, expected }) => {
      const { markdown } = writtenInMarkdown({
        title: "x",
        blocks: [one],
        quotes: [],
        sources: [],
      });
      const [node, ...rest] = read(markdown);
      expect(rest).toEqual([]);
      expect(node?.type).toBe(type);
      expect(node === undefined ? "" : wordsOf(node)).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

const elementOf: Record<string, string> = {
  heading: "h2",
  paragraph: "p",
  blockquote: "blockquote",
  list: "ul",
  table: "th",
};

it("writes any words so that a browser reads them again", () => {
  fc.assert(
    fc.property(block, ({ block: one, type, expected }) => {
      const html = writtenInHtml({ title: "x", blocks: [one], quotes: [], sources: [] });
      const all = parse(html).childNodes.flatMap(elementsWithin);
      const main = all.filter(({ tagName }) => tagName === "main").flatMap(elementsWithin);
      const found = main.filter(({ tagName }) => tagName === elementOf[type]);
      expect(found.map(wordsOfElement)).toEqual([expected]);
    }),
    { numRuns: 200 },
  );
});

it("nests items by their depths", () => {
  const item = (depth: number, text: string, ordered = false): WrittenBlock => ({
    kind: "item",
    ordered,
    depth,
    runs: [{ kind: "text", text }],
  });
  const { markdown } = writtenInMarkdown({
    title: "x",
    blocks: [item(0, "a"), item(1, "b", true), item(2, "c"), item(0, "d"), item(0, "e", true)],
    quotes: [],
    sources: [],
  });
  expect(markdown).toBe("- a\n  1. b\n     - c\n- d\n\n1. e\n");
});

/** A briefing that quotes a passage within a sentence that has other things in it. */
function written() {
  const { core } = analysed();
  const { id } = core.ask("briefing.create", {
    title: "A note",
    templateId: "bottom-line-up-front",
  });
  const inline = core.ask("evidence.list", {})[0];
  if (inline === undefined) {
    throw new Error("there is evidence");
  }
  const { briefing, text } = core.ask("briefing.read", { briefingId: id });
  const run: BriefingRun = {
    kind: "quote",
    highlightId: inline.highlightId,
    articleId: inline.articleId,
    start: inline.start,
    end: inline.end,
    words: inline.exact,
  };
  const said: BriefingRun[] = [
    { kind: "text", text: "He “said” in " },
    { kind: "text", text: "code", code: true },
    { kind: "text", text: " " },
    run,
  ];
  const blocks: BriefingBlock[] = [
    { kind: "paragraph", runs: [...said, { kind: "text", text: ", and left." }] },
    { kind: "heading", level: 3, runs: said },
    { kind: "table", header: true, rows: [[said], [said]] },
    { kind: "item", ordered: true, depth: 0, runs: said },
    { kind: "matrix", boardId: null },
    { kind: "ach" },
    ...core.ask("board.list", {}).map(({ id: boardId }) => ({ kind: "board" as const, boardId })),
  ];
  core.ask("briefing.save", {
    briefingId: id,
    text: { ...text, blocks: [...text.blocks, ...blocks] },
    baseRevision: briefing.revision,
  });
  return { core, briefingId: id, scope: { kind: "briefing", briefingId: id } as const, inline };
}

it.each(["markdown", "html"] as const)(
  "writes %s whose every quote verifies, the same bytes each time, and refuses a quote that does not",
  (format) => {
    const { core, scope, inline } = written();
    const first = core.ask("export.document", { format, scope });
    expect(first.fileName).toMatch(/^A note\.(?:md|html)$/u);
    expect(first.warnings).toEqual([]);
    expect(core.ask("export.document", { format, scope })).toEqual(first);
    const text = first.content.kind === "text" ? first.content.text : "";
    const { quotes } = core.ask("briefing.verify", { kind: format, text });
    expect(quotes.filter(({ words: found }) => found === inline.exact).length).toBeGreaterThan(4);
    expect(quotes.map(({ verdict }) => verdict)).toEqual(quotes.map(() => "stands"));

    core.ask("highlight.trash", { highlightIds: [inline.highlightId] });
    expect(core.dispatch("export.document", { format, scope })).toMatchObject({
      ok: false,
      failure: { code: "conflict" },
    });
    core.close();
  },
);

it("writes the claims and quotes that a briefing cites where a format holds no written text", () => {
  const { core, scope } = written();
  const csv = core.ask("export.document", { format: "csv", scope });
  const tables = csv.content.kind === "folder" ? csv.content.files : [];
  expect(tables.map(({ path }) => path)).toEqual(["claims.csv", "evidence.csv", "highlights.csv"]);
  expect(tables[0]?.text).toContain("26 countries pledged forces");
  const folder = core.ask("export.document", { format: "obsidian", scope });
  const files = folder.content.kind === "folder" ? folder.content.files : [];
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["A note.md", "Overview.md", "Claims/26 countries pledged forces.md"]),
  );
  core.close();
});

it("shows the matrix and the table of hypotheses in every format that is read", () => {
  const { core, scope, briefingId } = written();
  const { markdown } = core.ask("export.markdown", { briefingId });
  expect(markdown).toContain("| Claim | S1 | S2 |");
  expect(markdown).toContain("| Evidence |");
  expect(markdown).toContain("| Weighted inconsistency |");
  const html = core.ask("export.document", { format: "html", scope }).content;
  const all = parse(html.kind === "text" ? html.text : "").childNodes.flatMap(elementsWithin);
  const names = all.flatMap(({ attrs }) =>
    attrs.flatMap(({ name, value }) => (name === "aria-label" ? [value] : [])),
  );
  expect(names).toEqual(expect.arrayContaining(["Claims and sources", "Competing hypotheses"]));

  const [board] = core.ask("board.list", {});
  if (board === undefined) {
    throw new Error("a project has a board");
  }
  const { description } = core.ask("board.export", { boardId: board.id, format: "svg" });
  expect(markdown).toContain(`**Board “${board.title}”:** `);
  const [picture] = all.filter(({ tagName }) => tagName === "img");
  const attributes = new Map(picture?.attrs.map(({ name, value }) => [name, value]));
  expect(attributes.get("alt")).toBe(`Board “${board.title}”. ${description}`);
  expect(attributes.get("src")).toMatch(/^data:image\/svg\+xml;base64,/u);
  core.close();
});
