import { z } from "zod";

import { TextSpan } from "./article.ts";
import { Stance } from "./claim.ts";
import { Reliability } from "./grades.ts";
import { ArticleId, ClaimId } from "./ids.ts";

/** A stretch of one article, as a request names it. */
const passageFields = {
  articleId: ArticleId,
  start: z.int().min(0),
  end: z.int().min(1),
};
export const PassageSpan = z.strictObject(passageFields);
export type PassageSpan = z.infer<typeof PassageSpan>;

/** How far the project's articles have been read for finding similar passages. */
export const SearchStatus = z.strictObject({
  state: z.enum(["ready", "building"]),
  /** Articles that are known of so far; the trash is left out. */
  articles: z.int(),
  /** Those of them that are still to be read. */
  waiting: z.int(),
  /**
   * What went wrong with the index, which is only a help for searching and is made again by itself:
   * "damaged": it was found damaged, or not ours, and was started anew; "not kept": it cannot be written to the disk and
   * is held in memory until Corroboard ends. Null: nothing.
   */
  fault: z.enum(["damaged", "not kept"]).nullable(),
});
export type SearchStatus = z.infer<typeof SearchStatus>;

/** Words in the same order in both passages. */
export const SharedWords = z.strictObject({
  /** A quotation is in quotation marks; a run is any long stretch of the same words. */
  kind: z.enum(["quotation", "run"]),
  words: z.int(),
  /** Where they stand in the passage that was found. */
  start: z.int(),
  end: z.int(),
});
export type SharedWords = z.infer<typeof SharedWords>;

/** A sentence of another article that is like what was asked for. */
export const SimilarPassage = z.strictObject({
  articleId: ArticleId,
  articleTitle: z.string(),
  outlet: z.string().nullable(),
  reliability: Reliability,
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  /**
   * Above 0, up to 1 for the same words; rare words count for more than common ones. Cannot tell a
   * statement from its negation.
   */
  score: z.number(),
  /** Words of it, in any form, that were asked for; not those that stand in every fifth sentence. */
  commonWords: z.array(TextSpan),
  sharedWords: SharedWords.nullable(),
});
export type SimilarPassage = z.infer<typeof SimilarPassage>;

/** A sentence that has the words that were searched for. */
export const FoundSentence = z.strictObject({
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  /** Where they stand; those of a phrase are one span. */
  words: z.array(TextSpan),
});
export type FoundSentence = z.infer<typeof FoundSentence>;

/** An article with such sentences, in reading order. */
export const FoundInArticle = z.strictObject({
  articleId: ArticleId,
  articleTitle: z.string(),
  outlet: z.string().nullable(),
  reliability: Reliability,
  hits: z.array(FoundSentence),
});
export type FoundInArticle = z.infer<typeof FoundInArticle>;

/** Why a passage answers to another: the first of these that there is. */
export const MatchReason = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("claim"),
    claimId: ClaimId,
    statement: z.string(),
    /** What the passage that was found says about the claim. */
    stance: Stance,
  }),
  z.strictObject({ kind: z.literal("quotation"), words: z.int() }),
  z.strictObject({ kind: z.literal("run"), words: z.int() }),
  z.strictObject({ kind: z.literal("similar") }),
]);
export type MatchReason = z.infer<typeof MatchReason>;

/** The place in an article that answers to a passage of another one. */
export const PassageMatch = z.strictObject({
  ...passageFields,
  exact: z.string(),
  reason: MatchReason,
  /** Likeness of the wording, 0 to 1, whatever the reason. */
  score: z.number(),
});
export type PassageMatch = z.infer<typeof PassageMatch>;
