import type { AchTable } from "#contract/ach";
import { Failure } from "#contract/failure";
import type { ClaimId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import { createClaim } from "../claims/change-claims.ts";
import { requireClaims } from "../claims/claim-store.ts";
import type { WriteContext } from "../core-context.ts";
import { isAchRow, isHypothesis, readAch, requireAchRow, requireHypothesis } from "./ach-store.ts";

/** Claims that are hypotheses already stay where they are. */
export function addHypotheses(
  context: WriteContext,
  entries: ParsedInputOf<"ach.add-hypothesis">,
): AchTable {
  const { db, journal } = context;
  const claimIds = claimsOf(context, entries);
  for (const { id } of requireClaims(db, claimIds)) {
    if (isAchRow(db, id)) {
      throw new Failure("conflict", "This claim is evidence for the hypotheses already.", {
        path: ["claimIds", claimIds.indexOf(id)],
      });
    }
    if (!isHypothesis(db, id)) {
      journal.insert("ach_hypothesis", {
        claim_id: id,
        position: nextPosition(context, "ach_hypothesis"),
      });
    }
  }
  journal.label(claimIds.length === 1 ? "add hypothesis" : "add hypotheses");
  return readAch(context);
}

/** Claims that are rows already stay as they are; new ones weigh medium on both counts. */
export function addAchRows(context: WriteContext, entries: ParsedInputOf<"ach.add-row">): AchTable {
  const { db, journal } = context;
  const claimIds = claimsOf(context, entries);
  for (const { id } of requireClaims(db, claimIds)) {
    if (isHypothesis(db, id)) {
      throw new Failure("conflict", "This claim is a hypothesis; it cannot be evidence as well.", {
        path: ["claimIds", claimIds.indexOf(id)],
      });
    }
    if (!isAchRow(db, id)) {
      journal.insert("ach_row", {
        claim_id: id,
        position: nextPosition(context, "ach_row"),
        credibility: "medium",
        relevance: "medium",
      });
    }
  }
  journal.label(claimIds.length === 1 ? "add evidence row" : "add evidence rows");
  return readAch(context);
}

/** Its ratings go with it; the claim itself stays. */
export function removeHypothesis(
  context: WriteContext,
  { claimId }: ParsedInputOf<"ach.remove-hypothesis">,
): AchTable {
  requireHypothesis(context.db, claimId, "claimId");
  removeRatings(context, claimId);
  context.journal.remove("ach_hypothesis", { claim_id: claimId });
  context.journal.label("remove hypothesis");
  return readAch(context);
}

/** Its ratings go with it; the claim itself stays. */
export function removeAchRow(
  context: WriteContext,
  { claimId }: ParsedInputOf<"ach.remove-row">,
): AchTable {
  requireAchRow(context.db, claimId, "claimId");
  removeRatings(context, claimId);
  context.journal.remove("ach_row", { claim_id: claimId });
  context.journal.label("remove evidence row");
  return readAch(context);
}

export function rateAchCell(
  context: WriteContext,
  { rowClaimId, hypothesisClaimId, rating }: ParsedInputOf<"ach.rate">,
): AchTable {
  const { db, journal } = context;
  requireAchRow(db, rowClaimId, "rowClaimId");
  requireHypothesis(db, hypothesisClaimId, "hypothesisClaimId");
  const key = { row_claim_id: rowClaimId, hypothesis_claim_id: hypothesisClaimId };
  const isRated =
    db.get(
      `SELECT 1
      FROM ach_rating
      WHERE row_claim_id = :row_claim_id AND hypothesis_claim_id = :hypothesis_claim_id`,
      key,
    ) !== undefined;
  if (rating === null) {
    if (isRated) {
      journal.remove("ach_rating", key);
    }
  } else if (isRated) {
    journal.update("ach_rating", key, { rating });
  } else {
    journal.insert("ach_rating", { ...key, rating });
  }
  journal.label(rating === null ? "clear rating" : `rate ${rating}`);
  return readAch(context);
}

export function weighAchRow(
  context: WriteContext,
  { rowClaimId, credibility, relevance }: ParsedInputOf<"ach.weigh">,
): AchTable {
  requireAchRow(context.db, rowClaimId, "rowClaimId");
  context.journal.update(
    "ach_row",
    { claim_id: rowClaimId },
    {
      ...(credibility === undefined ? {} : { credibility }),
      ...(relevance === undefined ? {} : { relevance }),
    },
  );
  context.journal.label("weigh evidence");
  return readAch(context);
}

/** The claims that are to join the table; a new statement becomes a claim first, in the same change. */
function claimsOf(
  context: WriteContext,
  entries: ParsedInputOf<"ach.add-row">,
): readonly ClaimId[] {
  return "statement" in entries
    ? [createClaim(context, { statement: entries.statement }).claim.id]
    : entries.claimIds;
}

function removeRatings({ db, journal }: WriteContext, claimId: ClaimId): void {
  const cells = db.all<{ row_claim_id: ClaimId; hypothesis_claim_id: ClaimId }>(
    `SELECT row_claim_id, hypothesis_claim_id
    FROM ach_rating
    WHERE :claimId IN (row_claim_id, hypothesis_claim_id)
    ORDER BY row_claim_id, hypothesis_claim_id`,
    { claimId },
  );
  for (const key of cells) {
    journal.remove("ach_rating", key);
  }
}

function nextPosition({ db }: WriteContext, table: "ach_hypothesis" | "ach_row"): number {
  const last = db.get<{ position: number | null }>(
    `SELECT max(position) AS position FROM ${table}`,
  );
  return (last?.position ?? -1) + 1;
}
