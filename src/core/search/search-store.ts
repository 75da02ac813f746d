import type { Reliability } from "#contract/grades";
import type { ArticleId } from "#contract/ids";

import type { ReadableDb } from "../store/db.ts";
import type { ReadableBlock } from "../wording/article-words.ts";
import type { IndexedText } from "./passage-index.ts";

/** An article whose text was found in the index. */
export type FoundArticle = {
  readonly id: ArticleId;
  readonly title: string;
  /** '' where it is not known. */
  readonly language: string;
  readonly outlet: string | null;
  readonly reliability: Reliability;
};

/** The articles that have exactly this text, in the order of the library; none when they are in the trash. */
export function articlesWithText(
  db: ReadableDb,
  { sha256, language }: Pick<IndexedText, "sha256" | "language">,
): FoundArticle[] {
  const articles = articlesWithTexts(db, [sha256]).get(sha256) ?? [];
  return articles.filter((article) => article.language === language);
}

/** The same for many texts, by hash, in whichever language. */
export function articlesWithTexts(
  db: ReadableDb,
  sha256s: readonly string[],
): Map<string, FoundArticle[]> {
  const articles = db.all<FoundArticle & { sha256: string }>(
    `SELECT article.text_sha256 AS sha256, article.id, article.title,
      coalesce(article.language, '') AS language,
      source.name AS outlet, coalesce(source.reliability, 'F') AS reliability
    FROM article
    LEFT JOIN source ON source.id = article.source_id
    WHERE article.text_sha256 IN (SELECT value FROM json_each(:sha256s))
      AND article.trashed_at IS NULL
    ORDER BY article.position, article.id`,
    { sha256s: JSON.stringify(sha256s) },
  );
  return Map.groupBy(articles, ({ sha256 }) => sha256);
}

export function readCanonicalText(db: ReadableDb, sha256: string): string {
  const row = db.get<{ text: string }>("SELECT text FROM canonical_text WHERE sha256 = :sha256", {
    sha256,
  });
  if (row === undefined) {
    throw new Error("an article's text is missing"); // the foreign key forbids it
  }
  return row.text;
}

/** The block that holds a span, or those that it touches. */
export function readBlocksAround(
  db: ReadableDb,
  sha256: string,
  { start, end }: { start: number; end: number },
): ReadableBlock[] {
  return db
    .all<{ start: number; end: number; boilerplate: 0 | 1 }>(
      `SELECT span_start AS start, span_end AS "end", boilerplate
      FROM block
      WHERE text_sha256 = :sha256 AND span_start < :end AND span_end > :start
      ORDER BY ordinal`,
      { sha256, start, end },
    )
    .map((block) => ({ ...block, boilerplate: block.boilerplate === 1 }));
}
