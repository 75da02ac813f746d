import { ActionButton } from "../actions/action-button.tsx";
import { useKeysOf } from "../actions/run-action.ts";
import { shownKeys } from "../ui/keys.ts";

import styles from "./empty-board.module.css";

/** Says how cards come onto the board. Drops go through it to the canvas. */
export function EmptyBoard() {
  const keys = useKeysOf()("board.add-selection");
  return (
    <div className={styles.empty}>
      <p className={styles.lead}>
        Select a claim or a passage and press{" "}
        <kbd className={styles.key}>{shownKeys(keys ?? "b")}</kbd>
      </p>
      <p>It becomes a card here. You can also drag claims and passages onto the board.</p>
      <div className={styles.actions}>
        <ActionButton action="board.add-all-claims" label="Put every claim here" showLabel />
        <ActionButton action="board.add-note" label="Add a note" showLabel />
      </div>
    </div>
  );
}
