import type { AchRating } from "#contract/ach";
import { Failure } from "#contract/failure";
import type { ClaimId } from "#contract/ids";

import type { WriteContext } from "../core-context.ts";

type Cell = {
  readonly rowClaimId: ClaimId;
  readonly hypothesisClaimId: ClaimId;
  readonly rating: AchRating;
};

/**
 * A claim's place among hypotheses or evidence rows becomes another claim's, with its ratings; where that
 * has a place of its own, it keeps its ratings and weights, and its blank cells are filled.
 * @throws Failure conflict when one of the two is a hypothesis and the other is evidence
 */
export function moveAchEntries(
  { db, journal }: WriteContext,
  fromClaimId: ClaimId,
  intoClaimId: ClaimId,
): void {
  const isIn = (table: "ach_hypothesis" | "ach_row", claimId: ClaimId) =>
    db.get(`SELECT 1 FROM ${table} WHERE claim_id = :claimId`, { claimId }) !== undefined;
  for (const [table, other] of [
    ["ach_hypothesis", "ach_row"],
    ["ach_row", "ach_hypothesis"],
  ] as const) {
    const entry = db.get<Record<string, string | number | null>>(
      `SELECT * FROM ${table} WHERE claim_id = :fromClaimId`,
      { fromClaimId },
    );
    if (entry === undefined) {
      continue;
    }
    if (isIn(other, intoClaimId)) {
      throw new Failure(
        "conflict",
        "One of these claims is a hypothesis and the other is evidence for hypotheses. Take one out first.",
        { path: ["claimIds"] },
      );
    }
    if (!isIn(table, intoClaimId)) {
      journal.insert(table, { ...entry, claim_id: intoClaimId });
    }
    const cells = db.all<Cell>(
      `SELECT row_claim_id AS rowClaimId, hypothesis_claim_id AS hypothesisClaimId, rating
      FROM ach_rating
      WHERE :fromClaimId IN (row_claim_id, hypothesis_claim_id)
      ORDER BY row_claim_id, hypothesis_claim_id`,
      { fromClaimId },
    );
    const placed = (claimId: ClaimId) => (claimId === fromClaimId ? intoClaimId : claimId);
    for (const { rowClaimId, hypothesisClaimId, rating } of cells) {
      const key = {
        row_claim_id: placed(rowClaimId),
        hypothesis_claim_id: placed(hypothesisClaimId),
      };
      journal.remove("ach_rating", {
        row_claim_id: rowClaimId,
        hypothesis_claim_id: hypothesisClaimId,
      });
      const isRated = db.get(
        `SELECT 1
        FROM ach_rating
        WHERE row_claim_id = :row_claim_id AND hypothesis_claim_id = :hypothesis_claim_id`,
        key,
      );
      if (isRated === undefined) {
        journal.insert("ach_rating", { ...key, rating });
      }
    }
    journal.remove(table, { claim_id: fromClaimId });
  }
}
