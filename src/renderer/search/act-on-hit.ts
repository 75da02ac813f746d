import type { Claim, Stance } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import type { ActionContext } from "../actions/action.ts";
import { useClaimsView } from "../claims/claims-view.ts";
import { linkPassages } from "../claims/link-passage.ts";
import type { Request } from "../state/requests.tsx";
import { announce, goToPassage, openPicker, setPassage, useWorkbench } from "../state/workbench.ts";
import type { Passage, WorkbenchState } from "../state/workbench.ts";
import type { Hit } from "./search-state.ts";

/** Shows a hit in the pane of its article, which is opened beside the others if need be. */
export function openHit(hit: Hit): void {
  goToPassage(spanOf(hit));
  announce(`${hit.articleTitle}: ${hit.exact}`);
}

export async function highlightHit({ run }: Pick<ActionContext, "run">, hit: Hit): Promise<void> {
  if ((await run("highlight.create", { ...spanOf(hit), tagIds: [] })) !== null) {
    announce(`Highlighted in ${hit.articleTitle}`);
  }
}

/** Links a hit to the claim at hand; where there is none, a claim is looked for. */
export async function linkHit(
  { request, run }: Pick<ActionContext, "request" | "run">,
  hit: Hit,
  stance: Stance,
): Promise<void> {
  const claim = await findClaimAtHand(request);
  if (claim === null) {
    findClaimFor(hit, stance);
    return;
  }
  await linkPassages(run, claim, [spanOf(hit)], stance);
}

/** Opens the type-ahead for a claim to link a hit to. */
export function findClaimFor(hit: Hit, stance: Stance): void {
  setPassage(spanOf(hit));
  openPicker({ kind: "claim", stance });
}

/** The claim that is shown, else the one that was last made, shown or linked to. */
export function claimAtHand(
  { selection }: Pick<WorkbenchState, "selection">,
  lastClaimId: ClaimId | null,
): ClaimId | null {
  return selection?.kind === "claim" ? selection.claimId : lastClaimId;
}

async function findClaimAtHand(request: Request): Promise<Claim | null> {
  const id = claimAtHand(useWorkbench.getState(), useClaimsView.getState().lastClaimId);
  const claims = id === null ? [] : await request("claim.list", {});
  return claims.find((claim) => claim.id === id) ?? null; // it may be in the trash meanwhile
}

function spanOf({ articleId, start, end }: Hit): Passage {
  return { articleId, start, end };
}
