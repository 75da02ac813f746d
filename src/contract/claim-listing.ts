import { statusInForce } from "./claim.ts";
import type { Claim, ClaimSort, ClaimStatus, Stance } from "./claim.ts";
import { Reliability } from "./grades.ts";
import type { ArticleId, TagId } from "./ids.ts";

/**
 * How a list of claims is narrowed and ordered. The page does it with the claims that it has, so that each
 * typed letter is seen at once; the core does it for everyone else. Pure, so that both do the same.
 */
type ClaimConditions = {
  readonly status?: ClaimStatus | undefined;
  readonly stance?: Stance | undefined;
  readonly tagId?: TagId | undefined;
  readonly articleId?: ArticleId | undefined;
  readonly reliability?: readonly Reliability[] | undefined;
  readonly text?: string | undefined;
};

/** Answers for each claim whether it meets every given condition. */
export function claimMatcher(conditions: ClaimConditions): (claim: Claim) => boolean {
  const { status, stance, tagId, articleId, reliability, text = "" } = conditions;
  const words = foldForSearch(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return (claim) => {
    if (
      (status !== undefined && statusInForce(claim) !== status) ||
      (stance !== undefined && claim.counts[stance].highlights === 0) ||
      (tagId !== undefined && !claim.tagIds.includes(tagId)) ||
      (articleId !== undefined && !claim.articleIds.includes(articleId)) ||
      (reliability !== undefined &&
        !claim.reliabilities.some((grade) => reliability.includes(grade)))
    ) {
      return false;
    }
    if (words.length === 0) {
      return true;
    }
    const searched = searchedText(claim);
    return words.every((word) => searched.includes(word));
  };
}

/** Claims do not change, so that the text of each is folded once, however many letters are typed. */
const foldedTexts = new WeakMap<Claim, string>();

function searchedText(claim: Claim): string {
  const known = foldedTexts.get(claim);
  if (known !== undefined) {
    return known;
  }
  const variants = claim.variants.map((variant) => variant.statement);
  const folded = foldForSearch([claim.statement, ...variants, claim.note].join("\n"));
  foldedTexts.set(claim, folded);
  return folded;
}

/** Lower case without accents: "Élysée" is found by "elysee". */
function foldForSearch(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

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

/** Places of tags in the codebook and of articles in the library. */
export type SortRanks = {
  readonly tags: ReadonlyMap<TagId, number>;
  readonly articles: ReadonlyMap<ArticleId, number>;
};

const comparators: Record<ClaimSort, (a: Claim, b: Claim, ranks: SortRanks) => number> = {
  position: () => 0,
  status: (a, b) => statusOrder.indexOf(statusInForce(a)) - statusOrder.indexOf(statusInForce(b)),
  statement: (a, b) => alphabetical.compare(a.statement, b.statement),
  newest: (a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0),
  evidence: (a, b) => b.counts.all.highlights - a.counts.all.highlights,
  independent: (a, b) => b.counts.supports.independent - a.counts.supports.independent,
  contradictions: (a, b) => b.contradictions - a.contradictions,
  disputes: (a, b) => b.counts.disputes.highlights - a.counts.disputes.highlights,
  tag: (a, b, { tags }) => firstRank(a.tagIds, tags) - firstRank(b.tagIds, tags),
  article: (a, b, { articles }) =>
    firstRank(a.articleIds, articles) - firstRank(b.articleIds, articles),
  reliability: (a, b) => rankOfBestGrade(a) - rankOfBestGrade(b),
};

/** Claims that are equal in `sort` keep the order in which they were given. */
export function sortClaims(claims: readonly Claim[], sort: ClaimSort, ranks: SortRanks): Claim[] {
  const compare = comparators[sort];
  return claims.toSorted((a, b) => compare(a, b, ranks));
}

/** A finite number, so that two claims without any are equal. */
function firstRank<Id>(ids: readonly Id[], ranks: ReadonlyMap<Id, number>): number {
  return Math.min(ranks.size, ...ids.map((id) => ranks.get(id) ?? ranks.size));
}

/** F means unknown, not worst: it comes after every grade, and no evidence at all comes after F. */
function rankOfBestGrade({ reliabilities: [best] }: Claim): number {
  return best === undefined ? Reliability.options.length : Reliability.options.indexOf(best);
}

/** The places of things by their id, in their order. */
export function placed<Id>(things: readonly { readonly id: Id }[]): ReadonlyMap<Id, number> {
  return new Map(things.map(({ id }, index) => [id, index]));
}
