import type { Element } from "xast";
import { x } from "xastscript";

import type { BriefingQuote } from "./briefing-document.ts";
import type { DocxParts } from "./docx-parts.ts";
import { bookmarkName, isRightToLeft, runsInDocx, textRuns } from "./docx-runs.ts";
import { label, plainWords, words } from "./paper.ts";
import type { PaperBlock, PaperList, PaperRun, PaperTable } from "./paper.ts";
import { doNotQuote, notVerified } from "./wording.ts";

/** Between the margins of A4, in twentieths of a point. */
const textWidthTwips = 9026;

/** Blocks of a document as paragraphs and tables of the body. */
export function blocksInDocx(blocks: readonly PaperBlock[], parts: DocxParts): Element[] {
  return blocks.flatMap((block) => blockInDocx(block, parts));
}

function blockInDocx(block: PaperBlock, parts: DocxParts): Element[] {
  const inline = (runs: readonly PaperRun[]) => runsInDocx(runs, parts);
  switch (block.kind) {
    case "heading": {
      const style = `Heading${block.level}`;
      const content = inline(block.runs);
      return [
        paragraphOf(
          plainWords(block.runs),
          block.id === null ? content : parts.bookmark(bookmarkName(block.id), content),
          { style },
        ),
      ];
    }
    case "paragraph":
      return [
        paragraphOf(plainWords(block.runs), inline(block.runs), {
          style: block.isQuiet === true ? "Remark" : null,
        }),
      ];
    case "words":
      return paragraphsOf(block.words, { lead: inline(block.lead) });
    case "quote":
      return passage(block.quote, parts);
    case "quotation":
      return [paragraphOf(plainWords(block.runs), inline(block.runs), { style: "Quote" })];
    case "code":
      return block.text
        .split("\n")
        .map((line) => paragraphOf("", textRuns(line), { style: "Code" }));
    case "list":
      return listOf(block, parts, 0);
    case "facts":
      return block.facts.map(({ name, words: fact, isAddress }) => {
        const runs = [
          words(`${name}: `),
          { kind: isAddress === true ? "address" : "field", words: fact } as const,
        ];
        return paragraphOf("", inline(runs), { style: "Facts" });
      });
    case "table":
      // Two tables that touch are one to Word, and the last thing in a cell or a body is a paragraph.
      return [tableOf(block, parts), x("w:p")];
    case "picture":
      return paragraphsOf(block.words, { lead: inline(label(`${block.name}:`)) });
    case "caution":
      return [
        paragraphOf("", textRuns("⚠ Before you use this:", { bold: true }), { style: "Caution" }),
        ...block.warnings.map((warning) =>
          paragraphOf("", inline([{ kind: "field", words: warning }]), {
            style: "Caution",
            list: { id: parts.bullets, level: 0 },
          }),
        ),
      ];
  }
}

function passage(quote: BriefingQuote, parts: DocxParts): Element[] {
  const tail = parts.footnotes.refer(quote.number);
  if (quote.verified) {
    const language = parts.languageOf(quote.source);
    return paragraphsOf(quote.exact, { tail, style: "Quote", language });
  }
  return [
    ...paragraphsOf(quote.exact, {
      lead: runsInDocx(label(notVerified), parts),
      tail,
      style: "Unverified",
    }),
    paragraphOf("", textRuns(doNotQuote), { style: "Unverified" }),
  ];
}

type ParagraphLook = {
  readonly style: string | null;
  readonly list?: { readonly id: number; readonly level: number };
};

/** @param read the words that give the paragraph its direction */
function paragraphOf(read: string, content: readonly Element[], look: ParagraphLook): Element {
  const properties = [
    ...(look.style === null ? [] : [x("w:pStyle", { "w:val": look.style })]),
    ...(look.list === undefined
      ? []
      : [
          x("w:numPr", [
            x("w:ilvl", { "w:val": String(look.list.level) }),
            x("w:numId", { "w:val": String(look.list.id) }),
          ]),
        ]),
    ...(isRightToLeft(read) ? [x("w:bidi")] : []),
  ];
  return x("w:p", [...(properties.length === 0 ? [] : [x("w:pPr", properties)]), ...content]);
}

