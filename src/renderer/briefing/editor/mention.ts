import { mergeRegister } from "@lexical/utils";
import {
  $createRangeSelection,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
} from "lexical";
import type { LexicalEditor, TextNode } from "lexical";

/** "@" and what was typed behind it, just before the caret. */
export type Mention = {
  readonly typed: string;
  /** Of the caret, in the window's pixels. */
  readonly rect: { readonly left: number; readonly top: number; readonly bottom: number };
};

type Found = { readonly node: TextNode; readonly start: number; readonly typed: string };

/** The keys that are for the list while it is open. */
export const mentionKeys: readonly string[] = ["ArrowDown", "ArrowUp", "Enter", "Tab", "Escape"];

/** Tells when something is being cited by typing, and which keys are for the list then. */
export function openMention(
  editor: LexicalEditor,
  listeners: {
    onMention: (mention: Mention | null) => void;
    /** Answers whether the key was for the list. */
    onKey: (key: string) => boolean;
  },
): () => void {
  let last: string | null = null;
  return mergeRegister(
    editor.registerUpdateListener(({ editorState, dirtyLeaves, prevEditorState }) => {
      if (editorState === prevEditorState) {
        return;
      }
      const found = editorState.read($findMention);
      const typed = found?.typed ?? null;
      // A caret that merely comes by opens no list: only typing does.
      if (typed === last || (last === null && dirtyLeaves.size === 0)) {
        return;
      }
      last = typed;
      const rect = typed === null ? null : caretRect();
      listeners.onMention(typed === null || rect === null ? null : { typed, rect });
    }),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!mentionKeys.includes(event.key) || event.isComposing || !listeners.onKey(event.key)) {
          return false;
        }
        event.preventDefault();
        event.stopPropagation();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

/** Takes "@" and what was typed behind it away; the caret stays there. */
export function takeMention(editor: LexicalEditor): void {
  editor.update(
    () => {
      const found = $findMention();
      if (found !== null) {
        const selection = $createRangeSelection();
        selection.anchor.set(found.node.getKey(), found.start, "text");
        selection.focus.set(found.node.getKey(), found.start + found.typed.length + 1, "text");
        $setSelection(selection);
        selection.removeText();
      }
    },
    { discrete: true },
  );
}

function $findMention(): Found | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) {
    return null;
  }
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node.hasFormat("code") || node.getParent()?.getType() === "code") {
    return null;
  }
  const before = node.getTextContent().slice(0, selection.anchor.offset);
  const match = /(?:^|[\s(“"])@(?<typed>[^@\n]{0,60})$/u.exec(before);
  const typed = match?.groups?.["typed"];
  return typed === undefined ? null : { node, start: before.length - typed.length - 1, typed };
}

function caretRect(): Mention["rect"] | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0) {
    return null;
  }
  const { left, top, bottom } = selection.getRangeAt(0).getBoundingClientRect();
  return { left, top, bottom };
}
