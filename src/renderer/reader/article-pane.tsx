import { useId, useLayoutEffect, useRef } from "react";

import { useVisibleHighlights } from "../codebook/visible-highlights.ts";
import { useRequest } from "../state/requests.tsx";
import { activatePane, placeAmongSame, useWorkbench } from "../state/workbench.ts";
import type { Pane } from "../state/workbench.ts";
import { ArticleText } from "./article-text.tsx";
import { FollowStrip } from "./follow-strip.tsx";
import { PaneHeader } from "./pane-header.tsx";
import { useArticleText, useHighlightsFrom } from "./use-article-text.ts";
import { useKeptPlace } from "./use-reading-place.ts";

import styles from "./article-pane.module.css";

const noTags: never[] = [];

/** One article on the desk. */
export function ArticlePane({ pane, index }: { pane: Pane; index: number }) {
  const { paneId, articleId } = pane;
  const isActive = useWorkbench((state) => state.activePaneId === paneId);
  const isFollowing = useWorkbench((state) => state.follow && state.panes.length > 1);
  const article = useRequest("article.list", {}).data?.find(({ id }) => id === articleId);
  const { text, failure } = useArticleText(articleId);
  const nth = useWorkbench((state) => placeAmongSame(state.panes, pane));
  const keptPlace = useKeptPlace({ paneId, articleId, nth });
  const highlights = useHighlightsFrom(
    articleId,
    keptPlace === undefined ? null : (keptPlace?.start ?? 0),
  );
  const tags = useRequest("tag.list", {}).data ?? noTags;
  const visible = useVisibleHighlights(highlights, tags);
  const titleId = useId();
  const element = useRef<HTMLElement>(null);
  const hasOwnTitle = text?.blocks.some(({ kind, level }) => kind === "heading" && level === 1);

  // With many panes the desk is wider than the window.
  useLayoutEffect(() => {
    if (isActive) {
      element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }, [isActive]);

  if (article === undefined) {
    return null;
  }
  return (
    <article
      ref={element}
      className={styles.pane}
      data-pane={paneId}
      data-active-pane={isActive ? "" : undefined}
      aria-labelledby={titleId}
      onFocus={() => activatePane(paneId)}
      onPointerDown={() => activatePane(paneId)}
    >
      <PaneHeader
        paneId={paneId}
        article={article}
        titleId={titleId}
        isHeading={hasOwnTitle === false}
        text={text}
        number={index + 1}
        nth={nth}
      />
      {isFollowing && <FollowStrip paneId={paneId} />}
      <div className={styles.body}>
        {text !== null && keptPlace !== undefined && (
          <ArticleText
            key={articleId}
            paneId={paneId}
            index={index}
            nth={nth}
            article={article}
            text={text}
            start={keptPlace}
            highlights={visible}
            tags={tags}
          />
        )}
        {text === null && failure !== null && (
          <p className={styles.failure} role="alert">
            This article cannot be shown. {failure}
          </p>
        )}
      </div>
    </article>
  );
}
