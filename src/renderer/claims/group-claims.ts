import type { Article } from "#contract/article";
import { statusInForce } from "#contract/claim";
import type { Claim } from "#contract/claim";
import { Reliability, reliabilityMeaning } from "#contract/grades";
import type { Tag } from "#contract/highlight";

import type { ClaimsGrouping } from "./claims-filter.ts";
import { stances, stanceWords } from "./stance-words.ts";
import { statuses, statusWords } from "./status-words.ts";

/** A heading with the claims below it, in their order. `id` is stable and differs from all others. */
export type ClaimGroup = {
  readonly id: string;
  readonly words: string;
  readonly claims: readonly Claim[];
};

type Heading = {
  readonly id: string;
  readonly words: string;
  readonly holds: (claim: Claim) => boolean;
};

/**
 * The claims under headings; groups without claims are left out. A claim of two tags, articles, stances or
 * grades stands under both; one of none stands under the last heading. One nameless group for "none".
 */
export function groupClaims(
  claims: readonly Claim[],
  group: ClaimsGrouping,
  { tags, articles }: { readonly tags: readonly Tag[]; readonly articles: readonly Article[] },
): ClaimGroup[] {
  if (group === "none") {
    return claims.length === 0 ? [] : [{ id: "all", words: "", claims }];
  }
  const headings = headingsOf(group, tags, articles);
  const groups = headings.map(({ id, words, holds }) => ({
    id,
    words,
    claims: claims.filter((claim) => holds(claim)),
  }));
  const rest = claims.filter((claim) => !headings.some(({ holds }) => holds(claim)));
  return [...groups, { id: "rest", words: restWords[group], claims: rest }].filter(
    (one) => one.claims.length > 0,
  );
}

const restWords: Record<Exclude<ClaimsGrouping, "none">, string> = {
  status: "Without a status",
  tag: "Without a tag",
  article: "Without evidence",
  stance: "Without evidence",
  grade: "Without evidence",
};

function headingsOf(
  group: Exclude<ClaimsGrouping, "none">,
  tags: readonly Tag[],
  articles: readonly Article[],
): Heading[] {
  switch (group) {
    case "status":
      // What needs looking at most stands first.
      return statuses.toReversed().map((status) => ({
        id: status,
        words: `${statusWords[status].sign} ${statusWords[status].word}`,
        holds: (claim) => statusInForce(claim) === status,
      }));
    case "tag":
      return tags.map(({ id, name }) => ({
        id,
        words: name,
        holds: (claim) => claim.tagIds.includes(id),
      }));
    case "article":
      return articles.map(({ id, title, outlet }) => ({
        id,
        words: outlet === null ? title : `${outlet}: ${title}`,
        holds: (claim) => claim.articleIds.includes(id),
      }));
    case "stance":
      return stances.map((stance) => ({
        id: stance,
        words: `${stanceWords[stance].sign} ${stanceWords[stance].word}`,
        holds: (claim) => claim.counts[stance].highlights > 0,
      }));
    case "grade":
      return Reliability.options.map((grade) => ({
        id: grade,
        words: `${grade} ${reliabilityMeaning[grade]}`,
        holds: (claim) => claim.reliabilities.includes(grade),
      }));
  }
}
