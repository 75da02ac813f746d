import { useEffect } from "react";

import type { SearchStatus, SimilarPassage } from "#contract/search";

import { excerpt } from "../claims/excerpt.ts";
import { countOf } from "../claims/status-words.ts";
import { focusActivePane } from "../reader/open-panes.ts";
import { useRequest } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { ArticleFacts } from "./article-facts.tsx";
import { HitList } from "./hit-list.tsx";
import { HitRow } from "./hit-row.tsx";
import { keyOfHit, listIsFocused, useSearchView } from "./search-state.ts";
import type { AskedPassage } from "./search-state.ts";

import styles from "./search-view.module.css";

/** Most passages that are listed; the best come first. */
const limit = 50;

const nowhere = "No other article has a passage like this one";

/** The passages of all other articles that are most like the one asked for, the best first. */
export function PassagesFound(properties: {
  asked: AskedPassage;
  status: SearchStatus | undefined;
}) {
  const { articleId, start, end, words } = properties.asked;
  const answer = useRequest("passage.similar", { articleId, start, end, limit });
  const passages = answer.isPlaceholderData ? undefined : answer.data;
  const isWanted = useSearchView((state) => state.focusWanted);
  const isEmpty = passages?.length === 0;
  useEffect(() => {
    if (isEmpty && isWanted) {
      listIsFocused();
      announce(nowhere);
    }
    // What was found in a part of the articles is not when all are read: its list goes, and with it the focus.
    if (isEmpty && document.activeElement === document.body) {
      focusActivePane();
    }
  }, [isEmpty, isWanted]);

  if (answer.error !== null) {
    return (
      <p className={styles.empty} role="alert">
        This passage cannot be looked for. {messageOf(answer.error)}
      </p>
    );
  }
  if (passages === undefined) {
    return <p className={styles.empty}>Looking in all other articles</p>;
  }
  const [best] = passages;
  if (best === undefined) {
    return (
      <p className={styles.empty}>
        {properties.status?.state === "building"
          ? "Nothing like it in the articles that were read so far."
          : `${nowhere}.`}
      </p>
    );
  }
  return (
    <HitList
      name={`Passages like “${excerpt(words, 60)}”`}
      result={wordsOf(passages)}
      best={excerpt(best.exact)}
      hits={passages}
    >
      {passages.map((passage) => (
        <HitRow
          key={keyOfHit(passage)}
          hit={passage}
          common={passage.commonWords}
          shared={passage.sharedWords}
          score={passage.score}
          facts={<Facts passage={passage} />}
        />
      ))}
    </HitList>
  );
}

function Facts({ passage }: { passage: SimilarPassage }) {
  const { commonWords, sharedWords } = passage;
  return (
    <>
      <ArticleFacts {...passage} />
      <span>{countOf(commonWords.length, "common word")}</span>
      {sharedWords !== null && (
        <span>
          {countOf(sharedWords.words, "word")} in a row
          {sharedWords.kind === "quotation" && ", quoted"}
        </span>
      )}
    </>
  );
}

function wordsOf(passages: readonly SimilarPassage[]): string {
  const articles = new Set(passages.map(({ articleId }) => articleId)).size;
  return `${passages.length === limit ? "The best " : ""}${countOf(passages.length, "passage")} in ${countOf(articles, "other article")}`;
}
