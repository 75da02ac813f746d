import type { Claim, ClaimAdvice, Evidence } from "#contract/claim";
import { rowOfLikelihood } from "#contract/likelihood";
import type { Likelihood, LikelihoodRow } from "#contract/likelihood";
import type { ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { listEvidence } from "../evidence/evidence-store.ts";
import { requireClaim } from "./claim-store.ts";

/** What an analyst may want to look at again. Advises, never blocks; nothing is changed by it. */
export function adviseOnClaim(
  context: ReadContext,
  { claimId }: ParsedInputOf<"claim.advice">,
): ClaimAdvice[] {
  const { db } = context;
  const claim = requireClaim(db, claimId);
  const otherRows = db
    .all<{ likelihood: Likelihood }>(
      `SELECT DISTINCT likelihood
      FROM claim
      WHERE likelihood IS NOT NULL AND trashed_at IS NULL AND id <> :claimId`,
      { claimId },
    )
    .map(({ likelihood }) => rowOfLikelihood(likelihood));
  return adviceOn(claim, listEvidence(context, { claimId }), new Set(otherRows));
}

/**
 * The rules, each of which may give one piece of advice:
 * - credibility 1 is "confirmed by other, independent sources" (FM 2-22.3, appendix B), so a passage so
 *   graded needs two independent lines of its stance;
 * - credibility 1 and 2 say "consistent with other information", so not while a dispute stands that the
 *   analyst has not settled by a status of their own: evidence on both sides, or a supported contradiction;
 * - high confidence rests on "multi-source" reporting (ICD 203), so not on one line;
 * - likelihood words are of one row of ICD 203's table in one product.
 * @param rowsOfOthers of the likelihood words of the project's other claims
 */
function adviceOn(
  claim: Claim,
  evidence: readonly Evidence[],
  rowsOfOthers: ReadonlySet<LikelihoodRow>,
): ClaimAdvice[] {
  const advice: ClaimAdvice[] = [];
  const give = (kind: ClaimAdvice["kind"], message: string, links: readonly Evidence[] = []) =>
    advice.push({ kind, message, evidenceIds: links.map(({ id }) => id) });

  const unconfirmed = evidence.filter(
    ({ credibility, stance }) => credibility === 1 && claim.counts[stance].independent < 2,
  );
  if (unconfirmed.length > 0) {
    give(
      "confirmed by one line",
      "Credibility 1 means confirmed by independent sources, and fewer than two independent lines say so here.",
      unconfirmed,
    );
  }

  const isDisputed = claim.status === "disputed" || claim.supportedContradictions > 0;
  const credible = evidence.filter(
    ({ credibility }) => credibility !== null && credibility <= 2 && isDisputed,
  );
  if (credible.length > 0 && claim.statusOverride === null) {
    give(
      "credible while disputed",
      claim.status === "disputed"
        ? "Credibility 1 or 2 means consistent with other information, and other passages take the opposite stance."
        : "Credibility 1 or 2 means consistent with other information, and a supported claim contradicts this one.",
      credible,
    );
  }

  if (claim.confidence === "high" && claim.counts.supports.independent < 2) {
    give(
      "high confidence on one line",
      "High confidence rests on good reporting from several sources, and fewer than two independent lines support this claim.",
    );
  }

  if (claim.likelihood !== null) {
    const row = rowOfLikelihood(claim.likelihood);
    if (rowsOfOthers.has(row === 1 ? 2 : 1)) {
      give(
        "mixed likelihood words",
        `“${claim.likelihood}” is of row ${row} of the ICD 203 table, and other claims use words of the other row. Keep to one row.`,
      );
    }
  }
  return advice;
}
