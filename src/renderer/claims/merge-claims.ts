import type { ClaimId } from "#contract/ids";

import type { RunCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { selectClaim } from "./claims-view.ts";
import { countOf } from "./status-words.ts";

/** Merges claims into one, shows it and says what became of it; false when that failed (and is shown). */
export async function mergeClaims(
  run: RunCommand,
  intoClaimId: ClaimId,
  claimIds: readonly ClaimId[],
): Promise<boolean> {
  const merged = await run("claim.merge", { intoClaimId, claimIds: [...claimIds] });
  if (merged === null) {
    return false;
  }
  selectClaim(intoClaimId);
  const { joined } = merged;
  announce(
    joined.length === 0
      ? "Merged; all evidence and wordings are kept"
      : `Merged; ${countOf(joined.length, "passage")} stood with another stance on each side, please look at ${joined.length === 1 ? "it" : "them"}`,
  );
  return true;
}
