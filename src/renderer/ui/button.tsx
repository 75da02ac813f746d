import type { ReactNode } from "react";
import { Button as AriaButton, Tooltip, TooltipTrigger } from "react-aria-components";

import { ariaKeys, shownKeys } from "./keys.ts";

import styles from "./button.module.css";

/** A button that shows its shortcut on hover and focus. With an icon alone, `label` is its name. */
export function Button(properties: {
  label: string;
  /** What it is called where the label that is seen says too little. */
  name?: string;
  icon?: ReactNode;
  /** Show the label beside the icon; true when there is no icon. */
  showLabel?: boolean;
  /** Shortcut such as "Mod+K"; shown and exposed, not listened to. */
  keys?: string | undefined;
  kind?: "plain" | "primary" | "danger";
  isDisabled?: boolean;
  isPressed?: boolean;
  autoFocus?: boolean;
  /** More to say on hover than the label. */
  hint?: string;
  onPress: () => void;
}) {
  const { label, icon, keys, kind = "plain", isPressed, hint, name } = properties;
  const showLabel = properties.showLabel ?? icon === undefined;
  const button = (
    <AriaButton
      className={styles.button ?? ""}
      data-kind={kind}
      data-icon-only={showLabel ? undefined : ""}
      data-on={isPressed === true ? "" : undefined}
      isDisabled={properties.isDisabled ?? false}
      autoFocus={properties.autoFocus ?? false}
      onPress={properties.onPress}
      {...(showLabel && name === undefined ? {} : { "aria-label": name ?? label })}
      {...(keys === undefined ? {} : { "aria-keyshortcuts": ariaKeys(keys) })}
      {...(isPressed === undefined ? {} : { "aria-pressed": isPressed })}
    >
      {icon}
      {showLabel && <span>{label}</span>}
    </AriaButton>
  );
  if (showLabel && keys === undefined && hint === undefined) {
    return button;
  }
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {button}
      <Tooltip className={styles.tooltip ?? ""} offset={6}>
        {hint ?? label}
        {keys !== undefined && <kbd className={styles.keys}>{shownKeys(keys)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
