import { mergeRegister } from "@lexical/utils";
import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  PASTE_COMMAND,
} from "lexical";
import type { LexicalEditor } from "lexical";

import type { BriefingBlock } from "#contract/briefing";

import {
  articleDragType,
  claimDragType,
  passageDragType,
  readDraggedArticle,
  readDraggedClaim,
  readDraggedPassage,
} from "../../claims/claim-drag.ts";
import { CITE_COMMAND } from "./cite-command.ts";
import { hasOwnLooksOnly } from "./copied-looks.ts";
import { isCopiedHere } from "./copied-nodes.ts";
import { blocksOfHtml } from "./read-html.ts";
import { $nodesOfBlocks, $nodesOfRuns } from "./write-blocks.ts";

const ownType = "application/x-lexical-editor";

/**
 * What is pasted and dropped. Lexical itself would make markup of pasted strings, which the page's policy
 * forbids; here it is read by a parser of our own.
 */
export function registerTransfer(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const transfer = event instanceof ClipboardEvent ? event.clipboardData : null;
        if (transfer === null) {
          return false;
        }
        const copied = transfer.getData(ownType);
        if (isCopiedHere(editor, copied) && hasOwnLooksOnly(copied)) {
          return false; // copied here: Lexical puts its own nodes back
        }
        event.preventDefault();
        $insertTransferred(transfer);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        event.preventDefault();
        const transfer = event.dataTransfer;
        if (transfer !== null && transfer.effectAllowed === "move") {
          transfer.dropEffect = "move";
        } else if (transfer !== null) {
          transfer.dropEffect = "copy";
        }
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // A text that is dragged within the editor would be dropped as markup; cut and paste moves it.
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        const transfer = event.dataTransfer;
        if (transfer === null) {
          return true;
        }
        $placeCaret(event);
        const claimId = readDraggedClaim(transfer.getData(claimDragType));
        const passage = readDraggedPassage(transfer.getData(passageDragType));
        const articleId = readDraggedArticle(transfer.getData(articleDragType));
        if (claimId !== null) {
          editor.dispatchCommand(CITE_COMMAND, { kind: "claim", claimId });
        } else if (passage !== null) {
          editor.dispatchCommand(CITE_COMMAND, { kind: "passage", passage });
        } else if (articleId !== null) {
          editor.dispatchCommand(CITE_COMMAND, { kind: "article", articleId });
        } else {
          $insertTransferred(transfer);
        }
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function $insertTransferred(transfer: DataTransfer): void {
  const html = transfer.getData("text/html");
  const blocks = html === "" ? [] : blocksOfHtml(html);
  if (blocks.length > 0) {
    $insertBlocks(blocks);
    return;
  }
  const plain = transfer.getData("text/plain").replaceAll(/\r\n?/gu, "\n").toWellFormed();
  $insertBlocks(
    plain
      .split(/\n{2,}/u)
      .filter((part) => part !== "")
      .map((part) => ({
        kind: "paragraph",
        runs: part
          .split("\n")
          .flatMap((line, index): Extract<BriefingBlock, { kind: "paragraph" }>["runs"] => [
            ...(index === 0 ? [] : [{ kind: "break" as const }]),
            ...(line === "" ? [] : [{ kind: "text" as const, text: line }]),
          ]),
      })),
  );
}

/** One paragraph goes into the line; more stand by themselves. */
function $insertBlocks(blocks: readonly BriefingBlock[]): void {
  const [only] = blocks;
  const nodes =
    blocks.length === 1 && only?.kind === "paragraph"
      ? $nodesOfRuns(only.runs)
      : $nodesOfBlocks(blocks);
  const selection = $getSelection();
  if ($isRangeSelection(selection)) {
    selection.insertNodes(nodes);
  } else {
    $insertNodes(nodes);
  }
}

/** Moves the caret to where something was dropped. */
function $placeCaret({ clientX, clientY }: DragEvent): void {
  const caret = document.caretPositionFromPoint(clientX, clientY);
  const node = caret === null ? null : $getNearestNodeFromDOMNode(caret.offsetNode);
  if (caret === null || node === null) {
    return;
  }
  const selection = $createRangeSelection();
  if ($isTextNode(node)) {
    const offset = Math.min(caret.offset, node.getTextContentSize());
    selection.anchor.set(node.getKey(), offset, "text");
    selection.focus.set(node.getKey(), offset, "text");
    $setSelection(selection);
  } else {
    node.selectEnd();
  }
}
