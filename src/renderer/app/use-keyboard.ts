import { useEffect } from "react";

import { actionOfKey } from "../actions/action-of-key.ts";
import type { Action, ActionContext } from "../actions/action.ts";
import { runAction } from "../actions/run-action.ts";

/** Runs actions by their keys, wherever the focus is. */
export function useKeyboard(actions: readonly Action[], context: ActionContext): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A type-ahead sends copies of what is typed on to the option it shows: those were typed in a field.
      if (event.defaultPrevented || event.isComposing || !event.isTrusted) {
        return;
      }
      const action = actionOfKey(actions, event);
      if (action !== undefined) {
        event.preventDefault();
        runAction(action, context);
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [actions, context]);
}
