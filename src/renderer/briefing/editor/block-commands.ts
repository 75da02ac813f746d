import { $createCodeNode } from "@lexical/code-core";
import { $isLinkNode, $toggleLink } from "@lexical/link";
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from "@lexical/list";
import { $createHeadingNode, $createQuoteNode, $isHeadingNode } from "@lexical/rich-text";
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableNode,
  INSERT_TABLE_COMMAND,
} from "@lexical/table";
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  $isTextNode,
} from "lexical";
import type { ElementNode, LexicalEditor } from "lexical";

export type BlockKind =
  | "paragraph"
  | "h1"
  | "h2"
  | "h3"
  | "bullet"
  | "number"
  | "quotation"
  | "code";

/** What the caret stands in. */
export type CaretLook = {
  readonly block: BlockKind;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly code: boolean;
  readonly link: string | null;
  readonly inTable: boolean;
};

/** Makes the chosen blocks of that kind; those that are already become paragraphs again. */
export function setBlocks(editor: LexicalEditor, wanted: BlockKind): void {
  const isAlready = editor.getEditorState().read(() => $caretLook().block === wanted);
  const kind = isAlready ? "paragraph" : wanted;
  if (kind === "bullet" || kind === "number") {
    editor.dispatchCommand(
      kind === "bullet" ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND,
      undefined,
    );
    return;
  }
  editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) {
      return;
    }
    const blocks = new Set(selection.getNodes().flatMap((node) => $blockAround(node) ?? []));
    for (const block of blocks) {
      const next = newBlock(kind);
      const isEmpty = block.isEmpty();
      next.append(...block.getChildren());
      block.replace(next);
      if (isEmpty) {
        next.selectStart();
      }
    }
  });
}

export function insertTable(editor: LexicalEditor): void {
  editor.dispatchCommand(INSERT_TABLE_COMMAND, {
    rows: "3",
    columns: "3",
    includeHeaders: { rows: true, columns: false },
  });
}

export type TableChange = "add row" | "add column" | "remove row" | "remove column";

export function changeTable(editor: LexicalEditor, change: TableChange): void {
  editor.update(() => {
    switch (change) {
      case "add row":
        $insertTableRowAtSelection();
        break;
      case "add column":
        $insertTableColumnAtSelection();
        break;
      case "remove row":
        $deleteTableRowAtSelection();
        break;
      case "remove column":
        $deleteTableColumnAtSelection();
        break;
    }
  });
}

/** Null takes the link away. */
export function setLink(editor: LexicalEditor, address: string | null): void {
  editor.update(() => $toggleLink(address));
}

export function $caretLook(): CaretLook {
  const none: CaretLook = {
    block: "paragraph",
    bold: false,
    italic: false,
    code: false,
    link: null,
    inTable: false,
  };
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) {
    return none;
  }
  const node = selection.anchor.getNode();
  const around = [node, ...node.getParents()];
  const block = around.find((one) => $isElementNode(one) && !one.isInline());
  const list = around.find($isListNode);
  const kindOf = (): BlockKind => {
    if (list !== undefined) {
      return list.getListType() === "number" ? "number" : "bullet";
    }
    if ($isHeadingNode(block)) {
      const tag = block.getTag();
      return tag === "h1" || tag === "h2" ? tag : "h3";
    }
    return block?.getType() === "quote"
      ? "quotation"
      : block?.getType() === "code"
        ? "code"
        : "paragraph";
  };
  return {
    block: kindOf(),
    bold: selection.hasFormat("bold"),
    italic: selection.hasFormat("italic"),
    code: selection.hasFormat("code"),
    link: around.find($isLinkNode)?.getURL() ?? null,
    inTable: around.some($isTableNode),
  };
}

function $blockAround(node: Parameters<typeof $isElementNode>[0]): ElementNode | null {
  let at = $isTextNode(node) ? node.getParent() : (node ?? null);
  while (at !== null) {
    const parent: ElementNode | null = at.getParent();
    if ($isElementNode(at) && !at.isInline() && $isRootOrShadowRoot(parent)) {
      return $isTableNode(at) ? null : at;
    }
    at = parent;
  }
  return null;
}

function newBlock(kind: Exclude<BlockKind, "bullet" | "number">): ElementNode {
  switch (kind) {
    case "paragraph":
      return $createParagraphNode();
    case "quotation":
      return $createQuoteNode();
    case "code":
      return $createCodeNode();
    case "h1":
    case "h2":
    case "h3":
      return $createHeadingNode(kind);
  }
}
