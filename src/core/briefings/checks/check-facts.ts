import type { Article } from "#contract/article";
import type { CitedQuote } from "#contract/briefing";
import type { Claim, Evidence } from "#contract/claim";
import type { ArticleId, ClaimId, HighlightId } from "#contract/ids";

/** What the rules know of the project. */
export type CheckFacts = {
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly quotes: ReadonlyMap<HighlightId, CitedQuote>;
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly evidenceOf: (claimId: ClaimId) => readonly Evidence[];
  /** The frozen text; null when there is no such article. Also of an article in the trash. */
  readonly frozenText: (articleId: ArticleId) => string | null;
};
