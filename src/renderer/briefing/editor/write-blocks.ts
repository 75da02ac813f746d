import { $createCodeNode } from "@lexical/code-core";
import { $createLinkNode } from "@lexical/link";
import { $createListItemNode, $createListNode, $isListItemNode, $isListNode } from "@lexical/list";
import type { ListNode } from "@lexical/list";
import { $createHeadingNode, $createQuoteNode } from "@lexical/rich-text";
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
} from "@lexical/table";
import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot } from "lexical";
import type { LexicalNode } from "lexical";

import type { BriefingBlock, BriefingRun } from "#contract/briefing";

import { $createCitationNode } from "./citation-node.tsx";
import { $createFigureNode } from "./figure-node.tsx";

/** Puts a stored text into the editor, in place of what was there. */
export function $writeBlocks(blocks: readonly BriefingBlock[]): void {
  const nodes = $nodesOfBlocks(blocks);
  $getRoot()
    .clear()
    .append(...(nodes.length === 0 ? [$createParagraphNode()] : nodes));
}

/** Nodes for blocks; items that follow each other become lists within lists. */
export function $nodesOfBlocks(blocks: readonly BriefingBlock[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  let list: ListNode | null = null;
  for (const block of blocks) {
    if (block.kind === "item") {
      const type: "number" | "bullet" = block.ordered ? "number" : "bullet";
      if (list === null || (block.depth === 0 && list.getListType() !== type)) {
        list = $createListNode(type);
        nodes.push(list);
      }
      const item = $createListItemNode();
      item.append(...$nodesOfRuns(block.runs));
      $listAtDepth(list, block.depth, type).append(item);
      continue;
    }
    list = null;
    nodes.push($nodeOfBlock(block));
  }
  return nodes;
}

/** The list for the next item at this depth, made where it is not there yet. */
function $listAtDepth(outer: ListNode, depth: number, type: "number" | "bullet"): ListNode {
  let list = outer;
  for (let level = 0; level < depth; level += 1) {
    const lastItem = list.getLastChild();
    const last = $isListItemNode(lastItem) ? lastItem.getLastChild() : null;
    const isInnermost = level === depth - 1;
    if ($isListNode(last) && (!isInnermost || last.getListType() === type)) {
      list = last;
      continue;
    }
    const inner = $createListNode(type);
    const holder = $createListItemNode();
    holder.append(inner);
    list.append(holder);
    list = inner;
  }
  return list;
}

function $nodeOfBlock(block: Exclude<BriefingBlock, { kind: "item" }>): LexicalNode {
  switch (block.kind) {
    case "heading": {
      const tag = block.level === 1 ? "h1" : block.level === 2 ? "h2" : "h3";
      return $createHeadingNode(tag).append(...$nodesOfRuns(block.runs));
    }
    case "paragraph":
      return $createParagraphNode().append(...$nodesOfRuns(block.runs));
    case "quotation":
      return $createQuoteNode().append(...$nodesOfRuns(block.runs));
    case "code":
      return $createCodeNode().append(...$linesOf(block.text));
    case "table": {
      const table = $createTableNode();
      for (const [index, cells] of block.rows.entries()) {
        const row = $createTableRowNode();
        const state =
          block.header && index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
        for (const runs of cells) {
          const cell = $createTableCellNode(state);
          cell.append($createParagraphNode().append(...$nodesOfRuns(runs)));
          row.append(cell);
        }
        table.append(row);
      }
      return table;
    }
    case "matrix":
    case "ach":
    case "board":
      return $createFigureNode(block);
  }
}

export function $nodesOfRuns(runs: readonly BriefingRun[]): LexicalNode[] {
  return runs.map((run) => {
    if (run.kind === "break") {
      return $createLineBreakNode();
    }
    if (run.kind !== "text") {
      return $createCitationNode(run);
    }
    const text = $createTextNode(run.text);
    for (const format of ["bold", "italic", "code"] as const) {
      if (run[format] === true) {
        text.toggleFormat(format);
      }
    }
    return run.link === undefined ? text : $createLinkNode(run.link).append(text);
  });
}

function $linesOf(text: string): LexicalNode[] {
  return text
    .split("\n")
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [$createLineBreakNode()]),
      ...(line === "" ? [] : [$createTextNode(line)]),
    ]);
}
