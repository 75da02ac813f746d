import type { BoardId, CardId, ClaimId } from "#contract/ids";

import type { WriteContext } from "../core-context.ts";

/** Cards of one claim stand for another from now on; on boards that show that one already, they go. */
export function moveCards(
  { db, journal }: WriteContext,
  fromClaimId: ClaimId,
  intoClaimId: ClaimId,
): void {
  const cardsOf = (claimId: ClaimId) =>
    db.all<{ id: CardId; boardId: BoardId }>(
      "SELECT id, board_id AS boardId FROM card WHERE claim_id = :claimId ORDER BY id",
      { claimId },
    );
  const known = new Set(cardsOf(intoClaimId).map(({ boardId }) => boardId));
  for (const { id, boardId } of cardsOf(fromClaimId)) {
    if (known.has(boardId)) {
      journal.remove("card", { id });
    } else {
      journal.update("card", { id }, { claim_id: intoClaimId });
    }
  }
}
