import { create } from "zustand";

import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import { select, useWorkbench } from "../state/workbench.ts";
import { noFilter } from "./claims-filter.ts";
import type { ClaimsListing } from "./claims-filter.ts";

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
  /** The part of the inspector that takes the focus as soon as it is on the page. */
  readonly partWanted: ClaimPart | null;
  /** Chosen in the list, to act on all of them at once; the inspector shows the last of them. */
  readonly chosenIds: readonly ClaimId[];
  readonly listing: ClaimsListing;
  /** A new claim that is being typed; it stays while another view is open. */
  readonly draft: string;
};

export type ClaimPart = "merge" | "move";

/** What the claims' own parts of the page tell each other; nothing of it outlives the window. */
export const useClaimsView = create<ClaimsView>(() => ({
  statementEdit: null,
  freshClaim: null,
  lastClaimId: null,
  newClaimWanted: false,
  inspectorWantedFor: null,
  partWanted: null,
  chosenIds: [],
  listing: { filter: noFilter, sort: "position", group: "none" },
  draft: "",
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

export function typeNewClaim(draft: string): void {
  setState({ draft });
}

export function changeListing(patch: Partial<ClaimsListing>): void {
  setState(({ listing }) => ({ listing: { ...listing, ...patch } }));
}

/** Chooses claims in the list; the last of them is shown in the inspector. */
export function chooseClaims(chosenIds: readonly ClaimId[]): void {
  setState({ chosenIds });
  const last = chosenIds.at(-1);
  if (last !== undefined) {
    selectClaim(last);
  }
}

/** What is acted on in the list: the chosen claims, or the one that is shown. */
export function claimsToActOn(): readonly ClaimId[] {
  const { selection } = useWorkbench.getState();
  const { chosenIds } = useClaimsView.getState();
  if (selection?.kind !== "claim") {
    return [];
  }
  return chosenIds.includes(selection.claimId) ? chosenIds : [selection.claimId];
}

/** Shows a part of the selected claim in the inspector and moves the focus there. */
export function askForPart(partWanted: ClaimPart | null): void {
  if (partWanted !== null) {
    useWorkbench.setState({ inspectorOpen: true });
  }
  setState({ partWanted });
}
