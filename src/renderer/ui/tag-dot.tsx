import type { TagColour } from "#contract/highlight";

import styles from "./tag-dot.module.css";

/** A tag's hue as a dot; always beside its name, never alone. */
export function TagDot({ colour }: { colour: TagColour }) {
  return <span className={styles.dot} data-colour={colour} aria-hidden="true" />;
}
