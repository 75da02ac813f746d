import { reliabilityMeaning } from "#contract/grades";
import type { SimilarPassage } from "#contract/search";

import styles from "./hit-row.module.css";

/** Whose passage it is: outlet, title and how far the source is trusted. */
export function ArticleFacts(
  properties: Pick<SimilarPassage, "articleTitle" | "outlet" | "reliability">,
) {
  const { articleTitle, outlet, reliability } = properties;
  return (
    <>
      <bdi className={styles.title}>{outlet ?? articleTitle}</bdi>
      {outlet !== null && <bdi className={styles.title}>{articleTitle}</bdi>}
      <span
        className={styles.grade}
        title={`Reliability ${reliability}: ${reliabilityMeaning[reliability]}`}
      >
        {reliability}
      </span>
    </>
  );
}
