import { ArrowUpRight } from "lucide-react";

import type { Article, ArticleText, TextSpan } from "#contract/article";

import { goToPassage } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { nameOfArticle } from "./article-words.ts";
import { segmentsOf } from "./mark-runs.ts";
import type { RunKind } from "./mark-runs.ts";

import styles from "./pair-view.module.css";

/** An article's text with the common runs marked and numbered. A click on one shows it on both sides. */
export function MarkedText(properties: {
  letter: "A" | "B";
  article: Article;
  text: ArticleText;
  runs: readonly { readonly span: TextSpan; readonly kind: RunKind }[];
  /** The run that is looked at, by its place. */
  current: number | null;
  /** Leave out paragraphs without a common run. */
  onlyCommon: boolean;
  onChoose: (run: number) => void;
}) {
  const { letter, article, text, runs, current, onlyCommon, onChoose } = properties;
  const spans = runs.map(({ span }) => span);
  const shownRun = current === null ? undefined : spans[current];
  const blocks = text.blocks
    .map((block) => ({ block, segments: segmentsOf(block, spans) }))
    .filter(({ segments }) => !onlyCommon || segments.some((one) => one.runs.length > 0));
  return (
    <article className={styles.side} aria-label={`${letter}: ${article.title}`} tabIndex={0}>
      <h3 className={styles.title}>
        <b>{letter}</b> <bdi>{nameOfArticle(article)}</bdi>
        <Button
          label={`Go to ${letter} on the desk`}
          icon={<ArrowUpRight />}
          onPress={() =>
            goToPassage({
              articleId: article.id,
              start: shownRun?.start ?? 0,
              end: shownRun?.end ?? 0,
            })
          }
        />
      </h3>
      {blocks.map(({ block, segments }) => (
        <p
          key={block.start}
          dir="auto"
          className={styles.block}
          data-heading={block.kind === "heading" ? "" : undefined}
          data-boilerplate={block.boilerplate ? "" : undefined}
        >
          {segments.map((segment) => {
            const [run] = segment.runs;
            const words = text.text.slice(segment.start, segment.end);
            const kind = run === undefined ? undefined : runs[run]?.kind;
            if (run === undefined || kind === undefined) {
              return words;
            }
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the buttons above go from run to run
              <mark
                key={segment.start}
                className={styles.mark}
                data-kind={kind}
                data-run={run}
                data-current={current !== null && segment.runs.includes(current) ? "" : undefined}
                onClick={() => onChoose(run)}
              >
                {segment.start === runs[run]?.span.start && (
                  <sup className={styles.number}>{run + 1}</sup>
                )}
                {words}
              </mark>
            );
          })}
        </p>
      ))}
      {blocks.length === 0 && <p className={styles.block}>No paragraph has common wording.</p>}
    </article>
  );
}
