import type { Article } from "#contract/article";
import type { ArticleId } from "#contract/ids";
import type { SharedWording } from "#contract/wording";

import { walkCells } from "../ui/walk-cells.ts";
import { nameOfArticle, percent } from "./article-words.ts";
import { comparePair } from "./wording-view.ts";

import styles from "./heat-table.module.css";

/** More would not be a picture any more; the articles in the pairs that share most are taken. */
const mostArticles = 30;

/**
 * The whole project at one glance: below the diagonal common narration, above it common quotation, as
 * numbers; a darker cell shares more. Enter on a cell shows the two articles side by side.
 */
export function HeatTable(properties: {
  /** Highest score first. */
  pairs: readonly SharedWording[];
  articles: readonly Article[];
}) {
  const shown = articlesOfPairs(properties.pairs, properties.articles);
  const shares = new Map(
    properties.pairs.flatMap((pair) => [
      [`${pair.articleIdA} ${pair.articleIdB}`, pair] as const,
      [`${pair.articleIdB} ${pair.articleIdA}`, pair] as const,
    ]),
  );
  return (
    <section aria-labelledby="heat-title">
      <h3 id="heat-title" className={styles.title}>
        All articles
      </h3>
      <p className={styles.explain}>
        Below the diagonal narration, above it quotation, in percent of the shorter article.
        {shown.length < properties.articles.length &&
          ` The ${shown.length} articles that share most.`}
      </p>
      <div className={styles.scroller}>
        <table className={styles.table} onKeyDown={walkCells}>
          <thead>
            <tr>
              <th scope="col">Article</th>
              {shown.map((article, at) => (
                <th key={article.id} scope="col" title={article.title}>
                  <span className="visually-hidden">{nameOfArticle(article)}</span>
                  <span aria-hidden="true">{at + 1}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((article, row) => (
              <tr key={article.id}>
                <th scope="row" title={article.title}>
                  <span className={styles.name} dir="auto">
                    {row + 1} {nameOfArticle(article)}
                  </span>
                </th>
                {shown.map((other, column) => {
                  const pair = shares.get(`${article.id} ${other.id}`);
                  const isNarration = column < row;
                  const share = (isNarration ? pair?.narrationShare : pair?.quotationShare) ?? 0;
                  return row === column ? (
                    <td key={other.id} className={styles.diagonal}>
                      <span aria-hidden="true">·</span>
                    </td>
                  ) : (
                    <td key={other.id} data-heat={heatOf(share)}>
                      <button
                        type="button"
                        data-cell
                        tabIndex={row === 0 && column === 1 ? 0 : -1}
                        aria-label={`${isNarration ? "Narration" : "Quotation"} ${percent(share)}: ${nameOfArticle(article)} and ${nameOfArticle(other)}`}
                        onClick={() => comparePair([article.id, other.id])}
                      >
                        {share === 0 ? "0" : percent(share).replace(" %", "")}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function articlesOfPairs(
  pairs: readonly SharedWording[],
  articles: readonly Article[],
): readonly Article[] {
  if (articles.length <= mostArticles) {
    return articles;
  }
  const ids = new Set<ArticleId>();
  for (const { articleIdA, articleIdB } of pairs) {
    if (ids.size + 2 > mostArticles) {
      break;
    }
    ids.add(articleIdA).add(articleIdB);
  }
  return articles.filter(({ id }) => ids.has(id));
}

/** Steps of tint; the number says the rest. */
function heatOf(share: number): "none" | "low" | "middle" | "high" {
  return share === 0 ? "none" : share < 0.1 ? "low" : share < 0.3 ? "middle" : "high";
}
