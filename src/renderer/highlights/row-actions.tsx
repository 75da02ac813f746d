import { ActionButton } from "../actions/action-button.tsx";
import { countOfRows } from "./act-on-rows.ts";
import { useHighlightTable } from "./table-state.ts";

import styles from "./row-actions.module.css";

/** What can be done with the chosen rows. */
export function RowActions() {
  const selectedIds = useHighlightTable((state) => state.selectedIds);
  const tagId = useHighlightTable((state) => state.filter.tagId);
  return (
    <div className={styles.bar} role="toolbar" aria-label="Act on the chosen highlights">
      <span className={styles.count} role="status">
        {selectedIds.size === 0
          ? "Space chooses a row"
          : `${countOfRows({ length: selectedIds.size })} chosen`}
      </span>
      <ActionButton action="rows.tag" label="Tag" />
      <ActionButton action="rows.untag" label="Untag" />
      <ActionButton action="rows.retag" label={tagId === null ? "Retag" : "Move to tag"} />
      <ActionButton action="rows.link" label="Link to claim" />
      <ActionButton action="rows.remove" label="Remove" />
      <span className={styles.spring} />
      <ActionButton action="rows.select-all" label="Choose all" />
      <ActionButton action="rows.copy-markdown" label="Copy as Markdown" />
      <ActionButton action="rows.export" label="Export CSV" />
      <ActionButton action="rows.export-markdown" label="Export Markdown" />
    </div>
  );
}
