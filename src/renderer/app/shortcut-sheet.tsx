import { X } from "lucide-react";

import { useActionTable } from "../actions/run-action.ts";
import { openPicker } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { shownKeys } from "../ui/keys.ts";
import { useReturnFocus } from "../ui/return-focus.ts";

import styles from "./shortcut-sheet.module.css";

const sections = ["Coding", "Claims", "Board", "Desk", "View", "Project"] as const;

/** All shortcuts, made from the table of actions, so it cannot be out of date. */
export function ShortcutSheet() {
  const actions = useActionTable();
  useReturnFocus();
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
        <Button
          label="Close"
          icon={<X />}
          keys="Escape"
          autoFocus
          onPress={() => openPicker(null)}
        />
      </header>
      <div className={styles.columns}>
        {sections.map((section) => (
          <section key={section} className={styles.section}>
            <h3>{section}</h3>
            <dl>
              {actions
                .filter((action) => action.section === section && action.keys.length > 0)
                .map((action) => (
                  <div key={action.id} className={styles.entry}>
                    <dt>{action.title}</dt>
                    <dd>
                      {action.keys.map((keys) => (
                        <kbd key={keys}>{shownKeys(keys)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </section>
  );
}
