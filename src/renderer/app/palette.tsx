import { useMemo, useState } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from "react-aria-components";

import { useActionTable, useRunAction } from "../actions/run-action.ts";
import { useTypeAheadKeys } from "../actions/type-ahead-keys.ts";
import { openPicker } from "../state/workbench.ts";
import { shownKeys } from "../ui/keys.ts";
import { useReturnFocus } from "../ui/return-focus.ts";

import styles from "./palette.module.css";

/** Every action by name. Type a few letters, choose with the arrow keys, run with Enter. */
export function Palette() {
  const [typed, setTyped] = useState("");
  const actions = useActionTable();
  const runAction = useRunAction();
  const runShortcut = useTypeAheadKeys();
  useReturnFocus();
  const shown = useMemo(
    () => actions.filter((action) => action.id !== "palette.open" && matches(action.title, typed)),
    [actions, typed],
  );
  return (
    <section
      className={styles.palette}
      aria-label="Actions"
      onKeyDownCapture={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          openPicker(null);
        } else {
          runShortcut(event);
        }
      }}
    >
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label="Search all actions" autoFocus className={styles.search ?? ""}>
          <Input placeholder="Search all actions" className={styles.input ?? ""} />
        </SearchField>
        {/* What scrolls can be scrolled by keyboard; the options themselves never take the focus. */}
        <div className={styles.scroller} role="group" aria-label="Found actions" tabIndex={0}>
          <ListBox
            className={styles.list ?? ""}
            aria-label="Actions"
            items={shown}
            renderEmptyState={() => <p className={styles.none}>No action is called that.</p>}
            onAction={(id) => {
              openPicker(null);
              // The focus first goes back to where it was: many actions act there.
              setTimeout(() => runAction(String(id)));
            }}
          >
            {(action) => (
              <ListBoxItem
                id={action.id}
                textValue={action.title}
                className={styles.item ?? ""}
                isDisabled={action.isEnabled?.() === false}
              >
                <span>{action.title}</span>
                <span className={styles.section}>{action.section}</span>
                <kbd className={styles.keys}>
                  {action.keys[0] === undefined ? "" : shownKeys(action.keys[0])}
                </kbd>
              </ListBoxItem>
            )}
          </ListBox>
        </div>
      </Autocomplete>
    </section>
  );
}

/** Every typed word begins a word of the title. */
function matches(title: string, typed: string): boolean {
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .every((part) => words.some((word) => word.startsWith(part)));
}
