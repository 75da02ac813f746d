import type { Claim, ClaimSort, ClaimStatus, Stance } from "#contract/claim";
import { claimMatcher, sortClaims } from "#contract/claim-listing";
import type { SortRanks } from "#contract/claim-listing";
import type { ExportScope } from "#contract/export";
import type { Reliability } from "#contract/grades";
import type { ArticleId, TagId } from "#contract/ids";

/** Which claims the list shows; all conditions together. */
export type ClaimsFilter = {
  readonly text: string;
  readonly status: ClaimStatus | null;
  readonly tagId: TagId | null;
  readonly articleId: ArticleId | null;
  readonly stance: Stance | null;
  /** Only claims with evidence from a source of this grade. */
  readonly grade: Reliability | null;
};

/** What stands under one heading. */
export type ClaimsGrouping = "none" | "status" | "tag" | "article" | "stance" | "grade";

/** How the list is shown. */
export type ClaimsListing = {
  readonly filter: ClaimsFilter;
  readonly sort: ClaimSort;
  readonly group: ClaimsGrouping;
};

export const noFilter: ClaimsFilter = {
  text: "",
  status: null,
  tagId: null,
  articleId: null,
  stance: null,
  grade: null,
};

export function isFiltering({ text, ...conditions }: ClaimsFilter): boolean {
  return text.trim() !== "" || Object.values(conditions).some((condition) => condition !== null);
}

/** The claims that the list shows, in its order; `all` are in the analyst's own. */
export function listedClaims(
  all: readonly Claim[],
  { filter, sort }: ClaimsListing,
  ranks: SortRanks,
): readonly Claim[] {
  const { text, status, tagId, articleId, stance, grade } = filter;
  const matches = claimMatcher({
    text,
    status: status ?? undefined,
    tagId: tagId ?? undefined,
    articleId: articleId ?? undefined,
    stance: stance ?? undefined,
    reliability: grade === null ? undefined : [grade],
  });
  return sortClaims(
    all.filter((claim) => matches(claim)),
    sort,
    ranks,
  );
}

/** The same as what is to be exported: exactly the claims of the list. */
export function exportScopeOf({ filter }: ClaimsListing): ExportScope {
  const { text, status, tagId, articleId, stance, grade } = filter;
  return !isFiltering(filter)
    ? { kind: "project" }
    : {
        kind: "filter",
        ...(text.trim() === "" ? {} : { text: text.trim() }),
        ...(status === null ? {} : { status }),
        ...(tagId === null ? {} : { tagId }),
        ...(articleId === null ? {} : { articleId }),
        ...(stance === null ? {} : { stance }),
        ...(grade === null ? {} : { reliability: [grade] }),
      };
}
