import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";

import { shownKeys } from "../ui/keys.ts";
import { useActionTable, useRunAction } from "./run-action.ts";

import menuStyles from "../ui/menu.module.css";
import styles from "./action-menu.module.css";

/** A button that opens a menu of actions of the table: their names and shortcuts come from there. */
export function ActionMenu(properties: {
  label: string;
  icon: ReactNode;
  showLabel?: boolean;
  isDisabled?: boolean;
  /** Ids of actions; null draws a line. A name is shorter than the action's title. */
  items: readonly (readonly [action: string, name: string] | null)[];
}) {
  const { label, icon, showLabel = false, isDisabled = false, items } = properties;
  const actions = useActionTable();
  const runAction = useRunAction();
  return (
    <MenuTrigger>
      <AriaButton className={styles.button ?? ""} aria-label={label} isDisabled={isDisabled}>
        {icon}
        {showLabel && <span>{label}</span>}
        <ChevronDown aria-hidden="true" className={styles.arrow} />
      </AriaButton>
      <Popover
        className={`${menuStyles.popover} ${styles.popover}`}
        placement="bottom start"
        offset={4}
      >
        <Menu
          className={styles.menu ?? ""}
          aria-label={label}
          onAction={(id) => {
            // The focus first goes back to where it was.
            setTimeout(() => runAction(String(id)));
          }}
        >
          {items.map((item, index) => {
            if (item === null) {
              return (
                <Separator key={`line-${String(index)}`} className={menuStyles.separator ?? ""} />
              );
            }
            const [id, name] = item;
            const keys = actions.find((action) => action.id === id)?.keys[0];
            return (
              <MenuItem
                key={id}
                id={id}
                className={`${menuStyles.item} ${styles.item}`}
                textValue={name}
              >
                <span>{name}</span>
                {keys !== undefined && <kbd>{shownKeys(keys)}</kbd>}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
