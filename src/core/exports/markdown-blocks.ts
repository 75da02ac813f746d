import type { BlockContent, FootnoteDefinition, List, RootContent, Table, TableRow } from "mdast";

import type { BriefingQuote } from "./briefing-document.ts";
import { footnoteKey, phrasing } from "./markdown-runs.ts";
import { paragraphsOf } from "./markdown-text.ts";
import { label, paragraph } from "./paper.ts";
import type { Paper, PaperBlock, PaperCell, PaperList, PaperRun, PaperTable } from "./paper.ts";
import { footnoteRuns } from "./source-facts.ts";
import { doNotQuote, footnotePreface, notVerified } from "./wording.ts";

/** Blocks of a document as nodes of a GFM file. */
export function blocksInMarkdown(blocks: readonly PaperBlock[]): BlockContent[] {
  return blocks.flatMap(blockInMarkdown);
}

/** One for each quote: the source, the place in its frozen text, and the bytes that the text comes from. */
export function footnotesInMarkdown(document: Pick<Paper, "quotes" | "sources">): RootContent[] {
  return document.quotes.length === 0
    ? []
    : [
        ...blockInMarkdown(paragraph(footnotePreface)),
        ...document.quotes.map((quote): FootnoteDefinition => ({
          type: "footnoteDefinition",
          ...footnoteKey(quote.number),
          children: [
            { type: "paragraph", children: phrasing(footnoteRuns(quote, document), "lines") },
          ],
        })),
      ];
}

function blockInMarkdown(block: PaperBlock): BlockContent[] {
  switch (block.kind) {
    case "heading":
      return [{ type: "heading", depth: block.level, children: phrasing(block.runs, "one line") }];
    case "paragraph":
      return [{ type: "paragraph", children: phrasing(block.runs, "lines") }];
    case "words":
      return paragraphsOf(block.words, { lead: phrasing(block.lead, "lines") });
    case "quote":
      return passage(block.quote);
    case "quotation":
      return [
        {
          type: "blockquote",
          children: [{ type: "paragraph", children: phrasing(block.runs, "lines") }],
        },
      ];
    case "code":
      return [{ type: "code", value: block.text }];
    case "list":
      return [listOf(block)];
    case "facts":
      return [
        listOf({
          kind: "list",
          ordered: false,
          items: block.facts.map(({ name, words, isAddress }) => [
            paragraph(`${name}: `, { kind: isAddress === true ? "address" : "field", words }),
          ]),
        }),
      ];
    case "table":
      return [tableOf(block)];
    case "picture":
      return paragraphsOf(block.words, { lead: phrasing(label(`${block.name}:`), "lines") });
    case "caution":
      return blocksInMarkdown([
        paragraph({ kind: "strong", words: "⚠ Before you use this:" }),
        {
          kind: "list",
          ordered: false,
          items: block.warnings.map((words): PaperBlock[] => [paragraph({ kind: "field", words })]),
        },
      ]);
  }
}

function passage(quote: BriefingQuote): BlockContent[] {
  const reference: PaperRun = { kind: "reference", quote: quote.number };
  const tail = phrasing([reference], "lines");
  if (quote.verified) {
    return [{ type: "blockquote", children: paragraphsOf(quote.exact, { tail }) }];
  }
  return [
    ...paragraphsOf(quote.exact, { lead: phrasing(label(notVerified), "lines"), tail }),
    ...blockInMarkdown(paragraph(doNotQuote)),
  ];
}

/** An item that has more than one paragraph has empty lines in it; a list within it does not make it so. */
function listOf({ ordered, items }: PaperList): List {
  return {
    type: "list",
    ordered,
    spread: false,
    children: items.map((blocks) => {
      const children = blocksInMarkdown(blocks);
      return {
        type: "listItem",
        spread: children.slice(1).some(({ type }) => type !== "list"),
        children,
      };
    }),
  };
}

/** GFM has no table without a header: one that has none gets an empty one. */
function tableOf({ head, rows, headColumn }: PaperTable): Table {
  const columns = Math.max(...[head ?? [], ...rows].map((cells) => cells.length));
  return {
    type: "table",
    align: Array.from({ length: columns }, (_, column) =>
      headColumn === "first" && column > 0 ? "center" : null,
    ),
    children: [head ?? [], ...rows].map((cells) => row(cells, columns)),
  };
}

function row(cells: readonly PaperCell[], columns: number): TableRow {
  return {
    type: "tableRow",
    children: Array.from({ length: columns }, (_, column) => ({
      type: "tableCell",
      children: phrasing(cells[column] ?? [], "one line"),
    })),
  };
}
