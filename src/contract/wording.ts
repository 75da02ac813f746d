import { z } from "zod";

import { TextSpan } from "./article.ts";
import { ArticleId } from "./ids.ts";

/** How much of two articles is the same wording. Shares are of the words of the smaller article, 0 to 1. */
export const SharedWording = z.strictObject({
  articleIdA: ArticleId,
  articleIdB: ArticleId,
  /** Words of the smaller article, boilerplate left out. */
  words: z.int(),
  /** Those of them that stand in a long common run; narration and quotation together. */
  sharedWords: z.int(),
  /** Share of common words that both articles narrate: copied, or of one origin. */
  narrationShare: z.number(),
  /** Share of common words that either puts in quotation marks: two outlets may quote one speaker. */
  quotationShare: z.number(),
  /** Both together. */
  score: z.number(),
  /** The analyst's judgement so far; null when there is none. */
  verdict: z.enum(["one origin", "independent"]).nullable(),
});
export type SharedWording = z.infer<typeof SharedWording>;

export const WordingOverview = z.strictObject({
  /** Least length of a common run, in words. */
  runLength: z.int(),
  articles: z.array(z.strictObject({ articleId: ArticleId, words: z.int(), quotedWords: z.int() })),
  /** Pairs that share any wording or have a verdict, the highest score first. */
  pairs: z.array(SharedWording),
});
export type WordingOverview = z.infer<typeof WordingOverview>;

/** A run of words that stands in both articles, whatever its case and punctuation. */
export const SharedRun = z.strictObject({
  spanA: TextSpan,
  spanB: TextSpan,
  words: z.int(),
  /** Words of it that either article puts in quotation marks. */
  quotedWords: z.int(),
});
export type SharedRun = z.infer<typeof SharedRun>;

export const WordingComparison = z.strictObject({
  ...SharedWording.shape,
  /** In the order of the smaller article; runs may overlap where it joins what the other has apart. */
  runs: z.array(SharedRun),
});
export type WordingComparison = z.infer<typeof WordingComparison>;

/** A place where the words of a quotation stand. */
export const QuotationPlace = z.strictObject({
  articleId: ArticleId,
  /** From the first word to the last; several spans where an attribution splits the quotation. */
  spans: z.array(TextSpan).min(1),
  /** Whether all, some or none of the words are in quotation marks here. */
  quoted: z.enum(["all", "some", "none"]),
  /**
   * Exact but for case and the style of quotation marks, dashes and spaces; near when the punctuation
   * differs or an attribution splits it.
   */
  match: z.enum(["exact", "near"]),
});
export type QuotationPlace = z.infer<typeof QuotationPlace>;

/** A quotation whose words stand in two or more articles. */
export const SharedQuotation = z.strictObject({
  /** As it is quoted first, without the marks around it. */
  text: z.string(),
  words: z.int(),
  articleCount: z.int(),
  /** In the order of the library, then of the text. */
  places: z.array(QuotationPlace).min(2),
});
export type SharedQuotation = z.infer<typeof SharedQuotation>;
