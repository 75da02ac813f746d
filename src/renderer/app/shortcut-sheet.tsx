import { Keyboard, X } from "lucide-react";
import { useMemo, useState } from "react";

import type { Action } from "../actions/action.ts";
import { conflictsOf, rebind, useKeyBindings } from "../actions/key-bindings.ts";
import { useActionTable } from "../actions/run-action.ts";
import { useSend } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { announce, openPicker, showFailure } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { shownKeys } from "../ui/keys.ts";
import { useReturnFocus } from "../ui/return-focus.ts";
import { KeyRecorder } from "./key-recorder.tsx";

import styles from "./shortcut-sheet.module.css";

const sections = ["Coding", "Claims", "Board", "Briefing", "Desk", "View", "Project"] as const;

const placeOf: Record<NonNullable<Action["scope"]>, string> = {
  library: "in the library",
  codebook: "in the codebook",
  highlights: "in the table of highlights",
  reader: "in a text",
  board: "on the board",
  claims: "in the list of claims",
  search: "in what was found",
  briefing: "in a briefing",
  trash: "in the trash",
};

/** All shortcuts, made from the table of actions, so it cannot be out of date; each can be changed. */
export function ShortcutSheet() {
  const actions = useActionTable();
  const [isChanging, setIsChanging] = useState(false);
  const [typed, setTyped] = useState("");
  const conflicts = useMemo(() => conflictsOf(actions), [actions]);
  useReturnFocus();
  const shown = actions.filter(
    (action) =>
      (isChanging || action.keys.length > 0) &&
      action.title.toLowerCase().includes(typed.trim().toLowerCase()),
  );
  return (
    <section
      className={styles.sheet}
      aria-label="Keyboard shortcuts"
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          openPicker(null);
        }
      }}
    >
      <header className={styles.header}>
        <h2>Keyboard shortcuts</h2>
        <input
          type="search"
          className={styles.find}
          aria-label="Find an action"
          placeholder="Find an action"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          label="Change keys"
          icon={<Keyboard />}
          showLabel
          isPressed={isChanging}
          onPress={() => setIsChanging(!isChanging)}
        />
        <Button
          label="Close"
          icon={<X />}
          keys="Escape"
          autoFocus
          onPress={() => openPicker(null)}
        />
      </header>
      {conflicts.length > 0 && (
        <div className={styles.conflicts} role="alert">
          <ul>
            {conflicts.map(({ keys, scope, actions: sharing }) => (
              <li key={`${keys} ${scope ?? ""}`}>
                <kbd>{shownKeys(keys)}</kbd> runs{" "}
                {sharing.map(({ title }) => `“${title}”`).join(" and ")}
                {scope === undefined ? "" : ` ${placeOf[scope]}`}; only the first does. Change one
                of them.
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.columns}>
        {sections.map((section) => {
          const entries = shown.filter((action) => action.section === section);
          return (
            entries.length > 0 && (
              <section key={section} className={styles.section}>
                <h3>{section}</h3>
                <dl>
                  {entries.map((action) => (
                    <Entry key={action.id} action={action} isChanging={isChanging} />
                  ))}
                </dl>
              </section>
            )
          );
        })}
      </div>
    </section>
  );
}

function Entry({ action, isChanging }: { action: Action; isChanging: boolean }) {
  const [isRecording, setIsRecording] = useState(false);
  const isChanged = useKeyBindings((state) => state.bindings[action.id] !== undefined);
  const request = useSend();
  const change = (keys: readonly string[] | null) => {
    setIsRecording(false);
    rebind(request, action.id, keys).then(
      () =>
        announce(
          keys === null
            ? `${action.title}: the keys it began with`
            : `${action.title}: ${keys.length === 0 ? "no keys" : keys.map(shownKeys).join(", ")}`,
        ),
      (error: unknown) => showFailure(messageOf(error)),
    );
  };
  return (
    <div className={styles.entry} data-changed={isChanged ? "" : undefined}>
      <dt>{action.title}</dt>
      <dd>
        {isRecording ? (
          <KeyRecorder
            title={action.title}
            onKeys={(keys) => change([keys])}
            onCancel={() => setIsRecording(false)}
          />
        ) : (
          <>
            {action.keys.map((keys) => (
              <kbd key={keys}>{shownKeys(keys)}</kbd>
            ))}
            {isChanging && (
              <span className={styles.changes}>
                <Button
                  label={`Change the keys of ${action.title}`}
                  icon={<span>Change</span>}
                  onPress={() => setIsRecording(true)}
                />
                {action.keys.length > 0 && (
                  <Button
                    label={`None: take the keys of ${action.title} away`}
                    icon={<span>None</span>}
                    onPress={() => change([])}
                  />
                )}
                {isChanged && (
                  <Button
                    label={`Reset the keys of ${action.title}`}
                    icon={<span>Reset</span>}
                    onPress={() => change(null)}
                  />
                )}
              </span>
            )}
          </>
        )}
      </dd>
    </div>
  );
}
