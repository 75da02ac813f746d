import { useEffect } from "react";
import { GridList, GridListItem } from "react-aria-components";
import type { Key } from "react-aria-components";

import type { Article } from "#contract/article";
import type { ArticleId } from "#contract/ids";

import { KeyOf } from "../actions/key-of.tsx";
import { articleDragType, writeDraggedArticle } from "../claims/claim-drag.ts";
import { useRequest } from "../state/requests.tsx";
import { announce, keepPanesOf, openArticle, select, useWorkbench } from "../state/workbench.ts";
import { chosenArticles, useChosenArticles } from "./chosen-articles.ts";

import styles from "./article-list.module.css";

/**
 * Arrow keys move and select, with Shift several, Enter opens; opening those that are chosen side by side
 * and Delete are actions of the library.
 */
export function ArticleList() {
  const articles = useRequest("article.list", {}).data;
  const panes = useWorkbench((state) => state.panes);
  const selection = useWorkbench((state) => state.selection);
  const chosen = chosenArticles(
    useChosenArticles((state) => state.ids),
    selection,
  );

  useEffect(() => {
    if (articles !== undefined) {
      keepPanesOf(new Set(articles.map((article) => article.id)));
    }
  }, [articles]);

  if (articles === undefined) {
    return null;
  }
  const choose = (keys: "all" | Iterable<Key>) => {
    const wanted = new Set(keys === "all" ? articles.map(({ id }) => id) : keys);
    const ids = articles.map(({ id }) => id).filter((id) => wanted.has(id));
    const added = ids.findLast((id) => !chosen.includes(id)) ?? ids.at(-1);
    useChosenArticles.setState({ ids });
    if (added !== undefined) {
      select({ kind: "article", articleId: added });
    }
    if (ids.length > 1) {
      announce(`${ids.length} articles chosen`);
    }
  };
  return (
    <GridList
      aria-label="Articles"
      className={styles.list ?? ""}
      data-article-list
      items={articles}
      dependencies={[panes]}
      selectionMode="multiple"
      selectionBehavior="replace"
      selectedKeys={chosen}
      onSelectionChange={choose}
      onAction={(articleId) => openArticle(articleId as ArticleId)}
      renderEmptyState={() => (
        <p className={styles.empty}>
          No articles yet. Drop text files here, or{" "}
          <KeyOf action="library.import" otherwise="Import text files" /> to choose them.
        </p>
      )}
    >
      {(article) => (
        <ArticleRow
          article={article}
          isOpen={panes.some((pane) => pane.articleId === article.id)}
        />
      )}
    </GridList>
  );
}

function ArticleRow({ article, isOpen }: { article: Article; isOpen: boolean }) {
  const details = [
    article.outlet,
    article.publishedOn,
    article.highlightCount === 0 ? null : `${article.highlightCount} marked`,
    `${article.wordCount.toLocaleString()} words`,
  ].filter((detail) => detail !== null);
  return (
    <GridListItem
      id={article.id}
      textValue={article.title}
      className={styles.row ?? ""}
      data-open={isOpen ? "" : undefined}
    >
      <span
        className={styles.title}
        dir="auto"
        title={article.title}
        draggable
        onDragStart={({ dataTransfer }) => {
          dataTransfer.setData(articleDragType, writeDraggedArticle(article.id));
          dataTransfer.setData("text/plain", article.title);
          dataTransfer.effectAllowed = "all";
        }}
      >
        {article.title}
      </span>
      <span className={styles.details}>
        {article.sourceId !== null && (
          <span className={styles.grade} title="Reliability of the source">
            {article.reliability}
          </span>
        )}
        {article.titleIsProposed && <span className={styles.proposed}>proposed title</span>}
        <bdi title={details.join(" · ")}>{details.join(" · ")}</bdi>
      </span>
    </GridListItem>
  );
}
