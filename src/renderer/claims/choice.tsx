import { ChevronDown } from "lucide-react";
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";

import menuStyles from "../ui/menu.module.css";
import styles from "./choice.module.css";

export type Option<Id extends string> = {
  readonly id: Id;
  readonly words: string;
  /** What the closed button says instead of `words`. */
  readonly short?: string;
};

/** One of a few: a button that shows what is chosen and opens a list. */
export function Choice<Id extends string>(properties: {
  label: string;
  options: readonly Option<Id>[];
  chosen: Id;
  /** Marks a choice that narrows a list, so that it is not overlooked. */
  isStrong?: boolean;
  onChoose: (id: Id) => void;
}) {
  const { label, options, chosen, onChoose } = properties;
  const shown = options.find((one) => one.id === chosen);
  return (
    <Select
      className={styles.choice ?? ""}
      aria-label={label}
      value={chosen}
      onChange={(key) => {
        const option = options.find((one) => one.id === key);
        if (option !== undefined && option.id !== chosen) {
          onChoose(option.id);
        }
      }}
    >
      <Button
        className={styles.button ?? ""}
        data-strong={properties.isStrong === true ? "" : undefined}
      >
        <SelectValue className={styles.value ?? ""}>
          {() => <span dir="auto">{shown?.short ?? shown?.words}</span>}
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={`${menuStyles.popover} ${styles.popover}`} offset={2}>
        <ListBox className={styles.list ?? ""} items={options}>
          {(option) => (
            <ListBoxItem className={`${menuStyles.item} ${styles.option}`} textValue={option.words}>
              <span dir="auto">{option.words}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
