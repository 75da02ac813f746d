import { $insertNodeToNearestRoot } from "@lexical/utils";
import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
} from "lexical";
import type { RangeSelection } from "lexical";

import type { Citation } from "#contract/briefing";

import { $createCitationNode } from "./citation-node.tsx";
import { $createFigureNode } from "./figure-node.tsx";
import type { Figure } from "./figure-node.tsx";

/** Puts a citation where the caret is or was, else at the end; the caret goes on behind it. */
export function $insertCitation(citation: Citation): void {
  const selection = $selectionToInsertAt();
  const node = $createCitationNode(citation);
  selection.insertNodes($needsSpace(selection) ? [$createTextNode(" "), node] : [node]);
  node.selectNext(0, 0);
}

export function $insertFigure(figure: Figure): void {
  $selectionToInsertAt();
  $insertNodeToNearestRoot($createFigureNode(figure));
}

function $selectionToInsertAt(): RangeSelection {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) {
    return selection;
  }
  const selected = $isNodeSelection(selection) ? selection.getNodes().at(-1) : undefined;
  return selected === undefined ? $getRoot().selectEnd() : selected.selectNext();
}

/** Whether the caret stands right behind a word. */
function $needsSpace({ anchor }: RangeSelection): boolean {
  const node = anchor.getNode();
  return (
    $isTextNode(node) &&
    anchor.offset > 0 &&
    /[\p{L}\p{N}.,;:!?]$/u.test(node.getTextContent().slice(0, anchor.offset))
  );
}
