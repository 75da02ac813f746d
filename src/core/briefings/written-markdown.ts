import type { BlockContent, List, ListItem, PhrasingContent, RootContent, Table } from "mdast";

import { sourceLabel } from "../exports/briefing-document.ts";
import { signsOf } from "../exports/coverage-signs.ts";
import { footnoteKey, heading } from "../exports/markdown-claims.ts";
import { footnotes, sourceList } from "../exports/markdown-sources.ts";
import { writeMarkdown } from "../exports/markdown-syntax.ts";
import { field, paragraph, paragraphsOf, wordsOnOneLine } from "../exports/markdown-text.ts";
import { closersOf, withPictures } from "../exports/plain-text.ts";
import { legend } from "../exports/wording.ts";
import type { WrittenBlock, WrittenBriefing, WrittenRun } from "./written-briefing.ts";

/** Stands before words whose subject was removed. */
export const unsupportedMark = "⚠ Unsupported: ";

/**
 * A written briefing as GitHub Flavored Markdown with footnotes. The same briefing gives the same bytes.
 * `warnings` says what a reader must know before using it.
 */
export function writtenInMarkdown(briefing: WrittenBriefing): {
  markdown: string;
  warnings: string[];
} {
  const { document, replaced } = withPictures(briefing);
  const gone = document.blocks
    .flatMap(runsIn)
    .filter((run) => "isGone" in run && run.isGone).length;
  const warnings = [
    ...(gone === 0
      ? []
      : [`${gone === 1 ? "A citation has" : `${gone} citations have`} lost what supported it.`]),
    ...(replaced ? ["Characters that no document can hold (NUL) are shown as ␀."] : []),
  ];
  const markdown = writeMarkdown({
    type: "root",
    children: [
      ...blocksToMarkdown(document.blocks, document),
      ...sourceList({ sources: document.sources, sourcesLeftOut: 0 }),
      ...footnotes(document),
    ],
  });
  return { markdown, warnings };
}

function blocksToMarkdown(
  blocks: readonly WrittenBlock[],
  { sources }: Pick<WrittenBriefing, "sources">,
): RootContent[] {
  const nodes: RootContent[] = [];
  let items: Extract<WrittenBlock, { kind: "item" }>[] = [];
  const endList = () => {
    if (items.length > 0) {
      nodes.push(...listsOf(items));
      items = [];
    }
  };
  for (const block of blocks) {
    if (block.kind === "item") {
      items.push(block);
      continue;
    }
    endList();
    switch (block.kind) {
      case "heading": {
        const depth = block.level === 1 ? 1 : block.level === 2 ? 2 : 3;
        nodes.push(heading(depth, phrasing(block.runs, "one line")));
        break;
      }
      case "paragraph":
        if (block.runs.length > 0) {
          nodes.push({ type: "paragraph", children: phrasing(block.runs, "lines") });
        }
        break;
      case "quotation":
        nodes.push({ type: "blockquote", children: quotation(block.runs) });
        break;
      case "code":
        nodes.push({ type: "code", value: block.text });
        break;
      case "table":
        nodes.push(table(block.rows, block.header));
        break;
      case "matrix":
        nodes.push(
          plainTable(
            ["Claim", ...sources.map(({ number }) => sourceLabel(number))],
            block.claims.map(({ statement, coverage }) => [statement, ...coverage.map(signsOf)]),
          ),
          paragraph(legend),
        );
        break;
      case "ach":
        nodes.push(
          plainTable(
            ["Evidence", ...block.hypotheses.map(({ statement }) => statement)],
            [
              ...block.rows.map(({ statement, ratings }) => [statement, ...ratings]),
              ["Inconsistency", ...block.hypotheses.map((one) => String(one.inconsistency))],
            ],
          ),
        );
        break;
    }
  }
  endList();
  return nodes;
}

/** A quote by itself is a block quotation as in every other export, so that it can be read back. */
function quotation(runs: readonly WrittenRun[]): BlockContent[] {
  const filled = runs.filter((run) => !(run.kind === "text" && run.text.trim() === ""));
  const [only] = filled;
  if (only?.kind === "cited quote" && filled.length === 1) {
    return paragraphsOf(only.quote.exact, { tail: [reference(only.quote.number)] });
  }
  return [{ type: "paragraph", children: phrasing(runs, "lines") }];
}

function reference(number: number): PhrasingContent {
  return { type: "footnoteReference", ...footnoteKey(number) };
}

