import { z } from "zod";

import { ArticleId } from "./ids.ts";
import { text } from "./text.ts";

/** The formats in which a briefing can be read back. */
export const BriefingFileKind = z.enum(["markdown", "html"]);
export type BriefingFileKind = z.infer<typeof BriefingFileKind>;

export const QuoteVerdict = z.enum([
  "stands", // the article says it at the place that the footnote gives
  "stands elsewhere", // the article says it, but not there
  "does not stand", // the article does not say it, or the quotation holds more than words
  "no such article", // no article of the project has the footnote's hash
  "no place", // no footnote, or none that names an article and a place in it
]);
export type QuoteVerdict = z.infer<typeof QuoteVerdict>;

/** Half-open, UTF-16 code units of the article's canonical text. */
const Place = z.strictObject({ start: z.int(), end: z.int() });

/** A quote of a briefing that was read back, compared with the frozen text of its article. */
export const CheckedQuote = z.strictObject({
  /** The number that the file gives its footnote; empty when it has none. */
  footnote: z.string(),
  words: z.string(),
  /** Title and what else the footnote says of the source; empty without a footnote that can be read. */
  source: z.string(),
  /** Where the file says that it stands. */
  place: Place.nullable(),
  verdict: QuoteVerdict,
  /** Where it stands: for "stands elsewhere", the nearest place. Null where it stands nowhere. */
  foundAt: Place.nullable(),
  articleId: ArticleId.nullable(),
  /** What the project calls the article, where the footnote calls it something else. */
  otherTitle: z.string().nullable(),
});
export type CheckedQuote = z.infer<typeof CheckedQuote>;

/** As much as a file can hold that is verified at all; a quote may be a whole article. */
const mostWordsUtf16 = 64 * 1024 * 1024;

/** A quote as it was read from an exported briefing; nothing in it is believed. */
export const ReadQuote = z.strictObject({
  /** The number that the file gives its footnote; empty when it has none. */
  footnote: text(100_000),
  words: text(mostWordsUtf16),
  /** Whether the quote is nothing but words: no strike-through, picture or foreign markup in it. */
  isPlain: z.boolean(),
  /** Null where no footnote gives a place. */
  place: z
    .strictObject({
      /** Title, outlet and so on, as one stretch of words. */
      source: text(mostWordsUtf16),
      ...Place.shape,
      /** The first digits of the hash of the article's bytes, lower-case hex. */
      hash: z.string().regex(/^[\da-f]{12}$/u),
    })
    .nullable(),
});
export type ReadQuote = z.infer<typeof ReadQuote>;
