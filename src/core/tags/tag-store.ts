import { Failure } from "#contract/failure";
import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

const columns = `
  tag.id, tag.name, tag.colour, tag.parent_id AS parentId, tag.description, tag.shortcut, tag.position,
  (SELECT count(*)
    FROM highlight_tag
      JOIN highlight ON highlight.id = highlight_tag.highlight_id
      JOIN article ON article.id = highlight.article_id
    WHERE highlight_tag.tag_id = tag.id
      AND highlight.trashed_at IS NULL AND article.trashed_at IS NULL) AS highlightCount`;

export function listTags({ db }: ReadContext): Tag[] {
  return db.all<Tag>(`SELECT ${columns} FROM tag WHERE trashed_at IS NULL ORDER BY position, id`);
}

/** @throws Failure not-found when it does not exist or lies in the trash. */
export function requireTag(db: ReadableDb, id: TagId, path: readonly (string | number)[]): Tag {
  const tag = db.get<Tag>(`SELECT ${columns} FROM tag WHERE id = :id AND trashed_at IS NULL`, {
    id,
  });
  if (tag === undefined) {
    throw new Failure("not-found", "This tag is no longer there. It may have been removed.", {
      path,
    });
  }
  return tag;
}

export function requireTags(
  db: ReadableDb,
  ids: readonly TagId[],
  path: readonly (string | number)[],
): Tag[] {
  return ids.map((id, index) => requireTag(db, id, [...path, index]));
}
