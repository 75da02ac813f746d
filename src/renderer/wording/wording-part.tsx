import { useMemo } from "react";

import type { Article } from "#contract/article";
import type { ArticleId } from "#contract/ids";
import type { SharedWording } from "#contract/wording";

import { useRequest } from "../state/requests.tsx";
import { nameOfArticle, percent } from "./article-words.ts";
import { HeatTable } from "./heat-table.tsx";
import { PairView } from "./pair-view.tsx";
import { comparePair, useWordingView } from "./wording-view.ts";

import styles from "./wording-part.module.css";

/** Pairs that are listed; the highest scores stand first. */
const mostPairs = 200;

/** Which articles share wording: pairs by how much they narrate alike, a picture of all, and two side by side. */
export function WordingPart() {
  const pair = useWordingView((state) => state.pair);
  const overview = useRequest("wording.overview", {}).data;
  const articles = useRequest("article.list", {}).data;
  const byId = useMemo(() => new Map((articles ?? []).map((one) => [one.id, one])), [articles]);
  const pairs = useMemo(
    () =>
      (overview?.pairs ?? []).toSorted(
        (a, b) => b.narrationShare - a.narrationShare || b.quotationShare - a.quotationShare,
      ),
    [overview],
  );
  if (pair !== null) {
    const [a, b] = [byId.get(pair[0]), byId.get(pair[1])];
    if (a !== undefined && b !== undefined) {
      return <PairView key={pair.join(" ")} articleA={a} articleB={b} />;
    }
  }
  if (overview === undefined) {
    return <p className={styles.hint}>Comparing the wording of all articles</p>;
  }
  if (pairs.length === 0) {
    return (
      <p className={styles.hint}>
        No two articles share a run of {overview.runLength} words or more.
      </p>
    );
  }
  return (
    <div className={styles.part}>
      <section aria-labelledby="pairs-title">
        <h3 id="pairs-title" className={styles.title}>
          Pairs by common narration
        </h3>
        <p className={styles.explain}>
          Words in common runs of {overview.runLength} or more, as a share of the shorter article.
          Narration that is alike was copied or has one origin; a common quotation only shows that
          both quote one speaker.
        </p>
        <table className={styles.pairs}>
          <thead>
            <tr>
              <th scope="col">Articles</th>
              <th scope="col">Narration</th>
              <th scope="col">Quotation</th>
              <th scope="col">Judged</th>
            </tr>
          </thead>
          <tbody>
            {pairs.slice(0, mostPairs).map((one) => (
              <PairRow key={`${one.articleIdA} ${one.articleIdB}`} pair={one} articles={byId} />
            ))}
          </tbody>
        </table>
        {pairs.length > mostPairs && (
          <p className={styles.explain}>
            {pairs.length - mostPairs} pairs that share less are not listed.
          </p>
        )}
      </section>
      <HeatTable pairs={overview.pairs} articles={articles ?? []} />
    </div>
  );
}

function PairRow(properties: { pair: SharedWording; articles: ReadonlyMap<ArticleId, Article> }) {
  const { pair, articles } = properties;
  const { articleIdA, articleIdB, narrationShare, quotationShare, verdict } = pair;
  const [a, b] = [articles.get(articleIdA), articles.get(articleIdB)];
  const names = [a, b].map((article) => (article === undefined ? "" : nameOfArticle(article)));
  return (
    <tr>
      <th scope="row" aria-label={names.join(", ")}>
        <button
          type="button"
          className={styles.pair}
          onClick={() => comparePair([articleIdA, articleIdB])}
        >
          <bdi>{names[0]}</bdi>
          <br />
          <bdi>{names[1]}</bdi>
        </button>
      </th>
      <td>{percent(narrationShare)}</td>
      <td>{percent(quotationShare)}</td>
      <td>{verdict ?? "not yet"}</td>
    </tr>
  );
}
