import type { RelationType } from "#contract/claim";
import type { ClaimId, RelationId } from "#contract/ids";

import type { WriteContext } from "../core-context.ts";
import { joinNotes } from "../evidence/join-links.ts";

type RelationRow = {
  readonly id: RelationId;
  readonly from: ClaimId;
  readonly to: ClaimId;
  readonly type: RelationType;
  readonly note: string;
};

const columns = `id, from_claim_id AS "from", to_claim_id AS "to", type, note`;

/**
 * Ties a claim's relations to another claim. A relation between the two is dropped. Where the other is
 * related to the same claim in the same direction already, that relation stays, its type becomes
 * "contradicts" if either is, and both notes are kept.
 */
export function moveRelations(
  { db, journal }: WriteContext,
  fromClaimId: ClaimId,
  intoClaimId: ClaimId,
): void {
  const rows = db.all<RelationRow>(
    `SELECT ${columns}
    FROM relation
    WHERE :fromClaimId IN (from_claim_id, to_claim_id)
    ORDER BY created_at, id`,
    { fromClaimId },
  );
  const placed = (claimId: ClaimId) => (claimId === fromClaimId ? intoClaimId : claimId);
  for (const row of rows) {
    const from = placed(row.from);
    const to = placed(row.to);
    if (from === to) {
      journal.remove("relation", { id: row.id });
      continue;
    }
    const there = db.get<RelationRow>(
      `SELECT ${columns} FROM relation WHERE from_claim_id = :from AND to_claim_id = :to`,
      { from, to },
    );
    if (there === undefined) {
      journal.update("relation", { id: row.id }, { from_claim_id: from, to_claim_id: to });
      continue;
    }
    journal.remove("relation", { id: row.id });
    journal.update(
      "relation",
      { id: there.id },
      {
        type: row.type === "contradicts" ? "contradicts" : there.type,
        note: joinNotes(there.note, row.note),
      },
    );
  }
}
