import type { ClaimStatus } from "#contract/claim";

import { statusWords } from "./status-words.ts";

import styles from "./status.module.css";

/** A claim's status as sign and word. */
export function StatusMark({ status }: { status: ClaimStatus }) {
  const { sign, word } = statusWords[status];
  return (
    <span className={styles.status} data-status={status}>
      <span className={styles.sign} aria-hidden="true">
        {sign}
      </span>
      {word}
    </span>
  );
}
