import type { TagColour } from "#contract/highlight";

import { TagDot } from "../ui/tag-dot.tsx";

import styles from "./tag-chip.module.css";

/** A tag's name with its dot; long names are clipped, and whole on hover. */
export function TagChip({ name, colour }: { name: string; colour: TagColour }) {
  return (
    <span className={styles.chip} title={name}>
      <TagDot colour={colour} />
      <span className={styles.name} dir="auto">
        {name}
      </span>
    </span>
  );
}
