import { Highlighter, Link2 } from "lucide-react";
import { GridListItem } from "react-aria-components";

import { reliabilityMeaning } from "#contract/grades";
import type { SimilarPassage } from "#contract/search";

import { useKeysOf } from "../actions/run-action.ts";
import { countOf } from "../claims/status-words.ts";
import { useRequest, useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { Button } from "../ui/button.tsx";
import { percent } from "../wording/article-words.ts";
import { highlightHit, linkHit } from "./act-on-hit.ts";
import { markedSegments } from "./marked-segments.ts";
import { keyOfHit } from "./search-state.ts";

import styles from "./hit-row.module.css";

/** A passage that was found: its words with the common ones marked, how like it is, whose it is. */
export function HitRow({ passage }: { passage: SimilarPassage }) {
  const { articleId, articleTitle, outlet, reliability, start, end, exact, score } = passage;
  const { commonWords, sharedWords } = passage;
  const request = useSend();
  const run = useCommand();
  const keysOf = useKeysOf();
  const touching = useRequest("highlight.list", { articleId, touching: { start, end } }).data ?? [];
  const own = touching.filter((highlight) => highlight.start === start && highlight.end === end);
  const claims = own.reduce((sum, { claimCount }) => sum + claimCount, 0);
  return (
    <GridListItem
      id={keyOfHit(passage)}
      className={styles.row ?? ""}
      textValue={`${percent(score)} alike, ${outlet ?? articleTitle}: ${exact}`}
    >
      <span className={styles.score}>
        <meter className={styles.meter} min={0} max={1} value={score} aria-hidden="true" />
        <span title="How alike the wording is; rare words count for more">{percent(score)}</span>
      </span>
      <span className={styles.passage}>
        <span className={styles.words} dir="auto">
          {markedSegments(passage).map(({ text, from, isCommon, isShared }) =>
            isCommon || isShared ? (
              <mark
                key={from}
                className={styles.mark}
                data-common={isCommon ? "" : undefined}
                data-shared={isShared ? "" : undefined}
              >
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </span>
        <span className={styles.source}>
          <bdi className={styles.title}>{outlet ?? articleTitle}</bdi>
          {outlet !== null && <bdi className={styles.title}>{articleTitle}</bdi>}
          <span
            className={styles.grade}
            title={`Reliability ${reliability}: ${reliabilityMeaning[reliability]}`}
          >
            {reliability}
          </span>
          <span>{countOf(commonWords.length, "common word")}</span>
          {sharedWords !== null && (
            <span>
              {countOf(sharedWords.words, "word")} in a row
              {sharedWords.kind === "quotation" && ", quoted"}
            </span>
          )}
          {own.length > 0 && (
            <b>{claims > 0 ? `linked to ${countOf(claims, "claim")}` : "highlighted"}</b>
          )}
        </span>
      </span>
      <span className={styles.buttons}>
        <Button
          label="Highlight"
          icon={<Highlighter />}
          keys={keysOf("hit.highlight")}
          onPress={() => void highlightHit({ run }, passage)}
        />
        <Button
          label="Link to the claim at hand"
          icon={<Link2 />}
          keys={keysOf("hit.link")}
          onPress={() => void linkHit({ request, run }, passage, "supports")}
        />
      </span>
    </GridListItem>
  );
}
