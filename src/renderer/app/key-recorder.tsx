import { keysOfEvent } from "../ui/keys.ts";
import { useReturnFocus } from "../ui/return-focus.ts";

import styles from "./shortcut-sheet.module.css";

/** Takes the next keys that are pressed as a shortcut; Escape leaves everything as it was. */
export function KeyRecorder(properties: {
  title: string;
  onKeys: (keys: string) => void;
  onCancel: () => void;
}) {
  useReturnFocus();
  return (
    <button
      type="button"
      className={styles.recorder}
      aria-label={`Press the new keys of ${properties.title}`}
      ref={focusOnMount}
      onBlur={properties.onCancel}
      onKeyDown={(event) => {
        if (event.key === "Tab") {
          return; // the keyboard must always lead on
        }
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Escape") {
          properties.onCancel();
          return;
        }
        const keys = keysOfEvent(event.nativeEvent);
        if (keys !== null) {
          properties.onKeys(keys);
        }
      }}
    >
      Press keys
    </button>
  );
}

function focusOnMount(button: HTMLButtonElement | null): void {
  button?.focus();
}
