import { z } from "zod";

import { Moment } from "./text.ts";

/** What can lie in the trash; everything else is hidden with what it belongs to, or comes back with undo. */
export const TrashKind = z.enum([
  "article",
  "highlight",
  "claim",
  "tag",
  "board",
  "briefing",
  "query",
]);
export type TrashKind = z.infer<typeof TrashKind>;

/** Names a thing in the trash. */
export const TrashRef = z.strictObject({ kind: TrashKind, id: z.uuidv7() });
export type TrashRef = z.infer<typeof TrashRef>;

export const TrashedThing = z.strictObject({
  ...TrashRef.shape,
  /** Its title, statement or name; the quote of a highlight. */
  name: z.string(),
  /** Of a highlight: the title of its article. */
  articleTitle: z.string().nullable(),
  trashedAt: Moment,
  /** What the change that removed it is called, such as “merge claims”; null where the journal does not say. */
  change: z.string().nullable(),
  who: z.string().nullable(),
  /**
   * How many things come back with it: highlights of an article or of a tag, evidence of a claim or of a
   * highlight, cards of a board.
   */
  belongings: z.int(),
});
export type TrashedThing = z.infer<typeof TrashedThing>;

export const Trash = z.strictObject({
  /** Newest first. */
  things: z.array(TrashedThing),
  /** All that there are, also beyond those that are listed. */
  count: z.int(),
});
export type Trash = z.infer<typeof Trash>;
