import { ArrowUpRight } from "lucide-react";
import { useDeferredValue } from "react";

import { useKeysOf } from "../actions/run-action.ts";
import { useClaimsView } from "../claims/claims-view.ts";
import { useRequest } from "../state/requests.tsx";
import { goToPassage, useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { shownKeys } from "../ui/keys.ts";
import { claimAtHand } from "./act-on-hit.ts";
import { IndexProgress } from "./index-progress.tsx";
import { PassagesFound } from "./passages-found.tsx";
import { keyOfHit, typeWords, useSearchView, wantList } from "./search-state.ts";
import type { AskedPassage } from "./search-state.ts";
import { WordsFound } from "./words-found.tsx";

import styles from "./search-view.module.css";

/** Searches all articles: for words and phrases, or for where else a passage is said. */
export function SearchView() {
  const asked = useSearchView((state) => state.asked);
  const typed = useSearchView((state) => state.typed);
  const wanted = useDeferredValue(typed).trim();
  const keysOf = useKeysOf();
  const status = useRequest("search.status", {}).data;
  return (
    <section className={styles.search} aria-label="Search">
      <div className={styles.bar}>
        <input
          type="search"
          className={styles.field}
          aria-label="Search all articles"
          placeholder="Words, or “a phrase”, in all articles"
          dir="auto"
          maxLength={1_000}
          data-search-field
          value={typed}
          onChange={(event) => typeWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" || event.key === "Enter") {
              event.preventDefault();
              wantList();
            }
          }}
        />
        <ClaimAtHand />
      </div>
      {status !== undefined && <IndexProgress status={status} />}
      {wanted !== "" ? (
        <WordsFound typed={wanted} status={status} />
      ) : asked !== null ? (
        <>
          <Asked asked={asked} />
          <PassagesFound key={keyOfHit(asked)} asked={asked} status={status} />
        </>
      ) : (
        <p className={styles.empty}>
          Type words to find in all articles. Or choose a passage, or move the sentence cursor, and
          press <kbd>{shownKeys(keysOf("search.where-else") ?? "")}</kbd>: the passages of all other
          articles that are most like it are listed here.
        </p>
      )}
    </section>
  );
}

/** What was found is linked to this claim. */
function ClaimAtHand() {
  const selection = useWorkbench((state) => state.selection);
  const lastClaimId = useClaimsView((state) => state.lastClaimId);
  const claimId = claimAtHand({ selection }, lastClaimId);
  const claim = useRequest("claim.list", {}).data?.find(({ id }) => id === claimId);
  return (
    <p className={styles.claim} title={claim?.statement}>
      <span className={styles.label}>Claim at hand:</span>{" "}
      {claim === undefined ? (
        <span className={styles.soft}>none; linking asks for one</span>
      ) : (
        <bdi>{claim.statement}</bdi>
      )}
    </p>
  );
}

function Asked({ asked }: { asked: AskedPassage }) {
  const { articleId, start, end, words } = asked;
  const article = useRequest("article.list", {}).data?.find(({ id }) => id === articleId);
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
    </header>
  );
}
