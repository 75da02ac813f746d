import type { ClaimId } from "#contract/ids";

import type { RunCommand } from "../state/use-command.ts";
import { announce, select } from "../state/workbench.ts";
import { neighbourOf } from "./claim-order.ts";
import { selectClaim } from "./claims-view.ts";

/** Moves a claim to the trash; its neighbour in `order` is selected instead. Answers that neighbour. */
export async function removeClaim(
  run: RunCommand,
  claimId: ClaimId,
  order: readonly ClaimId[],
): Promise<ClaimId | null> {
  const neighbour = neighbourOf(order, claimId);
  if ((await run("claim.trash", { claimIds: [claimId] })) === null) {
    return claimId;
  }
  if (neighbour === null) {
    select(null);
  } else {
    selectClaim(neighbour);
  }
  announce("Claim moved to the trash; undo brings it back");
  return neighbour;
}
