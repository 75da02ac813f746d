import type { ClaimId } from "#contract/ids";

/** A claim may stand in several groups of the list, so a row's key names both. */
export function rowKey(groupId: string, claimId: ClaimId): string {
  return `${groupId} ${claimId}`;
}

export function claimOfKey(key: string): ClaimId {
  return key.slice(key.lastIndexOf(" ") + 1) as ClaimId; // made by rowKey
}

/**
 * Which claims are chosen after rows were: a claim that stands in several groups is chosen in all of them,
 * and taking it out of one takes it out of all. In the order of `after`, the added ones last.
 */
export function chosenAfter(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): readonly ClaimId[] {
  const idsOf = (keys: Iterable<string>) => new Set([...keys].map(claimOfKey));
  const removed = idsOf(before.difference(after));
  const kept = idsOf(before.intersection(after)).difference(removed);
  const chosen = kept.union(idsOf(after.difference(before)));
  return [...(chosen.size === 0 ? idsOf(after) : chosen)];
}
