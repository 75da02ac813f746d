import { ArrowLeft } from "lucide-react";
import { useRef, useState } from "react";

import type { Article } from "#contract/article";

import { countOf } from "../claims/status-words.ts";
import { useRequest } from "../state/requests.tsx";
import { Button } from "../ui/button.tsx";
import { percent } from "./article-words.ts";
import { kindOfRun } from "./mark-runs.ts";
import { MarkedText } from "./marked-text.tsx";
import { PairVerdict } from "./pair-verdict.tsx";
import { comparePair } from "./wording-view.ts";

import styles from "./pair-view.module.css";

/** From this length on, in UTF-16 code units, only paragraphs with common wording are shown at first. */
const longText = 60_000;

/** Two articles side by side with their common runs marked in both, quotations told apart from narration. */
export function PairView({ articleA, articleB }: { articleA: Article; articleB: Article }) {
  const ids = { articleIdA: articleA.id, articleIdB: articleB.id };
  const comparison = useRequest("wording.compare", ids).data;
  const textA = useRequest("article.read", { articleId: articleA.id }).data;
  const textB = useRequest("article.read", { articleId: articleB.id }).data;
  const [onlyCommon, setOnlyCommon] = useState(
    articleA.textLength + articleB.textLength > longText,
  );
  const [current, setCurrent] = useState<number | null>(null);
  const view = useRef<HTMLElement>(null);
  if (comparison === undefined || textA === undefined || textB === undefined) {
    return <p className={styles.waiting}>Comparing the two articles</p>;
  }
  // The answer may have the two the other way round.
  const isTurned = comparison.articleIdA !== articleA.id;
  const runs = comparison.runs.map((run) => ({
    a: isTurned ? run.spanB : run.spanA,
    b: isTurned ? run.spanA : run.spanB,
    kind: kindOfRun(run),
    words: run.words,
  }));
  const goTo = (at: number) => {
    const next = runs.length === 0 ? null : (at + runs.length) % runs.length;
    setCurrent(next);
    if (next !== null) {
      for (const mark of view.current?.querySelectorAll(`[data-run="${next}"]`) ?? []) {
        mark.scrollIntoView({ block: "center" });
      }
    }
  };
  const shown = current === null ? undefined : runs[current];
  return (
    <section ref={view} className={styles.pair} aria-label="Two articles side by side">
      <header className={styles.bar}>
        <Button
          label="All pairs"
          icon={<ArrowLeft />}
          showLabel
          onPress={() => comparePair(null)}
        />
        <span>
          Narration <b>{percent(comparison.narrationShare)}</b>, quotation{" "}
          <b>{percent(comparison.quotationShare)}</b> of {countOf(comparison.words, "word")}
        </span>
        <span className={styles.steps}>
          <Button
            label="Previous run"
            isDisabled={runs.length === 0}
            onPress={() => goTo((current ?? runs.length) - 1)}
          />
          <Button
            label="Next run"
            isDisabled={runs.length === 0}
            onPress={() => goTo((current ?? -1) + 1)}
          />
          <span role="status">
            {shown === undefined || current === null
              ? countOf(runs.length, "common run")
              : `Run ${current + 1} of ${runs.length}: ${countOf(shown.words, "word")}, ${kindWords[shown.kind]}`}
          </span>
        </span>
        <label className={styles.only}>
          <input
            type="checkbox"
            checked={onlyCommon}
            onChange={(event) => setOnlyCommon(event.target.checked)}
          />
          Only common paragraphs
        </label>
      </header>
      <PairVerdict articleA={articleA} articleB={articleB} verdict={comparison.verdict} />
      <p className={styles.legend}>
        <mark className={styles.mark} data-kind="narration">
          narration
        </mark>{" "}
        <mark className={styles.mark} data-kind="quotation">
          quotation
        </mark>{" "}
        <mark className={styles.mark} data-kind="both">
          some of each
        </mark>{" "}
        Numbers tell which run stands where in the other article.
      </p>
      <div className={styles.texts}>
        <MarkedText
          letter="A"
          article={articleA}
          text={textA}
          runs={runs.map(({ a, kind }) => ({ span: a, kind }))}
          current={current}
          onlyCommon={onlyCommon}
          onChoose={goTo}
        />
        <MarkedText
          letter="B"
          article={articleB}
          text={textB}
          runs={runs.map(({ b, kind }) => ({ span: b, kind }))}
          current={current}
          onlyCommon={onlyCommon}
          onChoose={goTo}
        />
      </div>
    </section>
  );
}

const kindWords = {
  narration: "narration",
  quotation: "quotation",
  both: "narration and quotation",
} as const;
