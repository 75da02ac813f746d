import { useMemo, useState } from "react";
import type { KeyboardEvent } from "react";

import type { Article } from "#contract/article";
import type { Claim, Evidence, MatrixCell } from "#contract/claim";

import { useRequest, useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce, goToPassage, select } from "../state/workbench.ts";
import { cellWords } from "./cell-words.ts";
import { orderArticles, orderClaims } from "./matrix-order.ts";
import type { RowOrder } from "./matrix-order.ts";

import styles from "./matrix-view.module.css";

const orders: readonly { order: RowOrder; words: string }[] = [
  { order: "list", words: "in your order" },
  { order: "disagreement", words: "most disagreement first" },
  { order: "coverage", words: "least checked first" },
  { order: "status", words: "by status" },
];

/** What each article says about each claim, and what was not checked yet. */
export function MatrixView() {
  const allClaims = useRequest("claim.list", {}).data;
  const allArticles = useRequest("article.list", {}).data;
  const matrix = useRequest("coverage.matrix", {}).data;
  const evidence = useRequest("evidence.list", {}).data;
  const [order, setOrder] = useState<RowOrder>("list");
  const cells = useMemo(
    () => new Map(matrix?.cells.map((cell) => [keyOf(cell.claimId, cell.articleId), cell])),
    [matrix],
  );
  const passages = useMemo(
    () => Map.groupBy(evidence ?? [], (link) => keyOf(link.claimId, link.articleId)),
    [evidence],
  );
  if (allClaims === undefined || allArticles === undefined || matrix === undefined) {
    return null;
  }
  if (allClaims.length === 0 || allArticles.length === 0) {
    return (
      <p className={styles.empty}>
        The matrix shows what each article says about each claim. Select a sentence and press{" "}
        <kbd>C</kbd> to make the first claim.
      </p>
    );
  }
  const claims = orderClaims(allClaims, matrix.cells, order);
  const articles = orderArticles(allArticles);
  return (
    <section className={styles.matrix} aria-label="Matrix of claims and articles">
      <header className={styles.bar}>
        <label>
          Claims{" "}
          <select
            value={order}
            onChange={(event) => {
              const chosen = orders.find((one) => one.order === event.target.value);
              setOrder(chosen?.order ?? "list");
            }}
          >
            {orders.map((one) => (
              <option key={one.order} value={one.order}>
                {one.words}
              </option>
            ))}
          </select>
        </label>
        <p className={styles.legend} aria-hidden="true">
          {Object.values(cellWords)
            .filter(({ sign }) => sign !== "")
            .map(({ sign, word }) => `${sign} ${word.toLowerCase()}`)
            .join("   ")}
        </p>
        <p className={styles.progress}>
          {matrix.checkedCount} of {matrix.cellCount} checked
        </p>
      </header>
      <div className={styles.scroller}>
        <table className={styles.table} aria-describedby="matrix-keys" onKeyDown={moveAlongCells}>
          <caption id="matrix-keys" className="visually-hidden">
            Arrow keys move between cells. Enter goes to the passage, or to the most similar
            sentence where nothing was found yet. O marks an article as checked and silent.
          </caption>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              {articles.map((article, index) => (
                <th
                  key={article.id}
                  scope="col"
                  title={article.title}
                  data-joined={isJoined(articles, index) ? "" : undefined}
                >
                  <span dir="auto">{article.outlet ?? article.title}</span>
                  <span className={styles.grade}>{article.reliability}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {claims.map((claim, row) => (
              <tr key={claim.id}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.claim}
                    dir="auto"
                    onClick={() => select({ kind: "claim", claimId: claim.id })}
                  >
                    {claim.statement}
                  </button>
                </th>
                {articles.map((article, column) => (
                  <td key={article.id} data-joined={isJoined(articles, column) ? "" : undefined}>
                    <Cell
                      claim={claim}
                      article={article}
                      cell={cells.get(keyOf(claim.id, article.id)) ?? null}
                      passages={passages.get(keyOf(claim.id, article.id)) ?? []}
                      isFirst={row === 0 && column === 0}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell(properties: {
  claim: Claim;
  article: Article;
  /** Null: not yet checked. */
  cell: MatrixCell | null;
  passages: readonly Evidence[];
  isFirst: boolean;
}) {
  const { claim, article, cell, passages } = properties;
  const request = useSend();
  const run = useCommand();
  const state = cell?.state ?? "unchecked";
  const { sign, word } = cellWords[state];
  const [first] = passages;

  const open = async () => {
    if (first !== undefined) {
      goToPassage(first);
      return;
    }
    const where = { claimId: claim.id, articleId: article.id };
    const [nearest] = await request("coverage.suggest", { ...where, limit: 1 });
    const { start, end } = nearest ?? { start: 0, end: 0 };
    goToPassage({ articleId: article.id, start, end });
    announce(
      nearest === undefined
        ? "No sentence of this article is like the claim"
        : "The most similar sentence; O in the matrix marks the article as silent",
    );
  };
  const toggleSilent = () => {
    if (passages.length === 0) {
      void run("coverage.mark", {
        claimId: claim.id,
        articleId: article.id,
        silent: state !== "silent",
      });
    }
  };
  return (
    <button
      type="button"
      className={styles.cell}
      data-state={state}
      data-cell
      tabIndex={properties.isFirst ? 0 : -1}
      aria-label={`${word}: ${article.outlet ?? article.title}`}
      aria-keyshortcuts={passages.length === 0 ? "Enter o" : "Enter"}
      title={
        passages.length === 0
          ? word
          : passages.map(({ stance, exact }) => `${cellWords[stance].sign} “${exact}”`).join("\n")
      }
      onClick={() => void open()}
      onKeyDown={(event) => {
        if (event.key === "o" && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          event.stopPropagation();
          toggleSilent();
        }
      }}
    >
      {sign}
    </button>
  );
}

/** Arrow keys, Home and End go from cell to cell; the one with the focus is the one that Tab comes back to. */
function moveAlongCells(event: KeyboardEvent<HTMLTableElement>): void {
  const steps: Record<string, readonly [number, number]> = {
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    Home: [0, -Infinity],
    End: [0, Infinity],
  };
  const step = steps[event.key];
  const from = event.target instanceof HTMLElement ? event.target.closest("td") : null;
  const rows = [...event.currentTarget.tBodies].flatMap((body) => [...body.rows]);
  const at = rows.findIndex((row) => row.contains(from));
  if (step === undefined || from === null || at === -1) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const row = rows[Math.min(Math.max(at + step[0], 0), rows.length - 1)];
  const lastColumn = (row?.cells.length ?? 1) - 1;
  const column = Math.min(Math.max(from.cellIndex + step[1], 1), lastColumn);
  const next = row?.cells[column]?.querySelector<HTMLElement>("[data-cell]");
  if (next !== null && next !== undefined) {
    for (const cell of event.currentTarget.querySelectorAll<HTMLElement>("[data-cell]")) {
      cell.tabIndex = cell === next ? 0 : -1;
    }
    next.focus();
  }
}

function isJoined(articles: readonly Article[], index: number): boolean {
  const originId = articles[index]?.originId ?? null;
  return originId !== null && articles[index - 1]?.originId === originId;
}

function keyOf(claimId: string, articleId: string): string {
  return `${claimId} ${articleId}`;
}
