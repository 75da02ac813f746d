import { z } from "zod";

/** Ids are UUIDv7 (RFC 9562): they sort by the time they were made. */
export const ProjectId = z.uuidv7().brand<"ProjectId">();
export const ArticleId = z.uuidv7().brand<"ArticleId">();
export const SourceId = z.uuidv7().brand<"SourceId">();
export const OriginId = z.uuidv7().brand<"OriginId">();
export const HighlightId = z.uuidv7().brand<"HighlightId">();
export const HighlightQueryId = z.uuidv7().brand<"HighlightQueryId">();
export const TagId = z.uuidv7().brand<"TagId">();
export const ClaimId = z.uuidv7().brand<"ClaimId">();
export const WordingId = z.uuidv7().brand<"WordingId">();
export const EvidenceId = z.uuidv7().brand<"EvidenceId">();
export const RelationId = z.uuidv7().brand<"RelationId">();
export const BoardId = z.uuidv7().brand<"BoardId">();
export const CardId = z.uuidv7().brand<"CardId">();
export const BriefingId = z.uuidv7().brand<"BriefingId">();
export const ChangeId = z.uuidv7().brand<"ChangeId">();
/** A handle on bytes that were handed to the core; good for one import. */
export const UploadId = z.uuidv7().brand<"UploadId">();

export type ProjectId = z.infer<typeof ProjectId>;
export type ArticleId = z.infer<typeof ArticleId>;
export type SourceId = z.infer<typeof SourceId>;
export type OriginId = z.infer<typeof OriginId>;
export type HighlightId = z.infer<typeof HighlightId>;
export type HighlightQueryId = z.infer<typeof HighlightQueryId>;
export type TagId = z.infer<typeof TagId>;
export type ClaimId = z.infer<typeof ClaimId>;
export type WordingId = z.infer<typeof WordingId>;
export type EvidenceId = z.infer<typeof EvidenceId>;
export type RelationId = z.infer<typeof RelationId>;
export type BoardId = z.infer<typeof BoardId>;
export type CardId = z.infer<typeof CardId>;
export type BriefingId = z.infer<typeof BriefingId>;
export type ChangeId = z.infer<typeof ChangeId>;
export type UploadId = z.infer<typeof UploadId>;
