import type { AchRating, AchWeight } from "#contract/ach";
import { scoreWords } from "#contract/ach-words";
import { statusInForce } from "#contract/claim";
import type { Claim } from "#contract/claim";

import { coverageOfCounts, statusWords } from "../claims/status-words.ts";
import { Button } from "../ui/button.tsx";
import type { AchFacts } from "./ach-facts.ts";
import type { AchPlace } from "./ach-place.ts";
import { ratings, weights } from "./ach-words.ts";

import styles from "./hypotheses-view.module.css";

/** What the cell that was walked to is about, and everything that can be done there. */
export function AchCellDetail(properties: {
  facts: AchFacts;
  place: AchPlace;
  onRate: (rating: AchRating | null) => void;
  onWeigh: (weight: AchWeight) => void;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const { facts, place, onRate, onWeigh, onOpen, onRemove } = properties;
  const hypothesis = facts.hypotheses.find(({ claimId }) => claimId === place.column);
  const row = facts.rows.find(({ claimId }) => claimId === place.row);
  const rating = hypothesis === undefined ? null : (row?.ratings.get(hypothesis.claimId) ?? null);
  const weighed =
    place.column === "credibility"
      ? "credibility"
      : place.column === "relevance"
        ? "relevance"
        : null;
  return (
    <section className={styles.detail} aria-label="Behind the cell">
      {row !== undefined && <Statement label="Evidence" claim={row.claim} />}
      {hypothesis !== undefined && (
        <Statement label={`Hypothesis ${hypothesis.letter}`} claim={hypothesis.claim} />
      )}
      {row !== undefined && hypothesis !== undefined && (
        <div className={styles.marks} role="group" aria-label="Rating">
          {ratings.map((one) => (
            <Button
              key={one.word}
              label={one.rating === null ? one.word : `${one.rating} ${one.word.toLowerCase()}`}
              keys={one.keys}
              isPressed={one.rating === rating}
              onPress={() => onRate(one.rating)}
            />
          ))}
        </div>
      )}
      {row !== undefined && weighed !== null && (
        <div
          className={styles.marks}
          role="group"
          aria-label={weighed === "credibility" ? "Credibility" : "Relevance"}
        >
          {weights.map(({ weight, word, keys }) => (
            <Button
              key={weight}
              label={`${word} ${weighed}`}
              keys={keys}
              isPressed={row[weighed] === weight}
              onPress={() => onWeigh(weight)}
            />
          ))}
        </div>
      )}
      {hypothesis !== undefined && row === undefined && (
        <p className={styles.soft}>
          Inconsistency {scoreWords(hypothesis.inconsistency)}, weighted{" "}
          {scoreWords(hypothesis.weightedInconsistency)}; {hypothesis.ratedCount} of{" "}
          {facts.rows.length} rated.
        </p>
      )}
      {row !== undefined && place.column === "without" && (
        <p>Without this, {row.changesLeader ? row.without : `nothing changes: ${row.without}`}.</p>
      )}
      {(row !== undefined || hypothesis !== undefined) && (
        <div className={styles.marks}>
          <Button label="Show the claim" keys="Enter" onPress={onOpen} />
          {(row === undefined || place.column === "evidence") && (
            <Button
              label={row === undefined ? "Take the hypothesis out" : "Take the row out"}
              keys="Delete"
              onPress={onRemove}
            />
          )}
        </div>
      )}
    </section>
  );
}

function Statement({ label, claim }: { label: string; claim: Claim }) {
  const status = statusWords[statusInForce(claim)];
  return (
    <p>
      <span className={styles.soft}>{label}: </span>
      <bdi>{claim.statement}</bdi>{" "}
      <span className={styles.soft}>
        <span aria-hidden="true">{status.sign} </span>
        {status.word}. {coverageOfCounts(claim.counts)}.
      </span>
    </p>
  );
}
