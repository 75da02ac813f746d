import { memo } from "react";

import type { Article } from "#contract/article";
import { statusInForce } from "#contract/claim";
import type { Evidence } from "#contract/claim";

import { statusWords } from "../claims/status-words.ts";
import { cellWords, quoteLine } from "./cell-words.ts";
import { passageCount } from "./matrix-facts.ts";
import type { RowFacts } from "./matrix-facts.ts";

import styles from "./matrix-grid.module.css";

/** Height of a row, in rem; the same in the style sheet. */
export const rowRem = 2.5;

/** One claim: its statement, then what each article says. `activeColumn` −1 is the statement. */
export const MatrixRow = memo(function MatrixRow(properties: {
  facts: RowFacts;
  index: number;
  articles: readonly Article[];
  joined: readonly boolean[];
  activeColumn: number | null;
  /** The claim's passages, for the names of its cells; none until they are read. */
  passages: readonly Evidence[];
}) {
  const { facts, index, articles, joined, activeColumn, passages } = properties;
  const { claim, cells } = facts;
  const status = statusWords[statusInForce(claim)];
  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={index + 2}
      style={{ top: `${index * rowRem}rem` }}
    >
      <div
        role="rowheader"
        id={cellId(index, -1)}
        className={styles.claim}
        aria-colindex={1}
        data-row={index}
        data-column={-1}
        data-active={activeColumn === -1 ? "" : undefined}
        title={`${claim.statement}\n${status.word}`}
      >
        <span className={styles.status} aria-label={status.word} role="img">
          {status.sign}
        </span>
        <span className={styles.statement} dir="auto">
          {claim.statement}
        </span>
      </div>
      {articles.map((article, column) => {
        const cell = cells.get(article.id);
        const state = cell?.state ?? "unchecked";
        const count = passageCount(cell);
        const own = passages.filter(({ articleId }) => articleId === article.id);
        const { sign, word } = cellWords[state];
        const passagesIn = count > 1 ? `, ${count} passages` : "";
        const name = `${word}${passagesIn}: ${article.outlet ?? article.title}`;
        return (
          <div
            key={article.id}
            role="gridcell"
            id={cellId(index, column)}
            className={styles.cell}
            aria-colindex={column + 2}
            aria-label={[name, ...own.map((one) => quoteLine(one))].join(". ")}
            data-row={index}
            data-column={column}
            data-state={state}
            data-joined={joined[column] === true ? "" : undefined}
            data-active={activeColumn === column ? "" : undefined}
          >
            {sign}
            {count > 1 && <span className={styles.count}>{count}</span>}
          </div>
        );
      })}
    </div>
  );
});

export function cellId(row: number, column: number): string {
  return `matrix-cell-${row}-${column}`;
}
