import type { Article, ArticleText, Block, TextEncoding, TextSpan } from "#contract/article";
import { Failure } from "#contract/failure";
import type { Reliability } from "#contract/grades";
import type { ArticleId, OriginId, SourceId } from "#contract/ids";
import type { OutputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";
import { readBlocks } from "./content-store.ts";
import { listMarkerLength } from "./list-markers.ts";
import { sentencesOf } from "./sentences.ts";

/** A row of the table `article`, column by column. */
export type ArticleRow = {
  readonly id: ArticleId;
  readonly title: string;
  readonly title_is_proposed: 0 | 1;
  readonly source_id: SourceId | null;
  readonly author: string | null;
  readonly published_on: string | null;
  readonly url: string | null;
  readonly accessed_on: string | null;
  readonly language: string | null;
  readonly note: string;
  readonly origin_id: OriginId | null;
  readonly file_name: string | null;
  readonly bytes_sha256: string;
  readonly text_sha256: string;
  readonly encoding: TextEncoding;
  readonly has_byte_order_mark: 0 | 1;
  readonly position: number;
  readonly imported_at: string;
  readonly trashed_at: string | null;
};

/** Whose text it is and what is counted about it. */
type ListedRow = ArticleRow & {
  readonly outlet: string | null;
  readonly reliability: Reliability | null;
  readonly byte_length: number;
  readonly text_length: number;
  readonly word_count: number;
  readonly highlight_count: number;
};

const listedArticle = `
  SELECT article.*,
    source.name AS outlet,
    source.reliability AS reliability,
    length(original.bytes) AS byte_length,
    canonical_text.length AS text_length,
    canonical_text.word_count AS word_count,
    (
      SELECT count(*)
      FROM highlight
      WHERE highlight.article_id = article.id AND highlight.trashed_at IS NULL
    ) AS highlight_count
  FROM article
  JOIN original ON original.sha256 = article.bytes_sha256
  JOIN canonical_text ON canonical_text.sha256 = article.text_sha256
  LEFT JOIN source ON source.id = article.source_id`;

/** In the order of the library; what is in the trash is left out. */
export function listArticles({ db }: ReadContext): Article[] {
  return db
    .all<ListedRow>(`${listedArticle} WHERE article.trashed_at IS NULL ORDER BY article.position`)
    .map(articleOfRow);
}

/** @throws Failure not-found when there is none, or it is in the trash */
export function readArticle(db: ReadableDb, articleId: ArticleId): Article {
  const row = db.get<ListedRow>(
    `${listedArticle} WHERE article.id = :articleId AND article.trashed_at IS NULL`,
    { articleId },
  );
  if (row === undefined) {
    throw noArticle();
  }
  return articleOfRow(row);
}

/** @throws Failure not-found when there is none, or it is in the trash */
export function requireArticle(db: ReadableDb, articleId: ArticleId): ArticleRow {
  const row = db.get<ArticleRow>(
    "SELECT * FROM article WHERE id = :articleId AND trashed_at IS NULL",
    { articleId },
  );
  if (row === undefined) {
    throw noArticle();
  }
  return row;
}

/**
 * The canonical text, also of an article in the trash.
 * @throws Failure not-found when there is no such article
 */
export function textOfArticle(db: ReadableDb, articleId: ArticleId): string {
  const row = db.get<{ text: string }>(
    `SELECT canonical_text.text
    FROM article
    JOIN canonical_text ON canonical_text.sha256 = article.text_sha256
    WHERE article.id = :articleId`,
    { articleId },
  );
  if (row === undefined) {
    throw noArticle();
  }
  return row.text;
}

/** @throws Failure not-found */
export function readArticleText(
  { db }: ReadContext,
  { articleId }: { articleId: ArticleId },
): ArticleText {
  const article = requireArticle(db, articleId);
  const text = textOfArticle(db, articleId);
  const blocks = readBlocks(db, article.text_sha256).map((block) => ({
    ...block,
    sentences: sentencesOfBlock(text, block, article.language),
  }));
  return { articleId, text, blocks };
}

/** The sentences of a block as the reader shows them. */
export function sentencesOfBlock(
  text: string,
  block: Omit<Block, "sentences">,
  language: string | null,
): TextSpan[] {
  return sentencesOf(text, startOfWords(text, block), block.end, language);
}

/** A quote from a list does not begin with the list's mark. */
function startOfWords(text: string, { start, end, kind }: Omit<Block, "sentences">): number {
  return kind === "list-item" ? start + listMarkerLength(text.slice(start, end)) : start;
}

/** @throws Failure not-found */
export function readOriginal(
  { db }: ReadContext,
  { articleId }: { articleId: ArticleId },
): OutputOf<"article.original"> {
  const article = requireArticle(db, articleId);
  const original = db.get<{ bytes: Uint8Array }>(
    "SELECT bytes FROM original WHERE sha256 = :sha256",
    { sha256: article.bytes_sha256 },
  );
  if (original === undefined) {
    throw new Error("an article's original is missing"); // the foreign key forbids it
  }
  return {
    fileName: article.file_name,
    base64: Buffer.from(original.bytes).toString("base64"),
  };
}

function noArticle(): Failure {
  return new Failure(
    "not-found",
    "This article is not in the project; it may have been moved to the trash.",
    { path: ["articleId"] },
  );
}

function articleOfRow(row: ListedRow): Article {
  return {
    id: row.id,
    title: row.title,
    titleIsProposed: row.title_is_proposed === 1,
    outlet: row.outlet,
    sourceId: row.source_id,
    reliability: row.reliability ?? "F",
    author: row.author,
    publishedOn: row.published_on,
    url: row.url,
    accessedOn: row.accessed_on,
    language: row.language,
    note: row.note,
    originId: row.origin_id,
    fileName: row.file_name,
    byteLength: row.byte_length,
    bytesSha256: row.bytes_sha256,
    textSha256: row.text_sha256,
    encoding: row.encoding,
    hasByteOrderMark: row.has_byte_order_mark === 1,
    textLength: row.text_length,
    wordCount: row.word_count,
    position: row.position,
    importedAt: row.imported_at,
    highlightCount: row.highlight_count,
  };
}
