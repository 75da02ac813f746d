import { useDeferredValue, useState } from "react";

import type { HighlightView } from "#contract/highlight-table";

import { KeyOf } from "../actions/key-of.tsx";
import { useRequest } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { CooccurrenceTable } from "./cooccurrence-table.tsx";
import { HighlightTable } from "./highlight-table.tsx";
import { LinkRows } from "./link-rows.tsx";
import { QueryBar } from "./query-bar.tsx";
import { RowActions } from "./row-actions.tsx";
import { isFilteringTable, useHighlightTable, viewOf } from "./table-state.ts";
import { TableToolbar } from "./table-toolbar.tsx";

import styles from "./highlights-panel.module.css";

const nothing: readonly never[] = [];

/** All highlights of the project: filtered, asked, sorted, grouped, acted on, and counted together. */
export function HighlightsPanel() {
  const state = useHighlightTable();
  const { filter, shown, isLinking } = state;
  // Typing never waits for the answer.
  const asked = useDeferredValue(filter);
  const answer = useRequest("highlight.view", viewOf(asked, state));
  const tags = useRequest("tag.list", {}).data ?? nothing;
  // What was shown last stays while a question has a fault in it.
  const [last, setLast] = useState<HighlightView | undefined>(undefined);
  if (answer.data !== undefined && answer.data !== last) {
    setLast(answer.data);
  }
  const view = answer.data ?? last;
  const fault = answer.error === null ? null : messageOf(answer.error);
  return (
    <section className={styles.panel} aria-label="Highlights">
      <div className={styles.tools} data-scope="highlights">
        <TableToolbar tags={tags} total={view?.total ?? 0} isEmpty={view?.total === 0} />
        <QueryBar fault={fault} />
      </div>
      {shown === "together" ? (
        <CooccurrenceTable tags={tags} />
      ) : view === undefined ? null : view.total === 0 ? (
        <p className={styles.empty}>
          {isFilteringTable(filter) ? (
            "No highlight matches. Clear the filters to see all."
          ) : (
            <>
              No highlights yet. Select words in an article and{" "}
              <KeyOf action="highlight.create" otherwise="Highlight the passage" />, or a tag’s key.
            </>
          )}
        </p>
      ) : (
        <HighlightTable view={view} tags={tags} />
      )}
      {shown === "table" && (
        <div className={styles.foot} data-scope="highlights">
          {isLinking && <LinkRows />}
          <RowActions />
        </div>
      )}
    </section>
  );
}
