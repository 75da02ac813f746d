import { sourceLabel } from "../exports/briefing-document.ts";
import { coverageTable, sourceList } from "../exports/paper-sources.ts";
import { field, heading, label, paragraph, words } from "../exports/paper.ts";
import type { Paper, PaperBlock, PaperList, PaperRun, PaperTable } from "../exports/paper.ts";
import type { WrittenBlock, WrittenBriefing, WrittenRun } from "./written-briefing.ts";

/** Stands before words whose subject was removed. */
export const unsupportedMark = "⚠ Unsupported:";

/**
 * The document that was written in the editor.
 * @param replaced what is said of characters that the format cannot hold; empty where there are none
 */
export function paperOfWritten(briefing: WrittenBriefing, replaced: readonly string[]): Paper {
  const blocks = blocksOf(briefing);
  // Where the analyst begins with the title, it stands before the contents.
  const headLength = blocks[0]?.kind === "heading" && blocks[0].level === 1 ? 1 : 0;
  const gone = briefing.blocks.flatMap(runsIn).filter((run) => "isGone" in run && run.isGone);
  return {
    title: briefing.title,
    head: blocks.slice(0, headLength),
    body: [
      ...blocks.slice(headLength),
      ...sourceList({ sources: briefing.sources, sourcesLeftOut: 0 }),
    ],
    quotes: briefing.quotes,
    sources: briefing.sources,
    warnings: [
      ...(gone.length === 0
        ? []
        : [
            `${gone.length === 1 ? "A citation has" : `${gone.length} citations have`} lost what supported it.`,
          ]),
      ...replaced,
    ],
  };
}

function blocksOf({ blocks, sources }: WrittenBriefing): PaperBlock[] {
  const all: PaperBlock[] = [];
  let items: Item[] = [];
  let headings = 0;
  const endList = () => {
    all.push(...listsOf(items));
    items = [];
  };
  for (const block of blocks) {
    if (block.kind === "item") {
      items.push(block);
      continue;
    }
    endList();
    switch (block.kind) {
      case "heading": {
        headings += 1;
        const level = block.level === 1 ? 1 : block.level === 2 ? 2 : 3;
        const runs = runsOf(block.runs);
        all.push(heading(level, runs, `part-${headings}`, { isListed: true }));
        break;
      }
      case "paragraph":
        if (block.runs.length > 0) {
          all.push({ kind: "paragraph", runs: runsOf(block.runs) });
        }
        break;
      case "quotation":
        all.push(quotation(block.runs));
        break;
      case "code":
      case "picture":
        all.push(block);
        break;
      case "table":
        all.push(table(block.rows, block.header));
        break;
      case "matrix":
        all.push(
          ...coverageTable(
            block.claims.map(({ statement, coverage }) => ({ claim: words(statement), coverage })),
            sources,
          ),
        );
        break;
      case "ach":
        all.push(...achBlocks(block));
        break;
    }
  }
  endList();
  return all;
}

/** The table with both scores, how to read them, and what the conclusion rests on. */
function achBlocks(ach: Extract<WrittenBlock, { kind: "ach" }>): PaperBlock[] {
  const { hypotheses, rows, conclusion } = ach;
  return [
    {
      kind: "table",
      name: "Competing hypotheses",
      headColumn: "first",
      head: [
        "Evidence",
        ...hypotheses.map(({ letter, statement }) => `${letter}. ${statement}`),
        "Credibility",
        "Relevance",
        "Diagnosticity",
      ].map(cell),
      rows: [
        ...rows.map((row, index) => [
          `${index + 1}. ${row.statement}`,
          ...row.ratings,
          row.credibility,
          row.relevance,
          row.diagnosticity,
        ]),
        ["Inconsistency", ...hypotheses.map((one) => one.inconsistency), "", "", ""],
        [
          "Weighted inconsistency",
          ...hypotheses.map((one) => one.weightedInconsistency),
          "",
          "",
          "",
        ],
      ].map((cells) => cells.map(cell)),
    },
    paragraph(
      "CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, NA not applicable. The lowest inconsistency, and the weighted one nearest to 0, is least disproved.",
    ),
    ...(conclusion.length === 0
      ? []
      : [
          {
            kind: "list",
            ordered: false,
            items: conclusion.map((sentence) => [paragraph(field(sentence))]),
          } as const,
        ]),
  ];
}

function cell(text: string): PaperRun[] {
  return [words(text)];
}

/** A quote by itself is a block quotation as in every other export, so that it can be read back. */
function quotation(runs: readonly WrittenRun[]): PaperBlock {
  const filled = runs.filter((run) => !(run.kind === "text" && run.text.trim() === ""));
  const [only] = filled;
  return only?.kind === "cited quote" && filled.length === 1
    ? { kind: "quote", quote: only.quote }
    : { kind: "quotation", runs: runsOf(runs) };
}

function runsOf(runs: readonly WrittenRun[]): PaperRun[] {
  return runs.flatMap((run): PaperRun[] => {
    switch (run.kind) {
      case "text":
      case "break":
        return [run];
      case "cited words":
        return [...(run.isGone ? label(unsupportedMark) : []), field(run.words)];
      case "cited quote":
        return [{ kind: "inline quote", quote: run.quote }];
      case "cited source":
        return [field(run.title), words(` (${sourceLabel(run.number)})`)];
    }
  });
}

type Item = Extract<WrittenBlock, { kind: "item" }>;
type OpenList = { ordered: boolean; kind: "list"; items: PaperBlock[][] };

/** Items that follow each other, nested by their depths; a change of kind at the outermost begins a new list. */
function listsOf(items: readonly Item[]): PaperList[] {
  const lists: OpenList[] = [];
  const open: { list: OpenList; depth: number }[] = [];
  for (const { ordered, depth, runs } of items) {
    const item: PaperBlock[] = [{ kind: "paragraph", runs: runsOf(runs) }];
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) > depth) {
      open.pop();
    }
    const top = open.at(-1);
    if (top !== undefined && top.depth === depth && top.list.ordered === ordered) {
      top.list.items.push(item);
      continue;
    }
    const list: OpenList = { kind: "list", ordered, items: [item] };
    if (top !== undefined && top.depth === depth) {
      open.pop();
    }
    const parent = open.at(-1)?.list.items.at(-1);
    if (parent === undefined) {
      lists.push(list);
    } else {
      parent.push(list);
    }
    open.push({ list, depth });
  }
  return lists;
}

function table(rows: readonly (readonly (readonly WrittenRun[])[])[], header: boolean): PaperTable {
  const all = rows.map((cells) => cells.map(runsOf));
  return {
    kind: "table",
    name: "Table",
    headColumn: "none",
    head: header ? (all[0] ?? []) : null,
    rows: header ? all.slice(1) : all,
  };
}

function runsIn(block: WrittenBlock): readonly WrittenRun[] {
  if (block.kind === "table") {
    return block.rows.flat(2);
  }
  return "runs" in block ? block.runs : [];
}
