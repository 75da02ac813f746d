import type { TextSpan } from "#contract/article";

import styles from "./article-text.module.css";

/**
 * The room of blocks that are not in the page. It says so to those who cannot see how far the text goes;
 * on getting there, the blocks are there.
 */
export function TextGap(properties: {
  /** Indexes of its blocks, half-open. */
  from: number;
  to: number;
  span: TextSpan;
  heightPx: number;
}) {
  const { from, to, span, heightPx } = properties;
  const count = to - from;
  return (
    <div
      className={styles.gap}
      style={{ height: heightPx }}
      data-gap={`${from} ${to}`}
      data-gap-start={span.start}
      data-gap-end={span.end}
    >
      <span className="visually-hidden">
        {`${count} more ${count === 1 ? "paragraph" : "paragraphs"} ${from === 0 ? "before" : "from here"}`}
      </span>
    </div>
  );
}
