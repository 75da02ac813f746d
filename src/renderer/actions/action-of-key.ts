import { isShortcut, isTypingTarget } from "../ui/keys.ts";
import type { Action } from "./action.ts";

/** The action that a key event asks for; one of the scope that has the focus goes before a global one. */
export function actionOfKey(actions: readonly Action[], event: KeyboardEvent): Action | undefined {
  const { target } = event;
  const isTyping = isTypingTarget(target);
  const scope =
    target instanceof Element
      ? target.closest<HTMLElement>("[data-scope]")?.dataset["scope"]
      : undefined;
  const matching = actions.filter(
    (action) =>
      action.keys.some((keys) => isShortcut(event, keys) && !(isTyping && isForTyping(keys))) &&
      (action.scope === undefined || action.scope === scope) &&
      action.isEnabled?.() !== false,
  );
  return matching.find((action) => action.scope !== undefined) ?? matching[0];
}

/** Keys that a text field needs for itself; Ctrl Z in a field undoes typing, not the project. */
function isForTyping(keys: string): boolean {
  const hasModifier = keys.startsWith("Mod+") || keys.startsWith("Alt+");
  return (
    (!hasModifier && !/^(?:Shift\+)?F\d+$/u.test(keys)) ||
    // Undo and redo, emphasis, choosing all, copy and paste, and moving by words.
    /^Mod\+(?:Shift\+)?(?:[ZYBIACXV]|Arrow\w+|Home|End|Backspace|Delete)$/u.test(keys)
  );
}
