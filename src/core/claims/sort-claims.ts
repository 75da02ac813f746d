import { statusInForce } from "#contract/claim";
import type { Claim, ClaimSort, ClaimStatus } from "#contract/claim";
import { Reliability } from "#contract/grades";

/** What needs the analyst's eye comes first. */
const statusOrder: readonly ClaimStatus[] = [
  "contradicted",
  "disputed",
  "uncorroborated",
  "single origin",
  "corroborated",
  "not assessed",
];

// A fixed locale, so that the order is the same on every machine.
const alphabetical = new Intl.Collator("en", { numeric: true });

const comparators: Record<ClaimSort, (a: Claim, b: Claim) => number> = {
  position: () => 0,
  status: (a, b) => statusOrder.indexOf(statusInForce(a)) - statusOrder.indexOf(statusInForce(b)),
  statement: (a, b) => alphabetical.compare(a.statement, b.statement),
  newest: (a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0),
  evidence: (a, b) => b.counts.all.highlights - a.counts.all.highlights,
  independent: (a, b) => b.counts.supports.independent - a.counts.supports.independent,
  contradictions: (a, b) => b.contradictions - a.contradictions,
  reliability: (a, b) => rankOfBestGrade(a) - rankOfBestGrade(b),
};

/** Claims that are equal in `sort` keep the order in which they were given. */
export function sortClaims(claims: readonly Claim[], sort: ClaimSort): Claim[] {
  return claims.toSorted(comparators[sort]);
}

/** F means unknown, not worst: it comes after every grade, and no evidence at all comes after F. */
function rankOfBestGrade({ reliabilities: [best] }: Claim): number {
  return best === undefined ? Reliability.options.length : Reliability.options.indexOf(best);
}
