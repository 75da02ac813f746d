import { useMemo, useState } from "react";

import type { SharedUnit } from "#contract/codebook";
import type { Tag } from "#contract/highlight";

import { Choice } from "../claims/choice.tsx";
import { useRequest } from "../state/requests.tsx";
import { TagDot } from "../ui/tag-dot.tsx";
import { queryOfPair, tableOfPairs } from "./table-of-pairs.ts";
import { noTableFilter, useHighlightTable } from "./table-state.ts";

import styles from "./cooccurrence-table.module.css";

const units = [
  { id: "highlight", words: "On the same highlight" },
  { id: "overlap", words: "On overlapping highlights" },
  { id: "block", words: "In the same paragraph" },
] as const;

/** More columns than this cannot be compared at a glance; the tags that occur together most are shown. */
const mostTags = 40;

/** How often each two tags occur together; a count leads to the highlights that it counts. */
export function CooccurrenceTable({ tags }: { tags: readonly Tag[] }) {
  const [unit, setUnit] = useState<SharedUnit>("overlap");
  const answer = useRequest("tag.cooccurrence", { unit }).data;
  const table = useMemo(
    () => (answer === undefined ? null : tableOfPairs(answer, mostTags)),
    [answer],
  );
  const tagOf = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags]);
  const shown = (table?.tagIds ?? []).flatMap((id) => tagOf.get(id) ?? []);
  const open = (a: Tag, b: Tag) =>
    useHighlightTable.setState({
      shown: "table",
      savedQueryId: null,
      filter: { ...noTableFilter, query: queryOfPair(a.name, b.name, unit) },
    });
  return (
    // What scrolls can be scrolled by key.
    <div
      className={styles.scroller}
      tabIndex={0}
      role="region"
      aria-label="Tags together"
      data-tags-together
    >
      <div className={styles.unit}>
        <Choice label="Together" options={units} chosen={unit} onChoose={setUnit} />
        {table !== null && table.left > 0 && (
          <span>
            The {mostTags} tags that occur together most; {table.left} are left out.
          </span>
        )}
      </div>
      {table !== null && shown.length === 0 && (
        <p className={styles.empty}>No two tags occur together yet.</p>
      )}
      {shown.length > 0 && (
        <table className={styles.table}>
          <caption className="visually-hidden">
            How often two tags occur together, {units.find(({ id }) => id === unit)?.words}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Tag</span>
              </th>
              {shown.slice(1).map((tag) => (
                <th key={tag.id} scope="col" title={tag.name}>
                  <span className={styles.column} dir="auto">
                    {tag.name}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, -1).map((row, rowIndex) => (
              <tr key={row.id}>
                <th scope="row" title={row.name}>
                  <span className={styles.rowHead}>
                    <TagDot colour={row.colour} />
                    <span dir="auto">{row.name}</span>
                  </span>
                </th>
                {shown.slice(1).map((column, columnIndex) => {
                  const count = table?.countOf(row.id, column.id) ?? 0;
                  return (
                    <td key={column.id} data-below={columnIndex < rowIndex ? "" : undefined}>
                      {columnIndex >= rowIndex && count > 0 && (
                        <button
                          type="button"
                          className={styles.count}
                          aria-label={`${row.name} and ${column.name}: ${count}`}
                          onClick={() => open(row, column)}
                        >
                          {count}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
