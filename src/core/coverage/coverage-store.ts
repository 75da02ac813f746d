import type { Coverage } from "#contract/claim";
import type { ArticleId, ClaimId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import { requireArticle } from "../articles/article-store.ts";
import { requireClaim } from "../claims/claim-store.ts";
import type { ReadContext, WriteContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

/** Every pair of claim and article, by claim, then article. Evidence outweighs a mark of silence. */
export function listCoverage({ db }: ReadContext): Coverage[] {
  return readCoverage(db, null, null);
}

export function markCoverage(
  { db, journal, now }: WriteContext,
  { claimId, articleId, silent }: ParsedInputOf<"coverage.mark">,
): Coverage {
  requireClaim(db, claimId);
  requireArticle(db, articleId);
  const key = { claim_id: claimId, article_id: articleId };
  const isMarked =
    db.get(
      "SELECT 1 FROM coverage WHERE claim_id = :claim_id AND article_id = :article_id",
      key,
    ) !== undefined;
  if (silent && !isMarked) {
    journal.insert("coverage", { ...key, checked_at: now() });
  } else if (!silent && isMarked) {
    journal.remove("coverage", key);
  }
  journal.label(silent ? "mark as checked and silent" : "mark as not yet checked");
  const [coverage] = readCoverage(db, claimId, articleId);
  if (coverage === undefined) {
    throw new Error("coverage of a claim and an article that were there is missing");
  }
  return coverage;
}

function readCoverage(
  db: ReadableDb,
  claimId: ClaimId | null,
  articleId: ArticleId | null,
): Coverage[] {
  return db.all<Coverage>(
    `SELECT claim.id AS claimId, article.id AS articleId,
      CASE
        WHEN EXISTS (
          SELECT 1
          FROM evidence JOIN highlight ON highlight.id = evidence.highlight_id
          WHERE evidence.claim_id = claim.id AND highlight.article_id = article.id
            AND highlight.trashed_at IS NULL) THEN 'has evidence'
        WHEN coverage.claim_id IS NOT NULL THEN 'silent'
        ELSE 'unchecked'
      END AS state
    FROM claim CROSS JOIN article
      LEFT JOIN coverage ON coverage.claim_id = claim.id AND coverage.article_id = article.id
    WHERE claim.trashed_at IS NULL AND article.trashed_at IS NULL
      AND (:claimId IS NULL OR claim.id = :claimId)
      AND (:articleId IS NULL OR article.id = :articleId)
    ORDER BY claim.position, claim.id, article.position, article.id`,
    { claimId, articleId },
  );
}
