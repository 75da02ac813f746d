import type { AchRating, AchScores, AchWeight } from "#contract/ach";

/** A cell as the weighted score sees it; a blank is null. */
export type WeighedCell = {
  readonly rating: AchRating | null;
  readonly credibility: AchWeight;
  readonly relevance: AchWeight;
};

/**
 * Inconsistency score of a hypothesis: I counts 1, II counts 2, everything else 0. The hypothesis with the
 * lowest sum is the least disproved; consistency never adds to its rank.
 *
 * Source: R. J. Heuer, "Psychology of Intelligence Analysis" (1999), chapter 8, step 5 ("the hypothesis with
 * the fewest minuses"), with the doubled mark of the PARC ACH program.
 */
export function inconsistencyScore(ratings: readonly (AchRating | null)[]): number {
  return ratings.reduce((sum, rating) => sum + inconsistencyOf(rating), 0);
}

/**
 * Weighted inconsistency score of a hypothesis: I counts −1 and II −2, each times the weights of the
 * evidence's credibility and relevance. The hypothesis nearest to 0 is the least disproved.
 *
 * Source: L. Good, J. Shrager, M. Stefik, P. Pirolli, S. Card, with R. Heuer, "ACH1.1: A Tool for Analyzing
 * Competing Hypotheses. Technical Description for Version 1.1", Palo Alto Research Center.
 */
export function weightedInconsistencyScore(cells: readonly WeighedCell[]): number {
  return cells.reduce(
    (sum, { rating, credibility, relevance }) =>
      sum - inconsistencyOf(rating) * weightFactor(credibility) * weightFactor(relevance),
    0,
  );
}

/** Low is 1/√2, medium 1, high √2: "high" on one and "low" on the other cancel out. Source: as above. */
export function weightFactor(weight: AchWeight): number {
  switch (weight) {
    case "low":
      return Math.SQRT1_2;
    case "medium":
      return 1;
    case "high":
      return Math.SQRT2;
  }
}

/**
 * Diagnosticity of a row: the population standard deviation of its ratings over the hypotheses, with II as
 * 1, I 2, N 3, C 4, CC 5. "Not applicable" counts as neutral, and blanks are left out. 0 when the row says
 * the same of all hypotheses, and then it helps to tell none apart; at most 2.
 *
 * Source: Open Synthesis (twschiller/open-synthesis, openach/metrics.py, `diagnosticity`), after Heuer's
 * step 4: evidence that is consistent with all hypotheses has no diagnostic value.
 */
export function diagnosticity(ratings: readonly (AchRating | null)[]): number {
  const values = ratings.flatMap((rating) => (rating === null ? [] : [consistencyValue[rating]]));
  if (values.length === 0) {
    return 0;
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance);
}

/** Places of the hypotheses that are least disproved, by each score; several when they are level. */
export function leadersOf(scores: readonly AchScores[]): {
  inconsistency: number[];
  weightedInconsistency: number[];
} {
  const placesOfLowest = (values: readonly number[]) => {
    const lowest = Math.min(...values);
    return [...values.keys()].filter((place) => (values[place] ?? 0) - lowest <= levelWithin);
  };
  return {
    inconsistency: placesOfLowest(scores.map((score) => score.inconsistency)),
    weightedInconsistency: placesOfLowest(scores.map((score) => -score.weightedInconsistency)),
  };
}

/** Sums of products of √2 are exact to about 1e-15 a term; real differences are no less than 1/2. */
const levelWithin = 1e-9;

const consistencyValue: Record<AchRating, number> = { II: 1, I: 2, N: 3, NA: 3, C: 4, CC: 5 };

function inconsistencyOf(rating: AchRating | null): number {
  return rating === "II" ? 2 : rating === "I" ? 1 : 0;
}
