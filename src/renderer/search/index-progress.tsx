import type { SearchStatus } from "#contract/search";

import styles from "./search-view.module.css";

const faultWords = {
  damaged:
    "The search index was damaged and is made again. It is only a help for searching: nothing of the project is lost.",
  "not kept":
    "The search index cannot be written to the disk, so it is made again on each start. The project is not affected.",
} satisfies Record<NonNullable<SearchStatus["fault"]>, string>;

/** How far the articles have been read for searching, and what went wrong with that; mostly nothing. */
export function IndexProgress({ status }: { status: SearchStatus }) {
  const { state, articles, waiting, fault } = status;
  return (
    <>
      {state === "building" && articles > 0 && (
        <p className={styles.progress}>
          <progress max={articles} value={articles - waiting} aria-label="Articles read" />
          Reading articles for searching: {(articles - waiting).toLocaleString("en")} of{" "}
          {articles.toLocaleString("en")}. What is found is complete when all are read.
        </p>
      )}
      {fault !== null && <p className={styles.progress}>{faultWords[fault]}</p>}
    </>
  );
}
