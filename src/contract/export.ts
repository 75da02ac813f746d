import { z } from "zod";

import { ClaimKind, ClaimStatus, Stance } from "./claim.ts";
import { Reliability } from "./grades.ts";
import { ArticleId, BoardId, BriefingId, ClaimId, TagId } from "./ids.ts";
import { Confidence, Likelihood } from "./likelihood.ts";
import { text } from "./text.ts";

/**
 * "obsidian" and "csv" are a folder, all others one file; "json" is always the whole project. "pdf" is the page of
 * "html", printed by the host: the core by itself has nothing to print with.
 */
export const ExportFormat = z.enum(["markdown", "obsidian", "html", "docx", "pdf", "json", "csv"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Which claims are written, and in what order. Highlights and quotes follow from the claims. */
export const ExportScope = z.discriminatedUnion("kind", [
  /** All claims: those of the board in its reading order, then the others in the order of the list. */
  z.strictObject({
    kind: z.literal("project"),
    /** Whose order to follow; the first board when not given. */
    boardId: BoardId.optional(),
  }),
  /** What lies on a board, in its reading order; the first board when not given. */
  z.strictObject({ kind: z.literal("board"), boardId: BoardId.optional() }),
  /** Claims that match every given condition, as in "claim.list", in the order of the list. */
  z.strictObject({
    kind: z.literal("filter"),
    status: ClaimStatus.optional(),
    claimKind: ClaimKind.optional(),
    likelihood: Likelihood.optional(),
    confidence: Confidence.optional(),
    stance: Stance.optional(),
    reliability: z.array(Reliability).min(1).max(6).optional(),
    tagId: TagId.optional(),
    articleId: ArticleId.optional(),
    text: text(1_000).optional(),
  }),
  /** Exactly these claims, in the order of the list. */
  z.strictObject({ kind: z.literal("claims"), claimIds: z.array(ClaimId).min(1).max(10_000) }),
  /**
   * A briefing that was written, as it is written; of the formats that hold no such text, the claims and quotes
   * that it cites. Refused while a quote in it does not verify.
   */
  z.strictObject({ kind: z.literal("briefing"), briefingId: BriefingId }),
]);
export type ExportScope = z.infer<typeof ExportScope>;

/** One file of a folder. */
export const ExportedFile = z.strictObject({
  /** Relative to the folder, parts separated by "/"; safe on any system, unique whatever the case. */
  path: z.string(),
  text: z.string(),
});
export type ExportedFile = z.infer<typeof ExportedFile>;

export const ExportedDocument = z.strictObject({
  /** A safe name for the file, with its extension, or for the folder. */
  fileName: z.string(),
  /** Of the file, or of each file of the folder. */
  mediaType: z.string(),
  content: z.discriminatedUnion("kind", [
    /** To be written in UTF-8, as it is. */
    z.strictObject({ kind: z.literal("text"), text: z.string() }),
    z.strictObject({ kind: z.literal("bytes"), base64: z.string() }),
    z.strictObject({ kind: z.literal("folder"), files: z.array(ExportedFile) }),
  ]),
  /** One sentence for each thing that a reader must know, such as a quote that failed verification. */
  warnings: z.array(z.string()),
});
export type ExportedDocument = z.infer<typeof ExportedDocument>;
