import { createContext, use, useCallback } from "react";

import type { Shell } from "../shell/shell.ts";
import { messageOf } from "../state/use-command.ts";
import { showFailure } from "../state/workbench.ts";
import type { Action, ActionContext } from "./action.ts";

/** Set by the app; here so that every feature can run actions without importing them all. */
export const ActionsContext = createContext<{
  readonly actions: readonly Action[];
  readonly context: ActionContext;
} | null>(null);

function useActions() {
  const value = use(ActionsContext);
  if (value === null) {
    throw new Error("actions are used outside the app");
  }
  return value;
}

/** Runs an action as if its key were pressed. */
export function useRunAction(): (id: string) => void {
  const { actions, context } = useActions();
  return useCallback(
    (id) => {
      const action = actions.find((candidate) => candidate.id === id);
      if (action === undefined) {
        throw new Error(`there is no action ${id}`);
      }
      runAction(action, context);
    },
    [actions, context],
  );
}

/** Where files are saved and windows opened. */
export function useShell(): Shell {
  return useActions().context.shell;
}

/** Every action, for the palette and the shortcut sheet. */
export function useActionTable(): readonly Action[] {
  return useActions().actions;
}

/** The first shortcut of an action, for showing it beside its control. */
export function useKeysOf(): (id: string) => string | undefined {
  const { actions } = useActions();
  return useCallback((id) => actions.find((action) => action.id === id)?.keys[0], [actions]);
}

export function runAction(action: Action, context: ActionContext): void {
  if (action.isEnabled?.() === false) {
    return;
  }
  // Actions may be synchronous or not; both kinds of failure end in the banner.
  Promise.try(() => action.run(context)).catch((error: unknown) => showFailure(messageOf(error)));
}