function phrasing(runs: readonly WrittenRun[], shape: "lines" | "one line"): PhrasingContent[] {
  let isAfterMarks = false;
  return runs.flatMap((run, index): PhrasingContent[] => {
    switch (run.kind) {
      case "break":
        // Markdown has no break at the end of a paragraph.
        return shape === "one line" || index === runs.length - 1
          ? wordsOnOneLine("\n")
          : [{ type: "break" }];
      case "text": {
        const nodes = formatted(run, {
          isAfterMarks,
          before: edgeOf(runs[index - 1], -1),
          after: edgeOf(runs[index + 1], 0),
        });
        const last = nodes.at(-1);
        if (last !== undefined) {
          isAfterMarks = last.type === "strong" || last.type === "emphasis";
        }
        return nodes;
      }
      case "cited words":
        return run.isGone
          ? [
              { type: "strong", children: [{ type: "text", value: unsupportedMark.trim() }] },
              { type: "text", value: " " },
              ...field(run.words),
            ]
          : field(run.words);
      case "cited quote":
        return [
          { type: "text", value: "“" },
          ...wordsOnOneLine(run.quote.exact),
          { type: "text", value: `”${closersOf(run.quote.exact)}` },
          reference(run.quote.number),
        ];
      case "cited source":
        return [...field(run.title), { type: "text", value: ` (${sourceLabel(run.number)})` }];
    }
  });
}

type TextRun = Extract<WrittenRun, { kind: "text" }>;

/**
 * The words come before their look: marks are left out where a reader would not find them again, that is
 * right behind other marks, around an address whose letters are marked (markdown-text.ts), and beside a
 * character that the writer would have to write as a reference and that has none.
 * @param at the characters around the run, empty where none are known
 */
function formatted(
  run: TextRun,
  at: { isAfterMarks: boolean; before: string; after: string },
): PhrasingContent[] {
  const { text, link } = run;
  if (text === "") {
    return [];
  }
  if (run.code === true && !/[\r\n]/u.test(text)) {
    const code: PhrasingContent = { type: "inlineCode", value: text };
    return link === undefined ? [code] : [{ type: "link", url: link, children: [code] }];
  }
  let children = wordsOnOneLine(text);
  const edges = [at.before, text.slice(0, 1), text.slice(-1), at.after];
  const keepsMarks =
    !at.isAfterMarks &&
    children.every(({ type }) => type === "text") &&
    !edges.some((character) => withoutReference.test(character));
  if (keepsMarks && run.italic === true) {
    children = [{ type: "emphasis", children }];
  }
  if (keepsMarks && run.bold === true) {
    children = [{ type: "strong", children }];
  }
  return link === undefined ? children : [{ type: "link", url: link, children }];
}

/** CommonMark, section 6.2, and HTML: a reference to one of these reads as the replacement character. */
const withoutReference =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

function edgeOf(run: WrittenRun | undefined, at: 0 | -1): string {
  return run?.kind === "text" ? (run.text.at(at) ?? "") : "";
}

type Item = Extract<WrittenBlock, { kind: "item" }>;

/** Items that follow each other, nested by their depths; a change of kind at the outermost begins a new list. */
function listsOf(items: readonly Item[]): List[] {
  const lists: List[] = [];
  const open: { list: List; depth: number }[] = [];
  for (const { ordered, depth, runs } of items) {
    const item: ListItem = {
      type: "listItem",
      spread: false,
      children: [{ type: "paragraph", children: phrasing(runs, "lines") }],
    };
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) > depth) {
      open.pop();
    }
    const top = open.at(-1);
    if (top !== undefined && top.depth === depth && top.list.ordered === ordered) {
      top.list.children.push(item);
      continue;
    }
    const list: List = { type: "list", ordered, spread: false, children: [item] };
    if (top !== undefined && top.depth === depth) {
      open.pop();
    }
    const parent = open.at(-1)?.list.children.at(-1);
    if (parent === undefined) {
      lists.push(list);
    } else {
      parent.children.push(list);
    }
    open.push({ list, depth });
  }
  return lists;
}

/** GFM has no table without a header: one that has none gets an empty one. */
function table(rows: readonly (readonly (readonly WrittenRun[])[])[], header: boolean): Table {
  const columns = Math.max(...rows.map((cells) => cells.length));
  const all = header ? rows : [[], ...rows];
  return {
    type: "table",
    align: Array.from({ length: columns }, () => null),
    children: all.map((cells) => ({
      type: "tableRow",
      children: Array.from({ length: columns }, (_, column) => ({
        type: "tableCell",
        children: phrasing(cells[column] ?? [], "one line"),
      })),
    })),
  };
}

function plainTable(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    type: "table",
    align: head.map((_, column) => (column === 0 ? null : ("center" as const))),
    children: [head, ...rows].map((cells) => ({
      type: "tableRow",
      children: cells.map((words) => ({ type: "tableCell", children: wordsOnOneLine(words) })),
    })),
  };
}

function runsIn(block: WrittenBlock): readonly WrittenRun[] {
  if (block.kind === "table") {
    return block.rows.flat(2);
  }
  return "runs" in block ? block.runs : [];
}
