import { useEffect, useMemo } from "react";
import { z } from "zod";
import { create } from "zustand";

import type { Request } from "../state/requests.tsx";
import { sameKeys } from "../ui/keys.ts";
import type { Action } from "./action.ts";

/** Keys of actions that the user has changed, by the action's id. An empty list takes its keys away. */
export type KeyBindings = Readonly<Record<string, readonly string[]>>;

const KeyBindingsShape = z.record(z.string().max(100), z.array(z.string().max(40)).max(5));

/** Saved in the project (view "keys"), like the rest of how the page is used. */
export const useKeyBindings = create<{ readonly bindings: KeyBindings }>(() => ({ bindings: {} }));

/** The actions with the keys that they have now; loads what was saved. */
export function useBoundActions(actions: readonly Action[], request: Request): readonly Action[] {
  const bindings = useKeyBindings((state) => state.bindings);
  useEffect(() => {
    request("view.read", { key: "keys" }).then(
      (saved) => {
        const read = KeyBindingsShape.safeParse(saved);
        if (read.success) {
          useKeyBindings.setState({ bindings: read.data });
        }
      },
      () => undefined, // the keys are those that every project begins with
    );
  }, [request]);
  return useMemo(() => bindKeys(actions, bindings), [actions, bindings]);
}

/** Gives an action other keys, or with null those it began with, and keeps that. */
export async function rebind(
  request: Request,
  id: string,
  keys: readonly string[] | null,
): Promise<void> {
  const { [id]: _, ...others } = useKeyBindings.getState().bindings;
  const bindings = keys === null ? others : { ...others, [id]: keys };
  useKeyBindings.setState({ bindings });
  await request("view.save", {
    key: "keys",
    value: Object.fromEntries(Object.entries(bindings).map(([each, list]) => [each, [...list]])),
  });
}

export function bindKeys(actions: readonly Action[], bindings: KeyBindings): Action[] {
  return actions.map((action) => {
    const keys = bindings[action.id];
    return keys === undefined ? action : { ...action, keys };
  });
}

/** Keys that two or more actions share where both listen: in one scope, or everywhere. */
export type KeyConflict = {
  readonly keys: string;
  readonly scope: Action["scope"];
  readonly actions: readonly Action[];
};

/**
 * An action of a scope goes before one that listens everywhere, so that these two share keys in peace.
 * Actions that are told apart by when they are enabled still conflict: no one could remember it.
 */
export function conflictsOf(actions: readonly Action[]): KeyConflict[] {
  const found: KeyConflict[] = [];
  for (const group of Map.groupBy(actions, (action) => action.scope).values()) {
    const uses = group.flatMap((action) => action.keys.map((keys) => ({ keys, action })));
    for (const [index, { keys, action }] of uses.entries()) {
      const isFirst = !uses.slice(0, index).some((use) => sameKeys(use.keys, keys));
      const sharing = uses.filter((use) => sameKeys(use.keys, keys)).map((use) => use.action);
      if (isFirst && new Set(sharing).size > 1) {
        found.push({ keys, scope: action.scope, actions: [...new Set(sharing)] });
      }
    }
  }
  return found;
}

/** An action that listens everywhere, and one of a scope that goes before it there. */
export type ShadowedAction = {
  readonly keys: string;
  readonly action: Action;
  readonly hidden: Action;
};

/** Where keys that the user gave make an action unreachable in a scope; what we ship is meant to be so. */
export function shadowedBy(actions: readonly Action[], bindings: KeyBindings): ShadowedAction[] {
  const isChanged = ({ id }: Action) => bindings[id] !== undefined;
  return actions
    .filter(({ scope }) => scope !== undefined)
    .flatMap((action) =>
      action.keys.flatMap((keys) =>
        actions
          .filter(
            (each) =>
              each.scope === undefined &&
              (isChanged(each) || isChanged(action)) &&
              each.keys.some((others) => sameKeys(others, keys)),
          )
          .map((hidden) => ({ keys, action, hidden })),
      ),
    );
}
