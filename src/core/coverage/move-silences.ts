import type { ArticleId, ClaimId } from "#contract/ids";

import type { WriteContext } from "../core-context.ts";

/** Marks of silence of one claim become those of another; what that has marked itself stays. */
export function moveSilences(
  { db, journal }: WriteContext,
  fromClaimId: ClaimId,
  intoClaimId: ClaimId,
): void {
  const marksOf = (claimId: ClaimId) =>
    db.all<{ articleId: ArticleId; checkedAt: string }>(
      `SELECT article_id AS articleId, checked_at AS checkedAt
      FROM coverage
      WHERE claim_id = :claimId
      ORDER BY article_id`,
      { claimId },
    );
  const known = new Set(marksOf(intoClaimId).map(({ articleId }) => articleId));
  for (const { articleId, checkedAt } of marksOf(fromClaimId)) {
    journal.remove("coverage", { claim_id: fromClaimId, article_id: articleId });
    if (!known.has(articleId)) {
      journal.insert("coverage", {
        claim_id: intoClaimId,
        article_id: articleId,
        checked_at: checkedAt,
      });
    }
  }
}
