import { Button } from "../ui/button.tsx";

import styles from "./no-claims.module.css";

/** What an empty list teaches: the one next step, and its key. */
export function NoClaims({ isFiltering, onClear }: { isFiltering: boolean; onClear: () => void }) {
  return isFiltering ? (
    <div className={styles.empty}>
      <p>No claim matches these filters.</p>
      <Button label="Clear filters" onPress={onClear} />
    </div>
  ) : (
    <div className={styles.empty}>
      <h2 className={styles.title}>No claims yet</h2>
      <p>
        Select a sentence and press <kbd>C</kbd> to make a claim of it. Press <kbd>L</kbd> to link a
        sentence to a claim that is here already.
      </p>
    </div>
  );
}
