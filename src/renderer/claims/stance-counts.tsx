import type { Claim } from "#contract/claim";

import { stances, stanceWords } from "./stance-words.ts";
import { countOf } from "./status-words.ts";

import styles from "./stance-counts.module.css";

/** "＋3 －1 ≈0 ·2": how many passages take each stance; zeros are fainter, so that columns still line up. */
export function StanceCounts({ counts }: { counts: Claim["counts"] }) {
  const words = stances
    .map((stance) => `${stanceWords[stance].word} ${counts[stance].highlights}`)
    .join(", ");
  const hint = stances
    .map((stance) => {
      const { highlights, articles, independent } = counts[stance];
      const lines = articles === 0 ? "" : `, ${countOf(independent, "independent line")}`;
      return `${stanceWords[stance].word}: ${countOf(highlights, "passage")} in ${countOf(articles, "article")}${lines}`;
    })
    .join("\n");
  return (
    <span className={styles.counts} title={hint}>
      <span className="visually-hidden">{words}</span>
      {stances.map((stance) => (
        <span
          key={stance}
          className={styles.count}
          data-stance={stance}
          data-none={counts[stance].highlights === 0 ? "" : undefined}
          aria-hidden="true"
        >
          {stanceWords[stance].sign}
          {counts[stance].highlights}
        </span>
      ))}
    </span>
  );
}
