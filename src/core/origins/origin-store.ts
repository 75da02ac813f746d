import { Failure } from "#contract/failure";
import type { ArticleId, OriginId } from "#contract/ids";
import type { Origin } from "#contract/origin";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

type OriginRow = Omit<Origin, "articleIds">;

const columns = `
  origin.id, coalesce(article.title, origin.name) AS name, origin.kind, origin.note,
  origin.article_id AS rootArticleId`;

// A fixed locale, so that the order is the same on every machine.
const byName = new Intl.Collator("en");

/** By name, whatever its case. Articles in the trash are left out of their origins. */
export function listOrigins({ db }: ReadContext): Origin[] {
  return readOrigins(db, null).toSorted((a, b) => byName.compare(a.name, b.name));
}

/** @throws Failure not-found */
export function requireOrigin(
  db: ReadableDb,
  id: OriginId,
  path: readonly (string | number)[] = ["originId"],
): Origin {
  const [origin] = readOrigins(db, id);
  if (origin === undefined) {
    throw new Failure("not-found", "This origin is no longer there. It may have been removed.", {
      path,
    });
  }
  return origin;
}

/** The origin of this name that is no article of the project, whatever the case; null if there is none. */
export function findOriginNamed(db: ReadableDb, name: string): Origin | null {
  const folded = foldedName(name);
  return (
    readOrigins(db, null).find(
      (origin) => origin.rootArticleId === null && foldedName(origin.name) === folded,
    ) ?? null
  );
}

/** All articles of an origin, also those in the trash. */
export function membersOf(db: ReadableDb, originId: OriginId): ArticleId[] {
  return db
    .all<{ id: ArticleId }>(
      "SELECT id FROM article WHERE origin_id = :originId ORDER BY position, id",
      { originId },
    )
    .map(({ id }) => id);
}

/** The origin that an article is the root of, or null. */
export function originRootedAt(db: ReadableDb, articleId: ArticleId): OriginId | null {
  const row = db.get<{ id: OriginId }>("SELECT id FROM origin WHERE article_id = :articleId", {
    articleId,
  });
  return row?.id ?? null;
}

function readOrigins(db: ReadableDb, id: OriginId | null): Origin[] {
  const rows = db.all<OriginRow>(
    `SELECT ${columns}
    FROM origin LEFT JOIN article ON article.id = origin.article_id
    WHERE :id IS NULL OR origin.id = :id`,
    { id },
  );
  const members = Map.groupBy(
    db.all<{ id: ArticleId; originId: OriginId }>(
      `SELECT id, origin_id AS originId
      FROM article
      WHERE trashed_at IS NULL AND origin_id IS NOT NULL AND (:id IS NULL OR origin_id = :id)
      ORDER BY position, id`,
      { id },
    ),
    (article) => article.originId,
  );
  return rows.map((row) => ({
    ...row,
    articleIds: (members.get(row.id) ?? []).map((article) => article.id),
  }));
}

function foldedName(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}
