import { z } from "zod";

/** What a request reads or changes; a page refetches the requests whose topics changed. */
export const Topic = z.enum([
  "project",
  "articles",
  "sources",
  "origins",
  "tags",
  "highlights",
  "claims",
  "evidence",
  "relations",
  "coverage",
  "hypotheses",
  "boards",
  "briefings",
  "history",
  "view",
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
});
export type ChangeEvent = z.infer<typeof ChangeEvent>;
