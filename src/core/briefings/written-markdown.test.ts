import fc from "fast-check";
import type { Nodes } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, it } from "vitest";

import type { BriefingBlock, BriefingRun } from "#contract/briefing";

import { analysed } from "../exports/testing/analysed-project.ts";
import { words } from "../exports/testing/arbitrary-briefing.ts";
import type { WrittenBlock } from "./written-briefing.ts";
import { writtenInMarkdown } from "./written-markdown.ts";

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

it("writes quotes with footnotes that verify, the same bytes each time, and refuses one that does not", () => {
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
  const paragraph: BriefingBlock = {
    kind: "paragraph",
    runs: [{ kind: "text", text: "He “said” " }, run, { kind: "text", text: ", and left." }],
  };
  core.ask("briefing.save", {
    briefingId: id,
    text: { ...text, blocks: [...text.blocks, paragraph] },
    baseRevision: briefing.revision,
  });
  const first = core.ask("export.markdown", { briefingId: id });
  expect(first.fileName).toBe("A note.md");
  expect(first.warnings).toEqual([]);
  expect(core.ask("export.markdown", { briefingId: id })).toEqual(first);
  const { quotes } = core.ask("briefing.verify", { kind: "markdown", text: first.markdown });
  expect(quotes.length).toBeGreaterThan(2);
  expect(quotes.map(({ verdict }) => verdict)).toEqual(quotes.map(() => "stands"));

  core.ask("highlight.trash", { highlightIds: [inline.highlightId] });
  expect(core.dispatch("export.markdown", { briefingId: id })).toMatchObject({
    ok: false,
    failure: { code: "conflict" },
  });
  core.close();
});
