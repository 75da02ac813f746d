import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";

import type { Option } from "./choice.tsx";

import menuStyles from "../ui/menu.module.css";
import choiceStyles from "./choice.module.css";
import styles from "./type-ahead.module.css";

/** The id of the option that makes something new of what was typed. */
const newId = "new";

/** A field that finds one of many by typing and, where `create` is given, makes what is not there yet. */
export function TypeAhead<Id extends string>(properties: {
  label: string;
  placeholder: string;
  /** Best first, for what is typed. */
  find: (typed: string) => readonly Option<Id>[];
  onChoose: (id: Id) => void;
  /** Names the option for making something new, such as 'New tag “x”'; null where it exists already. */
  create?: { words: (typed: string) => string | null; onCreate: (typed: string) => void };
}) {
  const { label, placeholder, find, onChoose, create } = properties;
  const [typed, setTyped] = useState("");
  // Each choice starts a new field: emptying the old one would open its list again.
  const [round, setRound] = useState(0);
  // A list is made only where it may be opened: a page has several of these fields.
  const [isUsed, setIsUsed] = useState(false);
  const found = isUsed ? find(typed).slice(0, 50) : [];
  const newWords = typed.trim() === "" ? null : (create?.words(typed.trim()) ?? null);
  const options: readonly Option<string>[] =
    newWords === null ? found : [...found, { id: newId, words: newWords }];
  return (
    <div
      className={styles.place}
      role="presentation"
      onFocusCapture={() => setIsUsed(true)}
      onPointerEnter={() => setIsUsed(true)}
    >
      <ComboBox
        key={round}
        autoFocus={round > 0}
        className={styles.field ?? ""}
        aria-label={label}
        items={options}
        // Else a list that is empty when something is typed stays shut when what it lists has come.
        allowsEmptyCollection
        inputValue={typed}
        onInputChange={setTyped}
        value={null}
        onChange={(key) => {
          if (key === null) {
            return;
          }
          const option = found.find((one) => one.id === key);
          if (option !== undefined) {
            onChoose(option.id);
          } else if (key === newId) {
            create?.onCreate(typed.trim());
          }
          setTyped("");
          setRound(round + 1);
        }}
      >
        <Input className={styles.input ?? ""} placeholder={placeholder} dir="auto" />
        <Button className={styles.open ?? ""}>
          <ChevronDown aria-hidden="true" />
        </Button>
        <Popover className={`${menuStyles.popover} ${choiceStyles.popover}`} offset={2}>
          <ListBox
            className={choiceStyles.list ?? ""}
            items={options}
            renderEmptyState={() => <p className={styles.none}>Nothing has these words.</p>}
          >
            {(option) => (
              <ListBoxItem
                className={`${menuStyles.item} ${choiceStyles.option}`}
                textValue={option.words}
              >
                <span dir="auto">{option.words}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}
