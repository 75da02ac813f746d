import { z } from "zod";

import { HighlightId } from "./ids.ts";

/** What a request reads or changes; a page refetches the requests whose topics changed. */
export const Topic = z.enum([
  "project",
  "articles",
  "sources",
  "origins",
  "tags",
  "highlights",
  "queries",
  "claims",
  "evidence",
  "relations",
  "coverage",
  "hypotheses",
  "boards",
  "briefings",
  "history",
  "view",
  "backups",
  "search", // progress of the index of similar passages; no change of the project
]);
export type Topic = z.infer<typeof Topic>;

/** Announced to every open page after a transaction was committed. */
export const ChangeEvent = z.strictObject({
  /** Journal position after the change. */
  seq: z.int(),
  topics: z.array(Topic),
  /** Past tense is left to the reader: "link to claim". */
  label: z.string(),
  kind: z.enum(["do", "undo", "redo"]),
  /**
   * The highlights that look different now, or are gone, when they are few: a page needs to read no
   * others again. Left out when any may.
   */
  highlightIds: z.array(HighlightId).optional(),
});
export type ChangeEvent = z.infer<typeof ChangeEvent>;
