import { useCallback } from "react";
import type { KeyboardEvent } from "react";

import { isShortcut, isTypingTarget } from "../ui/keys.ts";
import type { Action } from "./action.ts";
import { useActionTable, useRunAction } from "./run-action.ts";

/**
 * Listens to the keys of a scope before what has the focus does: lists and trees take letters, Enter and
 * arrows for themselves. Give what it answers to `onKeyDownCapture` of the element with that `data-scope`.
 */
export function useScopeKeys(scope: NonNullable<Action["scope"]>) {
  const actions = useActionTable();
  const runAction = useRunAction();
  return useCallback(
    (event: KeyboardEvent) => {
      // Buttons and open menus inside keep their keys.
      const isRow = event.target instanceof Element && event.target.role === "row";
      if (!isRow || isTypingTarget(event.target) || event.nativeEvent.isComposing) {
        return;
      }
      const action = actions.find(
        (each) =>
          each.scope === scope &&
          each.isEnabled?.() !== false &&
          each.keys.some((keys) => isShortcut(event.nativeEvent, keys)),
      );
      if (action !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        runAction(action.id);
      }
    },
    [actions, runAction, scope],
  );
}
