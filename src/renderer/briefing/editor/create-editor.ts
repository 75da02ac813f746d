import { CodeNode, CodeHighlightNode } from "@lexical/code-core";
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { LinkNode } from "@lexical/link";
import { ListItemNode, ListNode, registerList } from "@lexical/list";
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CODE,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  UNORDERED_LIST,
} from "@lexical/markdown";
import { HeadingNode, QuoteNode, registerRichText } from "@lexical/rich-text";
import {
  registerTablePlugin,
  registerTableSelectionObserver,
  TableCellNode,
  TableNode,
  TableRowNode,
} from "@lexical/table";
import { mergeRegister } from "@lexical/utils";
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  FORMAT_TEXT_COMMAND,
  HISTORY_MERGE_TAG,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  OUTDENT_CONTENT_COMMAND,
} from "lexical";
import type { LexicalEditor } from "lexical";

import type { BriefingBlock } from "#contract/briefing";

import { CitationNode } from "./citation-node.tsx";
import { FigureNode } from "./figure-node.tsx";
import { registerKeepingUp } from "./keep-up.ts";
import { registerTransfer } from "./transfer.ts";
import { isWebLink } from "./web-link.ts";
import { $writeBlocks } from "./write-blocks.ts";

import styles from "./editor.module.css";

/** Typing with pauses shorter than this is one step of the editor's undo. */
const undoPauseMs = 600;
const maxUndoSteps = 500;

const shortcuts = [
  HEADING,
  QUOTE,
  UNORDERED_LIST,
  ORDERED_LIST,
  CODE,
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
];

/** An editor that holds a text; it lives until `stop`. */
export function createBriefingEditor(blocks: readonly BriefingBlock[]): {
  editor: LexicalEditor;
  forgetHistory: () => void;
  start: () => () => void;
} {
  const history = createEmptyHistoryState();
  const editor = createEditor({
    namespace: "corroboard-briefing",
    nodes: [
      HeadingNode,
      QuoteNode,
      ListNode,
      ListItemNode,
      LinkNode,
      CodeNode,
      CodeHighlightNode,
      TableNode,
      TableRowNode,
      TableCellNode,
      CitationNode,
      FigureNode,
    ],
    theme: {
      text: { bold: styles.bold ?? "", italic: styles.italic ?? "", code: styles.inlineCode ?? "" },
      code: styles.code ?? "",
      link: styles.link ?? "",
      table: styles.table ?? "",
      tableCellHeader: styles.headerCell ?? "",
      tableSelection: styles.tableSelection ?? "",
      tableCellSelected: styles.selectedCell ?? "",
      list: { nested: { listitem: styles.nestedItem ?? "" } },
    },
    onError: (error) => {
      throw error;
    },
  });
  editor.update(() => $writeBlocks(blocks), { tag: HISTORY_MERGE_TAG, discrete: true });
  return {
    editor,
    forgetHistory: () => {
      history.undoStack = [];
      history.redoStack = [];
      history.current = null;
    },
    start: () =>
      mergeRegister(
        registerRichText(editor),
        registerKeepingUp(editor),
        registerHistory(editor, history, undoPauseMs, undefined, undefined, maxUndoSteps),
        registerList(editor),
        registerTablePlugin(editor),
        registerTableSelectionObserver(editor, true),
        registerMarkdownShortcuts(editor, shortcuts),
        registerTransfer(editor),
        registerLimits(editor),
      ),
  };
}

/** Keeps the text to what a briefing can hold. */
function registerLimits(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(HeadingNode, (heading) => {
      if (!["h1", "h2", "h3"].includes(heading.getTag())) {
        heading.setTag("h3");
      }
    }),
    editor.registerNodeTransform(LinkNode, (link) => {
      if (!isWebLink(link.getURL())) {
        for (const child of link.getChildren()) {
          link.insertBefore(child);
        }
        link.remove();
      }
    }),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => !["bold", "italic", "code"].includes(format),
      COMMAND_PRIORITY_HIGH,
    ),
    // Elsewhere Tab leaves the editor, so that the keyboard is not caught in it.
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const selection = $getSelection();
        const isInList =
          $isRangeSelection(selection) &&
          selection.anchor
            .getNode()
            .getParents()
            .some((node) => node instanceof ListItemNode);
        if (!isInList) {
          return false;
        }
        event.preventDefault();
        return editor.dispatchCommand(
          event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
          undefined,
        );
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
