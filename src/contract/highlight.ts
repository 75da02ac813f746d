import { z } from "zod";

import { ArticleId, HighlightId, TagId } from "./ids.ts";
import { Moment, nameText, noteText } from "./text.ts";

/** The eight hues of the Okabe–Ito family; the page has a light and a dark tint of each. */
export const TagColour = z.enum([
  "orange",
  "sky",
  "green",
  "yellow",
  "blue",
  "vermilion",
  "purple",
  "grey",
]);
export type TagColour = z.infer<typeof TagColour>;

export const TagShortcut = z.string().regex(/^[1-9]$/u, "is not one of the keys 1 to 9");

export const Tag = z.strictObject({
  id: TagId,
  name: nameText,
  colour: TagColour,
  parentId: TagId.nullable(),
  description: noteText,
  shortcut: TagShortcut.nullable(),
  position: z.int(),
  /** Highlights that carry it. */
  highlightCount: z.int(),
});
export type Tag = z.infer<typeof Tag>;

export const Highlight = z.strictObject({
  id: HighlightId,
  articleId: ArticleId,
  /** Half-open span in UTF-16 code units of the canonical text. */
  start: z.int(),
  end: z.int(),
  /** The text at the span when it was made. */
  exact: z.string(),
  /** Up to 32 UTF-16 code units before and after; never half a surrogate pair. */
  prefix: z.string(),
  suffix: z.string(),
  note: noteText,
  /** In the order in which they were put on. */
  tagIds: z.array(TagId),
  /** Claims it is evidence for. */
  claimCount: z.int(),
  createdAt: Moment,
});
export type Highlight = z.infer<typeof Highlight>;
