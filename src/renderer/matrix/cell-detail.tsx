import type { Article } from "#contract/article";

import { Grade } from "../claims/grade.tsx";
import { useRequest } from "../state/requests.tsx";
import { goToPassage } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { cellWords } from "./cell-words.ts";
import { passageCount } from "./matrix-facts.ts";
import type { RowFacts } from "./matrix-facts.ts";

import styles from "./cell-detail.module.css";

/** What stands behind the cell that is pointed at or walked to: its quotes, and what can be done. */
export function CellDetail(properties: {
  row: RowFacts | undefined;
  /** Undefined on the head of a row. */
  article: Article | undefined;
  onOpen: () => void;
  onSilent: () => void;
}) {
  const { row, article, onOpen, onSilent } = properties;
  const answer = useRequest(
    "evidence.list",
    row === undefined ? null : { claimId: row.claim.id },
  ).data;
  if (row === undefined || article === undefined) {
    return (
      <div className={styles.detail} aria-hidden={row === undefined}>
        <p className={styles.words} dir="auto">
          {row?.claim.statement}
        </p>
      </div>
    );
  }
  const cell = row.cells.get(article.id);
  const state = cell?.state ?? "unchecked";
  const isFilled = passageCount(cell) > 0;
  const passages = (answer ?? []).filter(
    ({ claimId, articleId }) => claimId === row.claim.id && articleId === article.id,
  );
  return (
    <section className={styles.detail} aria-label="Behind the cell">
      <div className={styles.words}>
        <p className={styles.title}>
          <span aria-hidden="true">{cellWords[state].sign} </span>
          {cellWords[state].word}: <bdi>{article.outlet ?? article.title}</bdi>
        </p>
        {passages.map((one) => (
          <button
            key={one.id}
            type="button"
            className={styles.quote}
            onClick={() => goToPassage(one)}
          >
            <span data-stance={one.stance} className={styles.sign}>
              {cellWords[one.stance].sign}
            </span>{" "}
            {one.verified ? (
              <span dir="auto">“{one.exact}”</span>
            ) : (
              <span dir="auto">Not verbatim: {one.exact}</span>
            )}{" "}
            <Grade reliability={one.reliability} credibility={one.credibility} />
            {one.attribution !== null && <span dir="auto"> said by {one.attribution}</span>}
          </button>
        ))}
        {!isFilled && (
          <p className={styles.hint}>
            {state === "silent"
              ? "Read, and it says nothing about this claim."
              : "Nobody has looked yet whether it says anything about this claim."}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <Button
          label={isFilled ? "Go to the passage" : "Go to the most similar sentence"}
          keys="Enter"
          onPress={onOpen}
        />
        {!isFilled && (
          <Button
            label={state === "silent" ? "Not checked after all" : "Mark as silent"}
            keys="o"
            onPress={onSilent}
          />
        )}
      </div>
    </section>
  );
}
