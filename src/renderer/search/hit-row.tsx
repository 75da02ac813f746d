import { Highlighter, Link2 } from "lucide-react";
import type { ReactNode } from "react";
import { GridListItem } from "react-aria-components";

import type { TextSpan } from "#contract/article";

import { useKeysOf } from "../actions/run-action.ts";
import { countOf } from "../claims/status-words.ts";
import { useRequest, useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { Button } from "../ui/button.tsx";
import { percent } from "../wording/article-words.ts";
import { highlightHit, linkHit } from "./act-on-hit.ts";
import { markedSegments } from "./marked-segments.ts";
import { keyOfHit } from "./search-state.ts";
import type { Hit } from "./search-state.ts";

import styles from "./hit-row.module.css";

/** A passage that was found, its words marked, with what can be done with it and what was done already. */
export function HitRow(properties: {
  hit: Hit;
  /** Words to mark. */
  common: readonly TextSpan[];
  /** Words in a row to mark, if there are any. */
  shared: TextSpan | null;
  /** How like it is what was asked for, 0 to 1. */
  score: number | null;
  /** What else is to be said of it. */
  facts: ReactNode;
}) {
  const { hit, common, shared, score } = properties;
  const { articleId, start, end, exact } = hit;
  const request = useSend();
  const run = useCommand();
  const keysOf = useKeysOf();
  const touching = useRequest("highlight.list", { articleId, touching: { start, end } }).data ?? [];
  const own = touching.filter((highlight) => highlight.start === start && highlight.end === end);
  const claims = own.reduce((sum, { claimCount }) => sum + claimCount, 0);
  const alike = score === null ? "" : `${percent(score)} alike, `;
  return (
    <GridListItem
      id={keyOfHit(hit)}
      className={styles.row ?? ""}
      textValue={`${alike}${hit.articleTitle}: ${exact}`}
      data-scored={score === null ? undefined : ""}
    >
      {score !== null && (
        <span className={styles.score}>
          <meter className={styles.meter} min={0} max={1} value={score} aria-hidden="true" />
          <span title="How alike the wording is; rare words count for more">{percent(score)}</span>
        </span>
      )}
      <span className={styles.passage}>
        <span className={styles.words} dir="auto">
          {markedSegments(hit, common, shared).map(({ text, from, isCommon, isShared }) =>
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
        <span className={styles.facts}>
          {properties.facts}
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
          onPress={() => void highlightHit({ run }, hit)}
        />
        <Button
          label="Link to the claim at hand"
          icon={<Link2 />}
          keys={keysOf("hit.link")}
          onPress={() => void linkHit({ request, run }, hit, "supports")}
        />
      </span>
    </GridListItem>
  );
}
