import type { ClaimSort, ClaimStatus, Stance } from "#contract/claim";
import type { Reliability } from "#contract/grades";
import type { ArticleId, TagId } from "#contract/ids";
import type { InputOf } from "#contract/requests";

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

/** The same as a request. */
export function claimListOf({ filter, sort }: ClaimsListing): InputOf<"claim.list"> {
  const { text, status, tagId, articleId, stance, grade } = filter;
  return {
    ...(text.trim() === "" ? {} : { text: text.trim() }),
    ...(status === null ? {} : { status }),
    ...(tagId === null ? {} : { tagId }),
    ...(articleId === null ? {} : { articleId }),
    ...(stance === null ? {} : { stance }),
    ...(grade === null ? {} : { reliability: [grade] }),
    ...(sort === "position" ? {} : { sort }),
  };
}
