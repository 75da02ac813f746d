import { $isCodeNode } from "@lexical/code-core";
import { $isLinkNode } from "@lexical/link";
import { $isListItemNode, $isListNode } from "@lexical/list";
import type { ListNode } from "@lexical/list";
import { $isHeadingNode, $isQuoteNode } from "@lexical/rich-text";
import {
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
} from "@lexical/table";
import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode } from "lexical";
import type { ElementNode, LexicalNode } from "lexical";

import { maxListDepth } from "#contract/briefing";
import type { BriefingBlock, BriefingRun, Citation } from "#contract/briefing";

import { $isCitationNode } from "./citation-node.tsx";
import { $isFigureNode } from "./figure-node.tsx";
import { isWebLink } from "./web-link.ts";

type NowOf = (citation: Citation) => Citation;

/** A run with the nodes that it is made of: neighbours that look alike are one run. */
export type RunWithNodes = { readonly run: BriefingRun; readonly nodes: readonly LexicalNode[] };

/** A block with the node that holds it and the runs in it; those of a table by row and column. */
export type BlockWithNodes = {
  readonly block: BriefingBlock;
  readonly node: LexicalNode;
  readonly runs: readonly RunWithNodes[];
  readonly cells: readonly (readonly (readonly RunWithNodes[])[])[];
};

/**
 * What the editor holds, as it is stored.
 * @param nowOf the citation with the words that it shows now
 */
export function $readBlocks(nowOf: NowOf): BriefingBlock[] {
  return $readBlocksWithNodes(nowOf).map(({ block }) => block);
}

export function $readBlocksWithNodes(nowOf: NowOf = (citation) => citation): BlockWithNodes[] {
  return $getRoot()
    .getChildren()
    .flatMap((node) => blocksOf(node, nowOf));
}

function blocksOf(node: LexicalNode, nowOf: NowOf): BlockWithNodes[] {
  const plain = (block: BriefingBlock): BlockWithNodes[] => [{ block, node, runs: [], cells: [] }];
  if ($isFigureNode(node)) {
    return plain(node.getFigure());
  }
  if ($isListNode(node)) {
    return itemsOf(node, 0, nowOf);
  }
  if ($isCodeNode(node)) {
    return plain({ kind: "code", text: node.getTextContent().toWellFormed() });
  }
  if ($isTableNode(node)) {
    return [tableOf(node, nowOf)];
  }
  if (!$isElementNode(node)) {
    return [];
  }
  const withNodes = runsOf(node, nowOf);
  const runs = withNodes.map(({ run }) => run);
  const block: BriefingBlock = $isHeadingNode(node)
    ? { kind: "heading", level: Math.min(Number(node.getTag().slice(1)), 3), runs }
    : { kind: $isQuoteNode(node) ? "quotation" : "paragraph", runs };
  return [{ block, node, runs: withNodes, cells: [] }];
}

function itemsOf(list: ListNode, depth: number, nowOf: NowOf): BlockWithNodes[] {
  return list.getChildren().flatMap((item): BlockWithNodes[] => {
    if (!$isListItemNode(item)) {
      return [];
    }
    const inner = item.getChildren().find($isListNode);
    if (inner !== undefined) {
      return itemsOf(inner, Math.min(depth + 1, maxListDepth), nowOf);
    }
    const ordered = list.getListType() === "number";
    const runs = runsOf(item, nowOf);
    return [
      {
        block: { kind: "item", ordered, depth, runs: runs.map(({ run }) => run) },
        node: item,
        runs,
        cells: [],
      },
    ];
  });
}

function tableOf(table: ElementNode, nowOf: NowOf): BlockWithNodes {
  const rows = table.getChildren().filter($isTableRowNode);
  const [first] = rows;
  const header =
    first
      ?.getChildren()
      .every((cell) => $isTableCellNode(cell) && cell.hasHeaderState(TableCellHeaderStates.ROW)) ??
    false;
  const cells = rows.map((row) =>
    row
      .getChildren()
      .filter($isTableCellNode)
      .map((cell) =>
        cell
          .getChildren()
          .filter($isElementNode)
          .flatMap((block, index): RunWithNodes[] => [
            ...(index === 0 ? [] : [{ run: { kind: "break" } as const, nodes: [] }]),
            ...runsOf(block, nowOf),
          ]),
      ),
  );
  return {
    block: {
      kind: "table",
      header,
      rows: cells.map((row) => row.map((runs) => runs.map(({ run }) => run))),
    },
    node: table,
    runs: [],
    cells,
  };
}

function runsOf(element: ElementNode, nowOf: NowOf): RunWithNodes[] {
  return joined(
    element.getChildren().flatMap((node): RunWithNodes[] => {
      if ($isCitationNode(node)) {
        return [{ run: nowOf(node.getCitation()), nodes: [node] }];
      }
      if ($isLineBreakNode(node)) {
        return [{ run: { kind: "break" }, nodes: [node] }];
      }
      if ($isTextNode(node)) {
        const run: BriefingRun = {
          kind: "text",
          text: node.getTextContent().toWellFormed(),
          ...(node.hasFormat("bold") ? { bold: true } : {}),
          ...(node.hasFormat("italic") ? { italic: true } : {}),
          ...(node.hasFormat("code") ? { code: true } : {}),
        };
        return [{ run, nodes: [node] }];
      }
      if ($isLinkNode(node)) {
        const link = node.getURL();
        return runsOf(node, nowOf).map(({ run, nodes }) => ({
          run: run.kind === "text" && isWebLink(link) ? { ...run, link } : run,
          nodes,
        }));
      }
      return $isElementNode(node) ? runsOf(node, nowOf) : [];
    }),
  );
}

/** How the editor cut its text is not part of it. */
function joined(runs: readonly RunWithNodes[]): RunWithNodes[] {
  const result: RunWithNodes[] = [];
  for (const { run, nodes } of runs) {
    const last = result.at(-1);
    if (run.kind === "text" && last?.run.kind === "text" && lookOf(run) === lookOf(last.run)) {
      result[result.length - 1] = {
        run: { ...last.run, text: last.run.text + run.text },
        nodes: [...last.nodes, ...nodes],
      };
    } else if (run.kind !== "text" || run.text !== "") {
      result.push({ run, nodes });
    }
  }
  return result;
}

function lookOf({ bold, italic, code, link }: Extract<BriefingRun, { kind: "text" }>): string {
  return JSON.stringify([bold, italic, code, link]);
}
