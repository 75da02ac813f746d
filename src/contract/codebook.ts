import { z } from "zod";

import { TagColour } from "./highlight.ts";
import { TagId } from "./ids.ts";
import { nameText } from "./text.ts";

/** A tag that is made in the same change as it is put on; the other fields are as for `tag.create`. */
export const NewTag = z.strictObject({
  name: nameText,
  colour: TagColour.optional(),
  parentId: TagId.nullable().optional(),
});
export type NewTag = z.infer<typeof NewTag>;

/** How often a tag is used. Trashed highlights, articles and claims do not count. */
export const TagUsage = z.strictObject({
  tagId: TagId,
  /** Highlights that carry the tag itself. */
  highlights: z.int(),
  /** Highlights that carry it or a tag below it; each counts once. */
  branchHighlights: z.int(),
  claims: z.int(),
});
export type TagUsage = z.infer<typeof TagUsage>;

/** What to look at again in the codebook. Never blocks anything. */
export const TagAdvice = z.strictObject({
  /** On no highlight and no claim, nor is any tag below them. */
  unused: z.array(TagId),
  /** Pairs of names that may mean the same, in the codebook's order. */
  similar: z.array(
    z.strictObject({
      tagIds: z.tuple([TagId, TagId]),
      /** "same words": in another order, form or spelling of accents; "one letter": a likely slip. */
      why: z.enum(["same words", "one letter"]),
    }),
  ),
});
export type TagAdvice = z.infer<typeof TagAdvice>;

/** What became of each line of a codebook in CSV. */
export const CodebookReport = z.strictObject({
  created: z.array(nameText),
  changed: z.array(nameText),
  unchanged: z.int(),
  /** Lines that were left out, or of which one cell was: each with one sentence. The head is line 1. */
  problems: z.array(z.strictObject({ line: z.int(), message: z.string() })),
});
export type CodebookReport = z.infer<typeof CodebookReport>;

/** What two tags have to share to count: a highlight, overlapping highlights, or a block. */
export const SharedUnit = z.enum(["highlight", "overlap", "block"]);
export type SharedUnit = z.infer<typeof SharedUnit>;

/** How often two tags occur together; pairs that never do are left out. */
export const Cooccurrence = z.strictObject({
  /** Tags that occur with another one, in the codebook's order. */
  tagIds: z.array(TagId),
  /** `a` is before `b` in the codebook's order. */
  pairs: z.array(z.strictObject({ a: TagId, b: TagId, count: z.int().min(1) })),
});
export type Cooccurrence = z.infer<typeof Cooccurrence>;
