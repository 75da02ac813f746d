import { expect, it } from "vitest";

import { bindKeys, conflictsOf, shadowedBy } from "../actions/key-bindings.ts";
import { isShortcut } from "../ui/keys.ts";
import { actions } from "./actions.ts";

it("gives no two actions the same keys where both listen", () => {
  const told = conflictsOf(actions).map(({ keys, scope, actions: sharing }) => ({
    keys,
    scope,
    ids: sharing.map(({ id }) => id),
  }));
  expect(told).toEqual([]);
});

it("gives each action an id and a title of its own", () => {
  const repeated = (values: readonly string[]) =>
    values.filter((value, index) => values.indexOf(value) !== index);
  expect(repeated(actions.map(({ id }) => id))).toEqual([]);
  expect(repeated(actions.map(({ title }) => title))).toEqual([]);
});

it("tells when a key that was changed belongs to another action already", () => {
  const bound = bindKeys(actions, { "tag.pick": ["h"], "highlight.note": ["Alt+Mod+9"] });
  expect(
    conflictsOf(bound).map(({ keys, scope, actions: sharing }) => [
      keys,
      scope,
      sharing.map(({ id }) => id),
    ]),
  ).toEqual([["h", "reader", ["tag.pick", "highlight.create"]]]);
  const taken = bindKeys(bound, { "palette.open": ["Mod+Alt+9"], "shortcuts.open": ["Alt+Mod+9"] });
  expect(conflictsOf(taken).map(({ scope }) => scope)).toContain(undefined);
});

it("tells when a key that was changed is taken by another action in some place", () => {
  const bindings = { "highlight.note": ["Mod+K"] };
  const told = shadowedBy(bindKeys(actions, bindings), bindings);
  expect(told.map(({ action, hidden }) => [action.id, hidden.id])).toEqual([
    ["highlight.note", "palette.open"],
  ]);
  expect(shadowedBy(actions, {})).toEqual([]);
});

it("lets every default key be pressed on some keyboard", () => {
  const pressable = actions
    .flatMap(({ keys }) => keys)
    .filter((keys) => {
      const parts = keys.split("+");
      const last = parts.at(-1) ?? "";
      const has = (name: string) => parts.includes(name);
      const key = last === "Space" ? " " : last;
      const event = {
        key: has("Shift") && key.length === 1 ? key.toUpperCase() : key,
        ctrlKey: has("Mod"),
        metaKey: false,
        altKey: has("Alt"),
        shiftKey: has("Shift"),
      } as KeyboardEvent;
      return !isShortcut(event, keys);
    });
  expect(pressable).toEqual([]);
});
