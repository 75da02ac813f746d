import type { Article, ImportResult, RefusedFile } from "#contract/article";
import { Failure } from "#contract/failure";
import type { ArticleId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";
import { readArticle } from "./article-store.ts";
import { canonicalText } from "./canonical-text.ts";
import { keepOriginal, keepText, sha256 } from "./content-store.ts";
import { decodeText } from "./decode-text.ts";
import type { DecodedText } from "./decode-text.ts";
import { proposeLanguage } from "./propose-language.ts";
import { proposeTitle, shortened } from "./propose-title.ts";

type WaitingFile = { readonly name: string | null; readonly bytes: Uint8Array };

/**
 * Imports every file that can be read, as one change, and refuses the others by name with the reason:
 * what is not plain text, and what the project (or this same request) has already, byte for byte.
 * @throws Failure invalid-request when a handle is unknown; then nothing is imported and the other
 * handles stay good
 */
export function importArticles(
  context: WriteContext,
  { files }: ParsedInputOf<"article.import">,
): ImportResult {
  const imported: ArticleId[] = [];
  const refused: RefusedFile[] = [];
  // Looked up once: it takes reading all articles, which for each of thousands of files would be felt.
  let position = nextPosition(context.db);
  for (const file of takeUploads(context, files)) {
    const bytesSha256 = sha256(file.bytes);
    const twin = articleWithBytes(context.db, bytesSha256);
    if (twin !== undefined) {
      refused.push({
        name: file.name,
        code: "conflict",
        message: `“${shortened(twin.title)}” in the library is this same file, byte for byte.`,
        articleId: twin.id,
      });
      continue;
    }
    const decoded = decodedOrRefused(file);
    if ("code" in decoded) {
      refused.push(decoded);
      continue;
    }
    imported.push(insertArticle(context, file, { bytesSha256, decoded, position }));
    position += 1;
  }
  context.journal.label(
    imported.length === 1 ? "import article" : `import ${imported.length} articles`,
  );
  return { imported: imported.map((id): Article => readArticle(context.db, id)), refused };
}

function takeUploads(
  { uploads }: WriteContext,
  files: ParsedInputOf<"article.import">["files"],
): WaitingFile[] {
  const taken: { upload: string; file: WaitingFile }[] = [];
  for (const [index, { upload, name }] of files.entries()) {
    const bytes = uploads.take(upload);
    if (bytes === undefined) {
      for (const earlier of taken) {
        uploads.put(earlier.upload, earlier.file.bytes);
      }
      throw new Failure(
        "invalid-request",
        "A file is no longer waiting to be imported; choose the files again.",
        { path: ["files", index, "upload"] },
      );
    }
    taken.push({ upload, file: { name, bytes } });
  }
  return taken.map(({ file }) => file);
}

function decodedOrRefused({ name, bytes }: WaitingFile): DecodedText | RefusedFile {
  try {
    return decodeText(bytes);
  } catch (error) {
    const isRefusal =
      error instanceof Failure &&
      (error.code === "unreadable-article" || error.code === "unsupported-format");
    if (!isRefusal) {
      throw error;
    }
    return {
      name,
      code: error.code as RefusedFile["code"],
      message: error.message,
      articleId: null,
    };
  }
}

function insertArticle(
  { db, journal, now, newId }: WriteContext,
  file: WaitingFile,
  {
    bytesSha256,
    decoded,
    position,
  }: { bytesSha256: string; decoded: DecodedText; position: number },
): ArticleId {
  const text = canonicalText(decoded.text);
  keepOriginal(db, bytesSha256, file.bytes);
  const { textSha256, blocks } = keepText(db, text);
  const { title, isProposed } = proposeTitle(text, blocks);
  const id = newId() as ArticleId; // a new UUIDv7
  journal.insert("article", {
    id,
    title,
    title_is_proposed: isProposed ? 1 : 0,
    source_id: null,
    author: null,
    published_on: null,
    url: null,
    accessed_on: null,
    language: proposeLanguage(text),
    note: "",
    origin_id: null,
    file_name: file.name,
    bytes_sha256: bytesSha256,
    text_sha256: textSha256,
    encoding: decoded.encoding,
    has_byte_order_mark: decoded.hasByteOrderMark ? 1 : 0,
    position,
    imported_at: now(),
    trashed_at: null,
  });
  return id;
}

function articleWithBytes(
  db: ReadableDb,
  bytesSha256: string,
): { id: ArticleId; title: string } | undefined {
  return db.get<{ id: ArticleId; title: string }>(
    "SELECT id, title FROM article WHERE bytes_sha256 = :bytesSha256 AND trashed_at IS NULL",
    { bytesSha256 },
  );
}

/** After the last, and after what is in the trash, so that nothing shares a place when it comes back. */
function nextPosition(db: ReadableDb): number {
  const last = db.get<{ position: number | null }>("SELECT max(position) AS position FROM article");
  return (last?.position ?? -1) + 1;
}
