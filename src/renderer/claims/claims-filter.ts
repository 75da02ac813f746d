import type { ClaimStatus } from "#contract/claim";
import type { ArticleId, TagId } from "#contract/ids";
import type { InputOf } from "#contract/requests";

/** Which claims the list shows; all conditions together. */
export type ClaimsFilter = {
  readonly text: string;
  readonly status: ClaimStatus | null;
  readonly tagId: TagId | null;
  readonly articleId: ArticleId | null;
};

export const noFilter: ClaimsFilter = { text: "", status: null, tagId: null, articleId: null };

export function isFiltering({ text, status, tagId, articleId }: ClaimsFilter): boolean {
  return text.trim() !== "" || status !== null || tagId !== null || articleId !== null;
}

/** The same as a request. */
export function claimListOf({
  text,
  status,
  tagId,
  articleId,
}: ClaimsFilter): InputOf<"claim.list"> {
  return {
    ...(text.trim() === "" ? {} : { text: text.trim() }),
    ...(status === null ? {} : { status }),
    ...(tagId === null ? {} : { tagId }),
    ...(articleId === null ? {} : { articleId }),
  };
}
