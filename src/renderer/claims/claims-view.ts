import { create } from "zustand";

import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import { select, useWorkbench } from "../state/workbench.ts";

export type ClaimsView = {
  /** Whose statement is to be put into edit as soon as it is on the page, and how to go back after it. */
  readonly statementEdit: { readonly claimId: ClaimId; readonly goBack: () => void } | null;
  /** Just made: shown before the list has been read again. */
  readonly freshClaim: Claim | null;
  /** Last selected or linked to: first in the type-ahead, and what "next passage" follows. */
  readonly lastClaimId: ClaimId | null;
  /** The field for a new claim takes the focus as soon as it is on the page. */
  readonly newClaimWanted: boolean;
  /** The inspector takes the focus as soon as it shows this claim. */
  readonly inspectorWantedFor: ClaimId | null;
};

/** What the claims' own parts of the page tell each other; nothing of it outlives the window. */
export const useClaimsView = create<ClaimsView>(() => ({
  statementEdit: null,
  freshClaim: null,
  lastClaimId: null,
  newClaimWanted: false,
  inspectorWantedFor: null,
}));

const { setState } = useClaimsView;

export function rememberClaim(claimId: ClaimId): void {
  setState({ lastClaimId: claimId });
}

/** Shows the claim in the inspector. */
export function selectClaim(claimId: ClaimId): void {
  setState({ lastClaimId: claimId });
  select({ kind: "claim", claimId });
}

/** Shows the claim in the inspector, opening that if need be, and moves the focus there. */
export function inspectClaim(claimId: ClaimId): void {
  selectClaim(claimId);
  useWorkbench.setState({ inspectorOpen: true });
  setState({ inspectorWantedFor: claimId });
}

export function inspectorIsFocused(): void {
  setState({ inspectorWantedFor: null });
}

/** Shows a new claim with its statement selected, so that typing replaces it. */
export function editFreshStatement(claim: Claim, goBack: () => void): void {
  setState({ freshClaim: claim, statementEdit: { claimId: claim.id, goBack } });
  selectClaim(claim.id);
  useWorkbench.setState({ inspectorOpen: true });
}

export function endStatementEdit(): void {
  setState({ statementEdit: null });
}

export function askForNewClaim(): void {
  setState({ newClaimWanted: true });
}

export function newClaimIsFocused(): void {
  setState({ newClaimWanted: false });
}
