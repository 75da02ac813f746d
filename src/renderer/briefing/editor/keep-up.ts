import { mergeRegister } from "@lexical/utils";
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  KEY_DOWN_COMMAND,
} from "lexical";
import type { LexicalEditor } from "lexical";

/**
 * Makes typing right however slow the machine and long the text. Lexical takes the caret and what was typed
 * from the page some time after the key, and goes wrong when the page is held up in between; and the browser
 * is not exact about blocks that it has not painted.
 */
export function registerKeepingUp(editor: LexicalEditor): () => void {
  return mergeRegister(registerCaret(editor), registerJumps(editor), registerTyping(editor));
}

/**
 * The browser tells of a moved caret in a task of its own, which a further key can overtake: End and then
 * Enter would break the line at the caret's old place. So each key first tells where the caret is.
 */
function registerCaret(editor: LexicalEditor): () => void {
  let known = "nothing yet";
  let nodes: readonly (Node | null)[] = [];
  const hasMoved = (): boolean => {
    const selection = window.getSelection();
    if (selection === null) {
      return false;
    }
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    const offsets = `${anchorOffset} ${focusOffset}`;
    const isSame = known === offsets && nodes[0] === anchorNode && nodes[1] === focusNode;
    known = offsets;
    nodes = [anchorNode, focusNode];
    return !isSame;
  };
  const onKeyDown = () => {
    if (hasMoved()) {
      document.dispatchEvent(new Event("selectionchange"));
    }
  };
  document.addEventListener("selectionchange", hasMoved);
  const stop = mergeRegister(
    // The editor moves the caret itself when it changes the text.
    editor.registerUpdateListener(() => void hasMoved()),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener("keydown", onKeyDown, { capture: true });
      root?.addEventListener("keydown", onKeyDown, { capture: true });
    }),
  );
  return () => {
    document.removeEventListener("selectionchange", hasMoved);
    stop();
  };
}

/**
 * To the beginning and the end of the text. The browser puts the caret before a citation that ends the text,
 * while that is not painted.
 */
function registerJumps(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      const { ctrlKey, metaKey, altKey, shiftKey, key } = event;
      const isToEnd = (ctrlKey && key === "End") || (metaKey && key === "ArrowDown");
      const isToStart = (ctrlKey && key === "Home") || (metaKey && key === "ArrowUp");
      if ((!isToEnd && !isToStart) || altKey || event.isComposing) {
        return false;
      }
      event.preventDefault();
      const before = $getSelection()?.clone() ?? null; // selecting changes it in place
      const after = isToEnd ? $getRoot().selectEnd() : $getRoot().selectStart();
      if (shiftKey && $isRangeSelection(before)) {
        const { anchor } = before;
        after.anchor.set(anchor.key, anchor.offset, anchor.type);
      }
      $onUpdate(() => {
        const root = editor.getRootElement();
        const block = isToEnd ? root?.lastElementChild : root?.firstElementChild;
        block?.scrollIntoView({ block: isToEnd ? "end" : "start" });
      });
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

/**
 * Lexical lets the browser write a character and then reads it back. Where that takes more than 100 ms it
 * takes the character for a change from outside, applies it, and may write it a second time: `**not**`
 * becomes a bold "not" with a "*" behind it. So the editor writes characters itself.
 */
function registerTyping(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    BEFORE_INPUT_COMMAND,
    (event) => {
      const { data, inputType, isComposing } = event;
      const selection = $getSelection();
      if (
        inputType !== "insertText" ||
        data === null ||
        data.includes("\n") ||
        isComposing ||
        editor.isComposing() ||
        !$isRangeSelection(selection)
      ) {
        return false;
      }
      event.preventDefault();
      const [range] = event.getTargetRanges();
      if (range !== undefined && !range.collapsed && selection.isCollapsed()) {
        selection.applyDOMRange(range); // a correction of the word before the caret
      }
      return editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, data);
    },
    COMMAND_PRIORITY_HIGH,
  );
}
