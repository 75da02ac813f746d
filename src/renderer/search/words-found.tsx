import { Fragment, useMemo } from "react";
import { Collection, GridListHeader, GridListSection } from "react-aria-components";

import type { SearchStatus } from "#contract/search";

import { excerpt } from "../claims/excerpt.ts";
import { countOf } from "../claims/status-words.ts";
import { useRequest } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { ArticleFacts } from "./article-facts.tsx";
import { HitList } from "./hit-list.tsx";
import { HitRow } from "./hit-row.tsx";
import { keyOfHit } from "./search-state.ts";

import styles from "./search-view.module.css";

/** The sentences of all articles that have the typed words, by article. */
export function WordsFound(properties: { typed: string; status: SearchStatus | undefined }) {
  const { typed } = properties;
  const answer = useRequest("search.find", { text: typed });
  const found = answer.data;
  const articles = useMemo(
    () =>
      found?.articles.map((article) => ({
        ...article,
        hits: article.hits.map((hit) => ({
          ...hit,
          articleId: article.articleId,
          articleTitle: article.articleTitle,
        })),
      })) ?? [],
    [found],
  );
  const hits = useMemo(() => articles.flatMap((article) => article.hits), [articles]);
  if (answer.error !== null) {
    return (
      <p className={styles.empty} role="alert">
        This cannot be searched for. {messageOf(answer.error)}
      </p>
    );
  }
  if (found === undefined) {
    return <p className={styles.empty}>Looking in all articles</p>;
  }
  const [first] = hits;
  if (first === undefined) {
    return (
      <p className={styles.empty}>
        {properties.status?.state === "building"
          ? "No sentence of the articles that were read so far has these words."
          : "No sentence has all of these words. Fewer words find more; quotation marks find a phrase."}
      </p>
    );
  }
  const count = `${countOf(hits.length, "sentence")} in ${countOf(articles.length, "article")}`;
  return (
    <HitList
      name={`Sentences with “${excerpt(typed, 60)}”`}
      result={found.isCut ? `The first ${count}; more words find fewer` : count}
      best={excerpt(first.exact)}
      hits={hits}
    >
      {articles.map((article) => (
        <GridListSection key={article.articleId} aria-label={article.articleTitle}>
          <GridListHeader className={styles.article ?? ""}>
            <ArticleFacts {...article} />
            <span>{article.hits.length}</span>
          </GridListHeader>
          <Collection items={article.hits.map((hit) => ({ id: keyOfHit(hit), hit }))}>
            {({ hit }) => (
              <HitRow
                hit={hit}
                common={hit.words}
                shared={null}
                score={null}
                facts={<Fragment />}
              />
            )}
          </Collection>
        </GridListSection>
      ))}
    </HitList>
  );
}
