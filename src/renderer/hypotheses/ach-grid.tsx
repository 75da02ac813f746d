import { useEffect } from "react";
import type { KeyboardEvent, MouseEvent } from "react";

import { scoreWords } from "#contract/ach-words";

import type { AchFacts, RowFacts } from "./ach-facts.ts";
import { cellId, placeAfterKey } from "./ach-place.ts";
import type { AchColumnId, AchPlace, AchRowId } from "./ach-place.ts";
import { ratingWord, weights } from "./ach-words.ts";

import styles from "./ach-grid.module.css";

/**
 * Evidence × hypotheses. Arrow keys, Home and End walk; `onKey` gets the others, for the cell that they
 * are pressed on, and answers whether a key was for it.
 */
export function AchGrid(properties: {
  facts: AchFacts;
  active: AchPlace;
  onActive: (place: AchPlace) => void;
  onOpen: (place: AchPlace) => void;
  onKey: (key: string, place: AchPlace) => boolean;
}) {
  const { facts, active, onActive, onOpen, onKey } = properties;
  const { hypotheses, rows } = facts;
  const rowIds: AchRowId[] = [
    "head",
    ...rows.map(({ claimId }) => claimId),
    "inconsistency",
    "weighted",
  ];
  const columnIds: AchColumnId[] = [
    "evidence",
    ...hypotheses.map(({ claimId }) => claimId),
    "credibility",
    "relevance",
    "diagnosticity",
    "without",
  ];
  const activeId = cellId(active);
  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.nativeEvent.isComposing) {
      return;
    }
    const withControl = event.ctrlKey || event.metaKey;
    const next = placeAfterKey(active, event.key, withControl, rowIds, columnIds);
    if (next !== null) {
      onActive(next);
    } else if (withControl || !onKey(event.key, active)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const placeOf = (event: MouseEvent): AchPlace | null => {
    const cell =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
    const row = rowIds.find((id) => id === cell?.dataset["row"]);
    const column = columnIds.find((id) => id === cell?.dataset["column"]);
    return row === undefined || column === undefined ? null : { row, column };
  };
  const cell = (row: AchRowId, column: AchColumnId) => ({
    id: cellId({ row, column }),
    "data-row": row,
    "data-column": column,
    "data-active": cellId({ row, column }) === activeId ? "" : undefined,
  });

  return (
    <div className={styles.scroller}>
      <table
        className={styles.table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid is a table whose cells are walked (ARIA Authoring Practices)
        role="grid"
        aria-label="Evidence and hypotheses"
        aria-describedby="ach-keys"
        aria-activedescendant={activeId}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const place = placeOf(event);
          if (place !== null) {
            onActive(place);
          }
        }}
        onDoubleClick={(event) => {
          const place = placeOf(event);
          if (place !== null) {
            onOpen(place);
          }
        }}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner} {...cell("head", "evidence")}>
              Evidence
            </th>
            {hypotheses.map((one) => (
              <th
                key={one.claimId}
                scope="col"
                className={styles.hypothesis}
                data-leads={one.leads ? "" : undefined}
                title={one.claim.statement}
                {...cell("head", one.claimId)}
              >
                <span className={styles.statement}>
                  <b>{one.letter}</b> <bdi>{one.claim.statement}</bdi>
                </span>
              </th>
            ))}
            <th scope="col" {...cell("head", "credibility")}>
              Credibility
            </th>
            <th scope="col" {...cell("head", "relevance")}>
              Relevance
            </th>
            <th scope="col" {...cell("head", "diagnosticity")}>
              Diagnosticity
            </th>
            <th scope="col" className={styles.words} {...cell("head", "without")}>
              Without it
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.claimId}>
              <th
                scope="row"
                className={styles.evidence}
                title={row.claim.statement}
                {...cell(row.claimId, "evidence")}
              >
                <bdi className={styles.statement}>{row.claim.statement}</bdi>
              </th>
              {hypotheses.map(({ claimId, letter }) => {
                const rating = row.ratings.get(claimId) ?? null;
                return (
                  <td
                    key={claimId}
                    className={styles.rating}
                    data-rating={rating ?? undefined}
                    {...cell(row.claimId, claimId)}
                  >
                    <span aria-hidden="true">{rating}</span>
                    <span className="visually-hidden">
                      {letter}: {ratingWord(rating)}
                    </span>
                  </td>
                );
              })}
              <td className={styles.weight} {...cell(row.claimId, "credibility")}>
                {weightWord(row, "credibility")}
              </td>
              <td className={styles.weight} {...cell(row.claimId, "relevance")}>
                {weightWord(row, "relevance")}
              </td>
              <td className={styles.number} {...cell(row.claimId, "diagnosticity")}>
                {row.diagnosticity.toFixed(2)}
              </td>
              <td
                className={styles.words}
                data-changes={row.changesLeader ? "" : undefined}
                {...cell(row.claimId, "without")}
              >
                {row.changesLeader ? row.without : "no change"}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.evidence} {...cell("inconsistency", "evidence")}>
              Inconsistency
            </th>
            {hypotheses.map((one) => (
              <td
                key={one.claimId}
                className={styles.score}
                data-leads={one.leads ? "" : undefined}
                {...cell("inconsistency", one.claimId)}
              >
                {scoreWords(one.inconsistency)}
                {one.leads && <span className={styles.leads}> leads</span>}
              </td>
            ))}
            <td colSpan={4} className={styles.hint} {...cell("inconsistency", "credibility")}>
              least is least disproved
            </td>
          </tr>
          <tr>
            <th scope="row" className={styles.evidence} {...cell("weighted", "evidence")}>
              Weighted inconsistency
            </th>
            {hypotheses.map((one) => (
              <td key={one.claimId} className={styles.score} {...cell("weighted", one.claimId)}>
                {scoreWords(one.weightedInconsistency)}
              </td>
            ))}
            <td colSpan={4} className={styles.hint} {...cell("weighted", "credibility")}>
              nearest to 0 is least disproved
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function weightWord(row: RowFacts, kind: "credibility" | "relevance"): string {
  return weights.find(({ weight }) => weight === row[kind])?.word ?? "";
}
