import { ArrowUpRight } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { GridList } from "react-aria-components";

import type { SearchStatus, SimilarPassage } from "#contract/search";

import { useKeysOf } from "../actions/run-action.ts";
import { useScopeKeys } from "../actions/scope-keys.ts";
import { useClaimsView } from "../claims/claims-view.ts";
import { excerpt } from "../claims/excerpt.ts";
import { countOf } from "../claims/status-words.ts";
import { useRequest } from "../state/requests.tsx";
import { announce, goToPassage, useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { shownKeys } from "../ui/keys.ts";
import { claimAtHand, openHit } from "./act-on-hit.ts";
import { HitRow } from "./hit-row.tsx";
import { IndexProgress } from "./index-progress.tsx";
import { keyOfHit, listIsFocused, showHits, useSearchView } from "./search-state.ts";
import type { SearchView as State } from "./search-state.ts";

import styles from "./search-view.module.css";

/** Most passages that are listed; the best come first. */
const limit = 50;

const nothing: readonly never[] = [];

/** Where else a passage is said: the most similar passages of all other articles, the best first. */
export function SearchView() {
  const asked = useSearchView((state) => state.asked);
  const keysOf = useKeysOf();
  const status = useRequest("search.status", {}).data;
  if (asked === null) {
    return (
      <section className={styles.search} aria-label="Search">
        <p className={styles.empty}>
          Choose a passage, or move the sentence cursor, and press{" "}
          <kbd>{shownKeys(keysOf("search.where-else") ?? "")}</kbd>: the passages of all other
          articles that are most like it are listed here.
        </p>
      </section>
    );
  }
  return (
    <section className={styles.search} aria-label="Search">
      <Asked asked={asked} />
      {status !== undefined && <IndexProgress status={status} />}
      <Found key={keyOfHit(asked)} asked={asked} status={status} />
    </section>
  );
}

type Asked = NonNullable<State["asked"]>;

function Asked({ asked }: { asked: Asked }) {
  const { articleId, start, end, words } = asked;
  const article = useRequest("article.list", {}).data?.find(({ id }) => id === articleId);
  const selection = useWorkbench((state) => state.selection);
  const lastClaimId = useClaimsView((state) => state.lastClaimId);
  const claimId = claimAtHand({ selection }, lastClaimId);
  const claim = useRequest("claim.list", {}).data?.find(({ id }) => id === claimId);
  return (
    <header className={styles.asked}>
      <p className={styles.words} title={words}>
        <span className={styles.label}>Where else:</span> <q dir="auto">{words}</q>{" "}
        <bdi className={styles.soft}>{article?.title}</bdi>
      </p>
      <Button
        label="Go to this passage"
        icon={<ArrowUpRight />}
        onPress={() => goToPassage({ articleId, start, end })}
      />
      <p className={styles.claim} title={claim?.statement}>
        <span className={styles.label}>Claim at hand:</span>{" "}
        {claim === undefined ? (
          <span className={styles.soft}>none; linking asks for one</span>
        ) : (
          <bdi>{claim.statement}</bdi>
        )}
      </p>
    </header>
  );
}

function Found({ asked, status }: { asked: Asked; status: SearchStatus | undefined }) {
  const { articleId, start, end, words } = asked;
  const { data, isPlaceholderData, error } = useRequest("passage.similar", {
    articleId,
    start,
    end,
    limit,
  });
  const isReady = data !== undefined && !isPlaceholderData;
  const passages: readonly SimilarPassage[] = isReady ? data : nothing;
  const isWanted = useSearchView((state) => state.focusWanted);
  const keysId = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDownCapture = useScopeKeys("search");
  const result = isReady ? wordsOf(passages) : "";

  useEffect(() => {
    if (isReady) {
      showHits(passages);
    }
  }, [isReady, passages]);
  useEffect(() => {
    if (!isReady || !isWanted) {
      return undefined;
    }
    const [best] = passages;
    announce(best === undefined ? result : `${result}. Best: ${excerpt(best.exact)}`);
    // The list draws its rows after it was drawn itself.
    const frame = requestAnimationFrame(() => {
      listIsFocused();
      list.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isReady, isWanted, passages, result]);

  if (error !== null) {
    return (
      <p className={styles.empty} role="alert">
        This passage cannot be looked for: {error.message}
      </p>
    );
  }
  if (!isReady) {
    return <p className={styles.empty}>Looking in all other articles</p>;
  }
  if (passages.length === 0) {
    return (
      <p className={styles.empty}>
        {status?.state === "building"
          ? "Nothing like it in the articles that were read so far."
          : "No other article has a passage like this one."}
      </p>
    );
  }
  return (
    <div className={styles.found} data-scope="search" onKeyDownCapture={onKeyDownCapture}>
      <p className={styles.count}>
        <span role="status">{result}</span>
        <span className="visually-hidden" id={keysId}>
          Enter opens the passage in its article, H highlights it, L links it to the claim at hand,
          Shift and L as disputing, O to another claim, Escape goes back to the text.
        </span>
      </p>
      <GridList
        ref={list}
        data-dock-focus
        className={styles.list ?? ""}
        aria-label={`Passages like “${excerpt(words, 60)}”`}
        aria-describedby={keysId}
        disallowTypeAhead
        keyboardNavigationBehavior="tab"
        onAction={(key) => {
          const hit = useSearchView.getState().hits.get(String(key));
          if (hit !== undefined) {
            openHit(hit);
          }
        }}
      >
        {passages.map((passage) => (
          <HitRow key={keyOfHit(passage)} passage={passage} />
        ))}
      </GridList>
    </div>
  );
}

function wordsOf(passages: readonly SimilarPassage[]): string {
  const articles = new Set(passages.map(({ articleId }) => articleId)).size;
  return passages.length === 0
    ? "No other article has a passage like this one"
    : `${passages.length === limit ? "The best " : ""}${countOf(passages.length, "passage")} in ${countOf(articles, "other article")}`;
}
