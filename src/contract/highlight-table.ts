import { z } from "zod";

import { Stance } from "./claim.ts";
import { Highlight } from "./highlight.ts";
import {
  ArticleId,
  ClaimId,
  EvidenceId,
  HighlightId,
  HighlightQueryId,
  SourceId,
  TagId,
} from "./ids.ts";
import { nameText, text } from "./text.ts";

/** A question to the highlights in the language of docs/highlight-queries.md. */
export const queryText = text(4_000);

/** Which highlights the table shows: only those that match every given condition. */
export const HighlightFilter = z.strictObject({
  tagId: TagId.optional(),
  /** Also those that carry a tag below `tagId`; true when not given. */
  withDescendants: z.boolean().optional(),
  articleId: ArticleId.optional(),
  sourceId: SourceId.optional(),
  /** "none": evidence for no claim. */
  stance: z.union([Stance, z.literal("none")]).optional(),
  /** Every word must occur in the quote or the note, whatever its case or accents. */
  text: text(1_000).optional(),
  /** Made on or after, and on or before this day (UTC), as 2025-09-05. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  query: queryText.optional(),
});
export type HighlightFilter = z.infer<typeof HighlightFilter>;

export const HighlightSort = z.enum(["place", "quote", "tag", "source", "stance", "made"]);
export type HighlightSort = z.infer<typeof HighlightSort>;

export const HighlightGroup = z.enum(["none", "article", "source", "tag", "stance"]);
export type HighlightGroup = z.infer<typeof HighlightGroup>;

export const highlightView = {
  filter: HighlightFilter.optional(),
  /** "place" (article, then span) when not given. Ties are in order of place. */
  sort: HighlightSort.optional(),
  descending: z.boolean().optional(),
  /** A highlight with several tags is in the group of each, and so on. */
  group: HighlightGroup.optional(),
};

/** The rows of the table in their order; what they hold is read by `highlight.rows` as they are scrolled to. */
export const HighlightView = z.strictObject({
  /** How many highlights are shown; with groups a highlight may have several rows. */
  total: z.int(),
  groups: z.array(z.strictObject({ name: z.string(), highlightIds: z.array(HighlightId) })),
});
export type HighlightView = z.infer<typeof HighlightView>;

export const HighlightRow = z.strictObject({
  highlight: Highlight,
  articleTitle: z.string(),
  outlet: z.string().nullable(),
  /** Such as "B2": as evidence, each once; "B6" for one that is no evidence yet. */
  grades: z.array(z.string()),
  /** Towards claims, each once, strongest first. */
  stances: z.array(Stance),
});
export type HighlightRow = z.infer<typeof HighlightRow>;

/** Where a note hangs; a tag's note is its description. */
export const NoteOwner = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("article"), articleId: ArticleId }),
  z.strictObject({
    kind: z.literal("highlight"),
    highlightId: HighlightId,
    articleId: ArticleId,
    start: z.int(),
    end: z.int(),
  }),
  z.strictObject({ kind: z.literal("tag"), tagId: TagId }),
  z.strictObject({ kind: z.literal("claim"), claimId: ClaimId }),
  z.strictObject({ kind: z.literal("evidence"), evidenceId: EvidenceId, claimId: ClaimId }),
]);
export type NoteOwner = z.infer<typeof NoteOwner>;

export const Note = z.strictObject({
  owner: NoteOwner,
  /** What it is on: a title, a quote, a name, a statement. */
  subject: z.string(),
  /** The article that this is in, or null. */
  articleTitle: z.string().nullable(),
  note: z.string(),
});
export type Note = z.infer<typeof Note>;

/** A question to the highlights, kept by name. It follows its tags when they are renamed or merged. */
export const HighlightQuery = z.strictObject({
  id: HighlightQueryId,
  name: nameText,
  text: z.string(),
  /** Highlights that match now. */
  count: z.int(),
  /** Why it can match less than was meant, such as a tag that was removed; or null. */
  problem: z.string().nullable(),
});
export type HighlightQuery = z.infer<typeof HighlightQuery>;
