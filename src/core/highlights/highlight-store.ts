import { Failure } from "#contract/failure";
import type { Highlight } from "#contract/highlight";
import type { HighlightId, TagId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

export type HighlightRow = Omit<Highlight, "tagIds">;

const columns = `
  highlight.id, highlight.article_id AS articleId, highlight.span_start AS start,
  highlight.span_end AS "end", highlight.exact, highlight.prefix, highlight.suffix, highlight.note,
  highlight.created_at AS createdAt,
  (SELECT count(*) FROM evidence JOIN claim ON claim.id = evidence.claim_id
    WHERE evidence.highlight_id = highlight.id AND claim.trashed_at IS NULL) AS claimCount`;

/** In order of article, then of span. Neither trashed highlights nor those of trashed articles. */
export function listHighlights(
  { db }: ReadContext,
  { articleId, tagId, touching, highlightIds }: ParsedInputOf<"highlight.list">,
): Highlight[] {
  const rows = db.all<HighlightRow>(
    `SELECT ${columns}
    FROM highlight JOIN article ON article.id = highlight.article_id
    WHERE highlight.trashed_at IS NULL AND article.trashed_at IS NULL
      AND (:articleId IS NULL OR highlight.article_id = :articleId)
      AND (:tagId IS NULL OR highlight.id IN
        (SELECT highlight_id FROM highlight_tag WHERE tag_id = :tagId))
      AND (:end IS NULL OR (highlight.span_start < :end AND highlight.span_end > :start))
      AND (:ids IS NULL OR highlight.id IN (SELECT value FROM json_each(:ids)))
    ORDER BY article.position, highlight.span_start, highlight.span_end, highlight.id`,
    {
      articleId: articleId ?? null,
      tagId: tagId ?? null,
      start: touching?.start ?? null,
      end: touching?.end ?? null,
      ids: highlightIds === undefined ? null : JSON.stringify(highlightIds),
    },
  );
  return withTags(db, rows);
}

/** The highlights of these ids, in the order of the ids; trashed ones are left out. */
export function readHighlights(db: ReadableDb, ids: readonly HighlightId[]): Highlight[] {
  const rows = db.all<HighlightRow>(
    `SELECT ${columns}
    FROM json_each(:ids) AS wanted JOIN highlight ON highlight.id = wanted.value
    WHERE highlight.trashed_at IS NULL
    ORDER BY wanted.key`,
    { ids: JSON.stringify(ids) },
  );
  return withTags(db, rows);
}

/** @throws Failure not-found when it does not exist or lies in the trash, itself or its article. */
export function requireHighlight(
  db: ReadableDb,
  id: HighlightId,
  path: readonly (string | number)[] = ["highlightId"],
): Highlight {
  const [highlight] = readHighlights(db, [id]);
  const isReadable =
    highlight !== undefined &&
    db.get("SELECT 1 FROM article WHERE id = :id AND trashed_at IS NULL", {
      id: highlight.articleId,
    }) !== undefined;
  if (!isReadable) {
    throw new Failure("not-found", "This highlight is no longer there. It may have been removed.", {
      path,
    });
  }
  return highlight;
}

export function findHighlightAt(
  db: ReadableDb,
  span: { articleId: string; start: number; end: number },
): HighlightId | null {
  const row = db.get<{ id: HighlightId }>(
    `SELECT id
    FROM highlight
    WHERE article_id = :articleId AND span_start = :start AND span_end = :end AND trashed_at IS NULL`,
    { articleId: span.articleId, start: span.start, end: span.end },
  );
  return row?.id ?? null;
}

function withTags(db: ReadableDb, rows: readonly HighlightRow[]): Highlight[] {
  const tagRows = db.all<{ highlightId: string; tagId: TagId }>(
    `SELECT highlight_tag.highlight_id AS highlightId, highlight_tag.tag_id AS tagId
    FROM json_each(:ids) AS wanted
      JOIN highlight_tag ON highlight_tag.highlight_id = wanted.value
      JOIN tag ON tag.id = highlight_tag.tag_id
    WHERE tag.trashed_at IS NULL
    ORDER BY highlight_tag.position, highlight_tag.tag_id`,
    { ids: JSON.stringify(rows.map((row) => row.id)) },
  );
  const tagIds = Map.groupBy(tagRows, (row) => row.highlightId);
  return rows.map((row) => ({
    ...row,
    tagIds: (tagIds.get(row.id) ?? []).map((tagRow) => tagRow.tagId),
  }));
}
