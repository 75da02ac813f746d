import type { Stance } from "#contract/claim";

import { stanceWords } from "./stance-words.ts";

import styles from "./stance.module.css";

/** A stance's sign and word in its colour; with `hideWord` the word is there for screen readers only. */
export function StanceMark({ stance, hideWord = false }: { stance: Stance; hideWord?: boolean }) {
  const { sign, word } = stanceWords[stance];
  return (
    <span className={styles.mark} data-stance={stance}>
      <span className={styles.sign} aria-hidden="true">
        {sign}
      </span>
      <span className={hideWord ? "visually-hidden" : undefined}>{word}</span>
    </span>
  );
}
