import type { ReactNode } from "react";

import { Button } from "../ui/button.tsx";
import { useActionTable, useRunAction } from "./run-action.ts";

/** A button for an action of the table: its name and shortcut come from there. */
export function ActionButton(properties: {
  action: string;
  /** A shorter name than the action's title. */
  label?: string;
  icon?: ReactNode;
  showLabel?: boolean;
  kind?: "plain" | "primary" | "danger";
  isPressed?: boolean;
  isDisabled?: boolean;
}) {
  const { action: id, label, ...look } = properties;
  const runAction = useRunAction();
  const action = useActionTable().find((candidate) => candidate.id === id);
  if (action === undefined) {
    throw new Error(`there is no action ${id}`);
  }
  return (
    <Button
      {...look}
      label={label ?? action.title}
      {...(label === undefined ? {} : { hint: action.title })}
      keys={action.keys[0]}
      onPress={() => runAction(id)}
    />
  );
}
