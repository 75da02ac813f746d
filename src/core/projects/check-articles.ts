import type { Fault } from "#contract/check";
import { Failure } from "#contract/failure";
import type { ArticleId } from "#contract/ids";

import { canonicalText } from "../articles/canonical-text.ts";
import { readBlocks, sha256 } from "../articles/content-store.ts";
import { decodeText } from "../articles/decode-text.ts";
import { shortened } from "../articles/propose-title.ts";
import type { ReadableDb } from "../store/db.ts";

type ArticleContent = {
  title: string;
  bytesSha256: string;
  textSha256: string;
  bytes: Uint8Array | null;
  text: string | null;
  length: number | null;
};

/** Bytes and texts, also of articles in the trash: they may come back. */
export function articleFaults(db: ReadableDb): Fault[] {
  const ids = db.all<{ id: ArticleId }>("SELECT id FROM article ORDER BY position, id");
  return ids.flatMap(({ id }): Fault[] => {
    // One at a time, so that a large project is not held in memory as a whole.
    const content = db.get<ArticleContent>(
      `SELECT article.title, article.bytes_sha256 AS bytesSha256, article.text_sha256 AS textSha256,
        original.bytes, canonical_text.text, canonical_text.length
      FROM article
        LEFT JOIN original ON original.sha256 = article.bytes_sha256
        LEFT JOIN canonical_text ON canonical_text.sha256 = article.text_sha256
      WHERE article.id = :id`,
      { id },
    );
    const wrong = content === undefined ? null : wrongWith(db, content);
    return wrong === null
      ? []
      : [{ kind: "article", message: `Article “${named(content?.title ?? "")}”: ${wrong}` }];
  });
}

/** The first thing that is wrong: what follows from it need not be said. */
function wrongWith(db: ReadableDb, content: ArticleContent): string | null {
  const { bytes, text, length, bytesSha256, textSha256 } = content;
  // The foreign keys are checked on their own.
  if (bytes === null || text === null) {
    return null;
  }
  if (sha256(bytes) !== bytesSha256) {
    return "the kept file is not the one that was imported.";
  }
  if (sha256(text) !== textSha256) {
    return "the text is not the one that was frozen at import.";
  }
  if (text.length !== length) {
    return "the recorded length of the text is wrong.";
  }
  if (textOfBytes(bytes) !== text) {
    return "the text is not what the kept file says.";
  }
  let end = 0;
  for (const block of readBlocks(db, textSha256)) {
    if (block.start < end || block.end > text.length) {
      return "its paragraphs do not fit its text.";
    }
    end = block.end;
  }
  return null;
}

/** Null when the bytes cannot be read as text. */
function textOfBytes(bytes: Uint8Array): string | null {
  try {
    return canonicalText(decodeText(bytes).text);
  } catch (error) {
    if (error instanceof Failure) {
      return null;
    }
    throw error;
  }
}

type Anchored = {
  title: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
};

/** Whether every highlight lies in its article, at what was highlighted, between what stood around it. */
export function highlightFaults(db: ReadableDb): Fault[] {
  const articles = db.all<{ id: ArticleId; title: string }>(
    "SELECT id, title FROM article WHERE trashed_at IS NULL ORDER BY position, id",
  );
  return articles.flatMap(({ id, title }) => {
    const highlights = db.all<Omit<Anchored, "title">>(
      `SELECT span_start AS start, span_end AS "end", exact, prefix, suffix
      FROM highlight
      WHERE article_id = :id AND trashed_at IS NULL
      ORDER BY span_start, span_end, id`,
      { id },
    );
    const content =
      highlights.length === 0
        ? undefined
        : db.get<{ text: string }>(
            `SELECT canonical_text.text
            FROM article JOIN canonical_text ON canonical_text.sha256 = article.text_sha256
            WHERE article.id = :id`,
            { id },
          );
    return content === undefined
      ? []
      : highlights.flatMap((highlight) => anchorFault({ ...highlight, title }, content.text) ?? []);
  });
}

function anchorFault(highlight: Anchored, text: string): Fault | null {
  const { title, start, end, exact, prefix, suffix } = highlight;
  const which = `The highlight “${named(exact)}” in “${named(title)}” (characters ${start}–${end})`;
  if (end > text.length) {
    return { kind: "anchor", message: `${which} lies outside the article's text.` };
  }
  if (text.slice(start, end) !== exact) {
    return {
      kind: "quote",
      message: `${which}: the text at this place now reads “${named(text.slice(start, end))}”.`,
    };
  }
  const before = text.slice(Math.max(0, start - prefix.length), start);
  const after = text.slice(end, end + suffix.length);
  return before === prefix && after === suffix
    ? null
    : { kind: "quote", message: `${which}: the text around it is not what was recorded.` };
}

/** A title or a quote as a message shows it: on one line, shortened. */
export function named(words: string): string {
  return shortened(words.replaceAll(/\s+/gu, " ").trim());
}
