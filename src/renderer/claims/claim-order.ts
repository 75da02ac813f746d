import type { ClaimId } from "#contract/ids";

/**
 * Where a claim goes when it moves one place among the visible ones: the claim that it then stands
 * before (null: the end), or undefined when there is no room. `allIds` is the whole order, of which
 * `visibleIds` is a part; hidden claims keep their places.
 */
export function placeAfterStep(
  allIds: readonly ClaimId[],
  visibleIds: readonly ClaimId[],
  claimId: ClaimId,
  step: -1 | 1,
): ClaimId | null | undefined {
  const at = visibleIds.indexOf(claimId);
  const neighbour = at < 0 ? undefined : visibleIds[at + step];
  if (neighbour === undefined) {
    return undefined;
  }
  return step === -1 ? neighbour : placeBehind(allIds, neighbour, claimId);
}

/** The claim to stand before so as to stand right behind `neighbour`; null: the end. */
export function placeBehind(
  allIds: readonly ClaimId[],
  neighbour: ClaimId,
  claimId: ClaimId,
): ClaimId | null {
  const others = allIds.filter((id) => id !== claimId);
  return others[others.indexOf(neighbour) + 1] ?? null;
}

/** What is chosen when an item goes: the next one, or the one before the last; null when none is left. */
export function neighbourOf<Id>(ids: readonly Id[], gone: Id): Id | null {
  const at = ids.indexOf(gone);
  return at < 0 ? null : (ids[at + 1] ?? ids[at - 1] ?? null);
}
