import { useCallback } from "react";
import type { KeyboardEvent } from "react";

import { actionOfKey } from "./action-of-key.ts";
import { useActionTable, useRunAction } from "./run-action.ts";

/**
 * Runs the shortcuts that act in a text field before the library's type-ahead takes every key for its list.
 * Give it what comes by `onKeyDownCapture`; answers whether an action was run.
 */
export function useTypeAheadKeys(): (event: KeyboardEvent) => boolean {
  const actions = useActionTable();
  const runAction = useRunAction();
  return useCallback(
    (event) => {
      const { nativeEvent } = event;
      // Copies of what is typed are sent to the list; only what was pressed counts.
      if (!nativeEvent.isTrusted || nativeEvent.isComposing) {
        return false;
      }
      const action = actionOfKey(actions, nativeEvent);
      if (action === undefined) {
        return false;
      }
      event.preventDefault();
      event.stopPropagation();
      runAction(action.id);
      return true;
    },
    [actions, runAction],
  );
}