/** Words with their lines: an empty line starts a new paragraph, other line ends are kept. */
function paragraphsOf(
  text: string,
  {
    lead = [],
    tail = [],
    style = null,
    language = null,
  }: {
    readonly lead?: readonly Element[];
    readonly tail?: readonly Element[];
    readonly style?: string | null;
    readonly language?: string | null;
  },
): Element[] {
  const all = text.split(/(?<=[^\n])\n\n/u);
  return all.map((part, index) =>
    paragraphOf(
      part,
      [
        ...(index === 0 ? lead : []),
        ...textRuns(part, { language }),
        ...(index === all.length - 1 ? tail : []),
      ],
      { style },
    ),
  );
}

/** Deepest level of a list in Word, from 0. */
const deepestLevel = 8;

function listOf({ ordered, items }: PaperList, parts: DocxParts, depth: number): Element[] {
  const level = Math.min(depth, deepestLevel);
  const id = ordered ? parts.numberedList() : parts.bullets;
  return items.flatMap((blocks) =>
    blocks.flatMap((block, index): Element[] => {
      if (block.kind === "list") {
        return listOf(block, parts, depth + 1);
      }
      if (block.kind === "paragraph" && index === 0) {
        return [
          paragraphOf(plainWords(block.runs), runsInDocx(block.runs, parts), {
            style: "ListParagraph",
            list: { id, level },
          }),
        ];
      }
      return block.kind === "words"
        ? paragraphsOf(block.words, { lead: runsInDocx(block.lead, parts), style: "ListParagraph" })
        : blockInDocx(block, parts);
    }),
  );
}

function tableOf({ name, head, rows, headColumn }: PaperTable, parts: DocxParts): Element {
  const columns = Math.max(...[head ?? [], ...rows].map((cells) => cells.length));
  const widths = widthsOf(columns, headColumn);
  const row = (cells: readonly (readonly PaperRun[])[], isHead: boolean) =>
    x("w:tr", [
      x("w:trPr", [x("w:cantSplit"), ...(isHead ? [x("w:tblHeader")] : [])]),
      ...widths.map((width, column) => {
        const runs = cells[column] ?? [];
        const isSign = headColumn === "first" && column > 0;
        const content = isHead ? inBold(runs) : runs;
        return x("w:tc", [
          x("w:tcPr", [x("w:tcW", { "w:w": String(width), "w:type": "dxa" })]),
          paragraphOf(plainWords(runs), runsInDocx(content, parts), {
            style: isSign ? "TableSign" : "TableText",
          }),
        ]);
      }),
    ]);
  return x("w:tbl", [
    x("w:tblPr", [
      x("w:tblStyle", { "w:val": "TableGrid" }),
      x("w:tblW", { "w:w": String(textWidthTwips), "w:type": "dxa" }),
      x("w:tblLook", {
        "w:val": headColumn === "first" ? "00A0" : "0020",
        "w:firstRow": head === null ? "0" : "1",
        "w:firstColumn": headColumn === "first" ? "1" : "0",
      }),
      x("w:tblCaption", { "w:val": name }),
    ]),
    x(
      "w:tblGrid",
      widths.map((width) => x("w:gridCol", { "w:w": String(width) })),
    ),
    ...(head === null ? [] : [row(head, true)]),
    ...rows.map((cells) => row(cells, false)),
  ]);
}

function inBold(runs: readonly PaperRun[]): PaperRun[] {
  return runs.map((run) => {
    switch (run.kind) {
      case "words":
        return { kind: "strong", words: run.words };
      case "text":
        return { ...run, bold: true };
      case "link":
        return { ...run, runs: inBold(run.runs) };
      default:
        return run;
    }
  });
}

/** The first column of a table of signs has the statements, and takes what the signs leave. */
function widthsOf(columns: number, headColumn: PaperTable["headColumn"]): number[] {
  const first =
    headColumn === "first" && columns > 1
      ? Math.max(textWidthTwips * 0.35, textWidthTwips - (columns - 1) * 900)
      : textWidthTwips / columns;
  const other = columns > 1 ? (textWidthTwips - first) / (columns - 1) : 0;
  return Array.from({ length: columns }, (_, index) => Math.round(index === 0 ? first : other));
}
