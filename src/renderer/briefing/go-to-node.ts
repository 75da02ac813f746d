import type { LexicalEditor, LexicalNode } from "lexical";

/** Selects something in the text, scrolls to it and moves the focus there. */
export function goToNode(editor: LexicalEditor, $choose: () => LexicalNode | null): boolean {
  let key: string | null = null;
  editor.update(
    () => {
      key = $choose()?.getKey() ?? null;
    },
    { discrete: true },
  );
  if (key === null) {
    return false;
  }
  editor.getElementByKey(key)?.scrollIntoView({ block: "center" });
  editor.getRootElement()?.focus({ preventScroll: true });
  return true;
}
