import { z } from "zod";

import { Reliability } from "./grades.ts";
import { ArticleId, OriginId, SourceId, UploadId } from "./ids.ts";
import { Moment, nameText, noteText, optionalText, PartialDate, text } from "./text.ts";

/** A stretch of canonical text. Half-open: `start` is included, `end` is not. UTF-16 code units. */
export const TextSpan = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
});
export type TextSpan = z.infer<typeof TextSpan>;

export const TextEncoding = z.enum(["utf-8", "utf-16le", "utf-16be"]);
export type TextEncoding = z.infer<typeof TextEncoding>;

export const Article = z.strictObject({
  id: ArticleId,
  title: nameText,
  /** True while the title is our proposal and the analyst has not confirmed or changed it. */
  titleIsProposed: z.boolean(),
  /** Outlet that published it; names a source. */
  outlet: optionalText,
  sourceId: SourceId.nullable(),
  /** Grade of the source; F where there is no source or it was not graded. */
  reliability: Reliability,
  author: optionalText,
  publishedOn: PartialDate.nullable(),
  url: optionalText,
  accessedOn: PartialDate.nullable(),
  /** BCP 47 tag, such as "en" or "ar". */
  language: optionalText,
  note: noteText,
  originId: OriginId.nullable(),
  fileName: optionalText,
  byteLength: z.int(),
  /** SHA-256 of the original bytes, lower-case hex. */
  bytesSha256: z.string(),
  /** SHA-256 of the canonical text in UTF-8, lower-case hex. */
  textSha256: z.string(),
  encoding: TextEncoding,
  hasByteOrderMark: z.boolean(),
  /** Length of the canonical text in UTF-16 code units. */
  textLength: z.int(),
  wordCount: z.int(),
  /** Order in the library, from 0. */
  position: z.int(),
  importedAt: Moment,
  highlightCount: z.int(),
});
export type Article = z.infer<typeof Article>;

export const BlockKind = z.enum(["heading", "paragraph", "list-item", "quotation", "table-row"]);
export type BlockKind = z.infer<typeof BlockKind>;

/** A recognised stretch of canonical text, without its line end. Blocks never overlap and are in order. */
export const Block = z.strictObject({
  start: z.int(),
  end: z.int(),
  kind: BlockKind,
  /** 1 for the title, 2 for a section heading; 0 where the block is not a heading. */
  level: z.int(),
  /** Furniture of the page such as "MORE STORIES": dimmed, kept, never suggested as a quote. */
  boilerplate: z.boolean(),
  /** End of the dateline ("VLADIVOSTOK, Russia —") that opens the block, or null. Starts at `start`. */
  datelineEnd: z.int().nullable(),
  /**
   * The block's sentences, in order; together they cover it but for white space between them and for
   * the mark of a list item.
   */
  sentences: z.array(TextSpan),
});
export type Block = z.infer<typeof Block>;

export const ArticleText = z.strictObject({
  articleId: ArticleId,
  /** The frozen canonical text: Unicode NFC, "\n" line ends, nothing else changed. */
  text: z.string(),
  blocks: z.array(Block),
});
export type ArticleText = z.infer<typeof ArticleText>;

/** What an analyst may say about an article; only the given fields change. */
export const ArticlePatch = z.strictObject({
  title: nameText.optional(),
  /** An outlet's name; a source of that name is found or made. Null: no outlet. */
  outlet: nameText.nullable().optional(),
  author: optionalText.optional(),
  publishedOn: PartialDate.nullable().optional(),
  url: optionalText.optional(),
  accessedOn: PartialDate.nullable().optional(),
  language: text(100).nullable().optional(),
  note: noteText.optional(),
});
export type ArticlePatch = z.infer<typeof ArticlePatch>;

export const FileToImport = z.strictObject({
  upload: UploadId,
  /** Name to show and to keep; null for pasted text. */
  name: text(1_000).nullable(),
});

export const RefusedFile = z.strictObject({
  name: z.string().nullable(),
  code: z.enum(["unreadable-article", "unsupported-format", "conflict"]),
  message: z.string(),
  /** The article that already has these bytes, when that is why. */
  articleId: ArticleId.nullable(),
});
export type RefusedFile = z.infer<typeof RefusedFile>;

export const ImportResult = z.strictObject({
  imported: z.array(Article),
  refused: z.array(RefusedFile),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** Who published: an outlet, an author, an agency. */
export const Source = z.strictObject({
  id: SourceId,
  name: nameText,
  reliability: Reliability,
  note: noteText,
  articleCount: z.int(),
});
export type Source = z.infer<typeof Source>;
