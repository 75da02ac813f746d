import { z } from "zod";

/** One thing that is wrong with a project. */
export const Fault = z.strictObject({
  kind: z.enum([
    "database", // SQLite's own integrity check
    "link", // a row refers to one that is not there
    "article", // the text or bytes no longer have their recorded hash
    "anchor", // a highlight lies outside its article
    "quote", // the text at a highlight differs from what was highlighted
    "journal", // the chain of changes is broken
    "record", // a record is not as the journal says it was saved
  ]),
  message: z.string(),
});
export type Fault = z.infer<typeof Fault>;

export const CheckReport = z.strictObject({
  ok: z.boolean(),
  articles: z.int(),
  highlights: z.int(),
  claims: z.int(),
  changes: z.int(),
  faults: z.array(Fault),
});
export type CheckReport = z.infer<typeof CheckReport>;
