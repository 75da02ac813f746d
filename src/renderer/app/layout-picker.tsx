import { useEffect, useState } from "react";
import type { KeyboardEvent } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from "react-aria-components";

import { useSend } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { openPicker, showFailure, useWorkbench } from "../state/workbench.ts";
import { useReturnFocus } from "../ui/return-focus.ts";
import { forgetLayout, keepLayout, loadLayouts, openLayout } from "./open-layout.ts";
import { isSameName, useSavedLayouts } from "./saved-layouts.ts";
import type { SavedLayout } from "./saved-layouts.ts";

import styles from "./layout-picker.module.css";

type Entry =
  | { readonly id: string; readonly kind: "open"; readonly layout: SavedLayout }
  | { readonly id: string; readonly kind: "keep" | "forget"; readonly name: string };

/** Opens a layout of the desk found by its name, keeps the desk under the name that is typed, or forgets one. */
export function LayoutPicker() {
  const [typed, setTyped] = useState("");
  const layouts = useSavedLayouts((state) => state.layouts);
  const paneCount = useWorkbench((state) => state.panes.length);
  const request = useSend();
  useReturnFocus();
  useEffect(() => {
    loadLayouts(request).catch((error: unknown) => showFailure(messageOf(error)));
  }, [request]);
  const entries = entriesOf(layouts, typed, paneCount > 0);
  const act = (entry: Entry) => {
    const done =
      entry.kind === "open"
        ? openLayout(request, entry.layout)
        : entry.kind === "keep"
          ? keepLayout(request, entry.name)
          : forgetLayout(request, entry.name);
    done.catch((error: unknown) => showFailure(messageOf(error)));
    if (entry.kind === "forget") {
      setTyped("");
    } else {
      openPicker(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      openPicker(null);
    }
  };
  return (
    <section
      className={styles.picker}
      aria-label="Layouts of the desk"
      onKeyDownCapture={onKeyDown}
    >
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className={styles.search ?? ""} aria-label="Name of a layout" autoFocus>
          <Input
            className={styles.input ?? ""}
            dir="auto"
            maxLength={80}
            placeholder={
              paneCount === 0
                ? "Open a layout: type its name"
                : "Open a layout, or type a name to keep this desk"
            }
          />
        </SearchField>
        <ListBox
          className={styles.list ?? ""}
          aria-label="Layouts"
          items={entries}
          renderEmptyState={() => (
            <p className={styles.none}>
              {paneCount === 0
                ? "No layout has been kept. Open some articles, then keep them here by name."
                : "No layout has been kept. Type a name for this one and press Enter."}
            </p>
          )}
          onAction={(key) => {
            const entry = entries.find(({ id }) => id === key);
            if (entry !== undefined) {
              act(entry);
            }
          }}
        >
          {(entry) => (
            <ListBoxItem
              className={styles.entry ?? ""}
              id={entry.id}
              textValue={wordsOf(entry)}
              data-kind={entry.kind}
            >
              <span dir="auto">{wordsOf(entry)}</span>
              <span className={styles.aside}>{asideOf(entry)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </section>
  );
}

/** Layouts whose name has what is typed; then what else can be done with it. */
function entriesOf(layouts: readonly SavedLayout[], typed: string, canKeep: boolean): Entry[] {
  const name = typed.trim();
  const wanted = name.toLocaleLowerCase();
  const found = layouts
    .filter((layout) => layout.name.toLocaleLowerCase().includes(wanted))
    .map((layout): Entry => ({ id: `open ${layout.name}`, kind: "open", layout }));
  const same = layouts.find((layout) => isSameName(layout.name, name));
  const kept: Entry[] =
    name !== "" && canKeep ? [{ id: "keep", kind: "keep", name: same?.name ?? name }] : [];
  const forgotten: Entry[] =
    same === undefined ? [] : [{ id: "forget", kind: "forget", name: same.name }];
  return [...found, ...kept, ...forgotten];
}

function wordsOf(entry: Entry): string {
  switch (entry.kind) {
    case "open":
      return entry.layout.name;
    case "keep":
      return `Keep this desk as “${entry.name}”`;
    case "forget":
      return `Forget “${entry.name}”`;
  }
}

function asideOf(entry: Entry): string {
  if (entry.kind !== "open") {
    return "";
  }
  const count = entry.layout.articleIds.length;
  return `${count} ${count === 1 ? "article" : "articles"}`;
}
