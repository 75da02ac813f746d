import type { AchLeaders, AchLine, AchRow, AchScores, AchTable } from "#contract/ach";
import type { ClaimId } from "#contract/ids";

import {
  diagnosticity,
  inconsistencyScore,
  leadersOf,
  weightedInconsistencyScore,
} from "./ach-scores.ts";

export type AchInput = {
  readonly hypothesisIds: readonly ClaimId[];
  readonly rows: readonly Omit<AchRow, "diagnosticity">[];
  readonly lines: readonly SupportingLine[];
};

/** An independent line of evidence, with the rows that it supports and those of them that it alone does. */
export type SupportingLine = {
  readonly line: AchLine;
  readonly name: string;
  readonly soleSupportOf: readonly ClaimId[];
};

/**
 * Scores, leaders, and what would lead without each row and without each independent line (Heuer's step 6:
 * how sensitive is the conclusion to a few critical items?). Without a line, the rows that rest on it alone
 * fall away; rows that others support too stay.
 */
export function buildAchTable({ hypothesisIds, rows, lines }: AchInput): AchTable {
  const scores = scoresOf(hypothesisIds, rows);
  const leaders = leadingClaims(hypothesisIds, scores);
  const without = (removed: readonly ClaimId[]) => {
    const left = rows.filter((row) => !removed.includes(row.claimId));
    const others = leadingClaims(hypothesisIds, scoresOf(hypothesisIds, left));
    return { leaders: others, changesLeader: !isSame(leaders, others) };
  };
  return {
    hypotheses: hypothesisIds.map((claimId, index) => ({
      claimId,
      ...(scores[index] ?? { inconsistency: 0, weightedInconsistency: 0 }),
      ratedCount: rows.filter((row) => (row.ratings[index] ?? null) !== null).length,
    })),
    rows: rows.map((row) => ({ ...row, diagnosticity: diagnosticity(row.ratings) })),
    leaders,
    withoutRow: rows.map(({ claimId }) => ({ rowClaimId: claimId, ...without([claimId]) })),
    withoutLine: lines.map(({ line, name, soleSupportOf }) => ({
      line,
      name,
      rowClaimIds: [...soleSupportOf],
      ...without(soleSupportOf),
    })),
  };
}

function scoresOf(
  hypothesisIds: readonly ClaimId[],
  rows: readonly Omit<AchRow, "diagnosticity">[],
): AchScores[] {
  return hypothesisIds.map((_, index) => {
    const cells = rows.map(({ ratings, credibility, relevance }) => ({
      rating: ratings[index] ?? null,
      credibility,
      relevance,
    }));
    return {
      inconsistency: inconsistencyScore(cells.map(({ rating }) => rating)),
      weightedInconsistency: weightedInconsistencyScore(cells),
    };
  });
}

function leadingClaims(
  hypothesisIds: readonly ClaimId[],
  scores: readonly AchScores[],
): AchLeaders {
  const leaders = leadersOf(scores);
  const claimsAt = (places: readonly number[]) =>
    places.flatMap((place) => hypothesisIds[place] ?? []);
  return {
    inconsistency: claimsAt(leaders.inconsistency),
    weightedInconsistency: claimsAt(leaders.weightedInconsistency),
  };
}

/** Both list claims in the order of the hypotheses. */
function isSame(a: AchLeaders, b: AchLeaders): boolean {
  return (
    a.inconsistency.join() === b.inconsistency.join() &&
    a.weightedInconsistency.join() === b.weightedInconsistency.join()
  );
}
