import { z } from "zod";

import { ArticleId, ClaimId, OriginId } from "./ids.ts";

/**
 * How well a piece of evidence fits a hypothesis (Heuer, "Psychology of Intelligence Analysis", chapter 8,
 * with the doubled marks of the PARC ACH program): very consistent, consistent, neutral, inconsistent, very
 * inconsistent, not applicable. A cell that was not rated yet is null.
 */
export const AchRating = z.enum(["CC", "C", "N", "I", "II", "NA"]);
export type AchRating = z.infer<typeof AchRating>;

export const AchWeight = z.enum(["low", "medium", "high"]);
export type AchWeight = z.infer<typeof AchWeight>;

/** Both scores of a hypothesis; see core/hypotheses/ach-scores.ts for formulas and sources. */
export const AchScores = z.strictObject({
  /** 0 or more; the lowest is least disproved. */
  inconsistency: z.number(),
  /** 0 or less; the nearest to 0 is least disproved. */
  weightedInconsistency: z.number(),
});
export type AchScores = z.infer<typeof AchScores>;

export const AchHypothesis = z.strictObject({
  claimId: ClaimId,
  ...AchScores.shape,
  /** Rows with a rating of it, "not applicable" included. */
  ratedCount: z.int(),
});
export type AchHypothesis = z.infer<typeof AchHypothesis>;

export const AchRow = z.strictObject({
  claimId: ClaimId,
  credibility: AchWeight,
  relevance: AchWeight,
  /** Ratings of the hypotheses, in their order; null is blank. */
  ratings: z.array(AchRating.nullable()),
  /** 0 when it says the same of all hypotheses, so that it tells none apart; up to 2. */
  diagnosticity: z.number(),
});
export type AchRow = z.infer<typeof AchRow>;

/** Which hypotheses are least disproved, by each score; several when they are level. */
export const AchLeaders = z.strictObject({
  inconsistency: z.array(ClaimId),
  weightedInconsistency: z.array(ClaimId),
});
export type AchLeaders = z.infer<typeof AchLeaders>;

/** An independent line of evidence: an origin, or an article that stands for itself. */
export const AchLine = z.union([
  z.strictObject({ originId: OriginId }),
  z.strictObject({ articleId: ArticleId }),
]);
export type AchLine = z.infer<typeof AchLine>;

export const AchTable = z.strictObject({
  hypotheses: z.array(AchHypothesis),
  rows: z.array(AchRow),
  leaders: AchLeaders,
  /** What would lead without each row, in the order of the rows. */
  withoutRow: z.array(
    z.strictObject({ rowClaimId: ClaimId, leaders: AchLeaders, changesLeader: z.boolean() }),
  ),
  /**
   * What would lead without each independent line that some row rests on alone: the rows that no other
   * line supports fall away.
   */
  withoutLine: z.array(
    z.strictObject({
      line: AchLine,
      name: z.string(),
      rowClaimIds: z.array(ClaimId),
      leaders: AchLeaders,
      changesLeader: z.boolean(),
    }),
  ),
});
export type AchTable = z.infer<typeof AchTable>;
