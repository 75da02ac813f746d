import {
  $createNodeSelection,
  $createRangeSelection,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
} from "lexical";
import type { LexicalNode, PointType } from "lexical";

import type { BriefingPlace } from "#contract/briefing";

import { $isCitationNode } from "./citation-node.tsx";
import { $isFigureNode } from "./figure-node.tsx";
import { $readBlocksWithNodes } from "./read-blocks.ts";
import type { RunWithNodes } from "./read-blocks.ts";

/** Selects what a finding is about; answers the node to scroll to, or null when it is no longer there. */
export function $selectPlace(place: BriefingPlace): LexicalNode | null {
  const found = $readBlocksWithNodes()[place.block];
  if (found === undefined) {
    return null;
  }
  const runs =
    place.cell === null ? found.runs : (found.cells[place.cell.row]?.[place.cell.column] ?? []);
  const nodes = place.run === null ? [] : (runs[place.run]?.nodes ?? []);
  const [first] = nodes;
  if (first === undefined) {
    return $selectWhole(found.node);
  }
  if (!$isTextNode(first)) {
    return $selectWhole(first);
  }
  const selection = $createRangeSelection();
  $setPoint(selection.anchor, nodes, place.start);
  $setPoint(selection.focus, nodes, place.end);
  $setSelection(selection);
  return first;
}

/** Where the caret stands; null without one. Beside a citation it is that block as a whole. */
export function $caretPlace(): BriefingPlace | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) {
    return null;
  }
  const { focus } = selection;
  const node = focus.getNode();
  for (const [block, found] of $readBlocksWithNodes().entries()) {
    const inCells = found.cells.flatMap((cells, row) =>
      cells.map((runs, column) => ({ cell: { row, column }, runs })),
    );
    for (const { cell, runs } of [{ cell: null, runs: found.runs }, ...inCells]) {
      const run = runs.findIndex(({ nodes }) => nodes.some((one) => one.is(node)));
      if (run !== -1 && $isTextNode(node)) {
        const offset = $offsetIn(runs[run], node) + focus.offset;
        return { block, cell, run, start: offset, end: offset };
      }
    }
    if (found.node.is(node) || ($isElementNode(found.node) && found.node.isParentOf(node))) {
      return { block, cell: null, run: null, start: 0, end: 0 };
    }
  }
  return null;
}

/** How much of the run's text stands before the node, in UTF-16 code units. */
function $offsetIn(run: RunWithNodes | undefined, node: LexicalNode): number {
  let before = 0;
  for (const one of run?.nodes ?? []) {
    if (one.is(node)) {
      break;
    }
    before += one.getTextContentSize();
  }
  return before;
}

/** Selects a citation or figure as one thing, and puts the caret into anything else. */
export function $selectWhole(node: LexicalNode): LexicalNode {
  if ($isCitationNode(node) || $isFigureNode(node)) {
    const selection = $createNodeSelection();
    selection.add(node.getKey());
    $setSelection(selection);
  } else if ($isElementNode(node)) {
    node.selectStart();
  }
  return node;
}

/** @param offset within the text of all the nodes together, in UTF-16 code units */
function $setPoint(point: PointType, nodes: readonly LexicalNode[], offset: number): void {
  let rest = offset;
  for (const node of nodes) {
    const size = node.getTextContentSize();
    if (rest <= size || node === nodes.at(-1)) {
      point.set(node.getKey(), Math.min(rest, size), "text");
      return;
    }
    rest -= size;
  }
}
