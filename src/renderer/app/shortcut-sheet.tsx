import { Keyboard, X } from "lucide-react";
import { useMemo, useState } from "react";

import type { Action } from "../actions/action.ts";
import { conflictsOf, rebind, shadowedBy, useKeyBindings } from "../actions/key-bindings.ts";
import { useActionTable } from "../actions/run-action.ts";
import { useSend } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { announce, openPicker, showFailure } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { sameKeys, shownKeys } from "../ui/keys.ts";
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
  const bindings = useKeyBindings((state) => state.bindings);
  const conflicts = useMemo(() => conflictsOf(actions), [actions]);
  const shadowed = useMemo(() => shadowedBy(actions, bindings), [actions, bindings]);
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
      <div className={styles.top}>
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
        {conflicts.length + shadowed.length > 0 && (
          <div className={styles.conflicts} role="alert">
            <ul>
              {shadowed.map(({ keys, action, hidden }) => (
                <li key={`${keys} ${action.id}`}>
                  <kbd>{shownKeys(keys)}</kbd> runs “{action.title}”{" "}
                  {action.scope === undefined ? "" : placeOf[action.scope]}, and “{hidden.title}”
                  only elsewhere.
                </li>
              ))}
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
      </div>
      <div className={styles.columns}>
        {sections.map((section) => {
          const entries = shown.filter((action) => action.section === section);
          return (
            entries.length > 0 && (
              <section key={section} className={styles.section}>
                <h3>{section}</h3>
                <dl>
                  {entries.map((action) => (
                    <Entry
                      key={action.id}
                      action={action}
                      isChanging={isChanging}
                      isInConflict={(keys) =>
                        conflicts.some(
                          (each) => each.actions.includes(action) && sameKeys(each.keys, keys),
                        )
                      }
                    />
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

/** Most keys of one action; see the shape of what is kept in key-bindings.ts. */
const mostKeys = 5;

function Entry(properties: {
  action: Action;
  isChanging: boolean;
  isInConflict: (keys: string) => boolean;
}) {
  const { action, isChanging, isInConflict } = properties;
  const [recording, setRecording] = useState<"instead" | "as well" | null>(null);
  const isChanged = useKeyBindings((state) => state.bindings[action.id] !== undefined);
  const request = useSend();
  const change = (keys: readonly string[] | null) => {
    setRecording(null);
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
    <div
      className={styles.entry}
      data-changed={isChanged ? "" : undefined}
      data-changing={isChanging ? "" : undefined}
    >
      <dt>{action.title}</dt>
      <dd>
        {recording !== null ? (
          <KeyRecorder
            title={action.title}
            onKeys={(keys) =>
              change(recording === "instead" ? [keys] : [...new Set([...action.keys, keys])])
            }
            onCancel={() => setRecording(null)}
          />
        ) : (
          <>
            {action.keys.map((keys) => (
              <kbd key={keys} data-conflict={isInConflict(keys) ? "" : undefined}>
                {shownKeys(keys)}
              </kbd>
            ))}
            {isChanging && (
              <span className={styles.changes}>
                <Button
                  label="Change"
                  name={`Change the keys of ${action.title}`}
                  onPress={() => setRecording("instead")}
                />
                {action.keys.length > 0 && action.keys.length < mostKeys && (
                  <Button
                    label="Add"
                    name={`Add other keys to ${action.title}`}
                    onPress={() => setRecording("as well")}
                  />
                )}
                {action.keys.length > 0 && (
                  <Button
                    label="None"
                    name={`None: take the keys of ${action.title} away`}
                    onPress={() => change([])}
                  />
                )}
                {isChanged && (
                  <Button
                    label="Reset"
                    name={`Reset the keys of ${action.title}`}
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
