import type { ParsedInputOf } from "#contract/requests";
import type { Trash, TrashedThing, TrashKind, TrashRef } from "#contract/trash";

import type { ReadContext } from "../core-context.ts";
import type { JournaledTableName } from "../history/journaled-tables.ts";
import type { ReadableDb } from "../store/db.ts";

type TrashTable = Extract<
  JournaledTableName,
  "article" | "highlight" | "claim" | "tag" | "board" | "briefing" | "highlight_query"
>;

/** The table of each kind; all of them have `id` and `trashed_at`. */
export const tableOfKind: Readonly<Record<TrashKind, TrashTable>> = {
  article: "article",
  highlight: "highlight",
  claim: "claim",
  tag: "tag",
  board: "board",
  briefing: "briefing",
  query: "highlight_query",
};

// Of every kind: id, name, article_title, trashed_at and how many rows come back with it.
const trashed = `
  SELECT 'article' AS kind, id, title AS name, NULL AS articleTitle, trashed_at AS trashedAt,
    (SELECT count(*) FROM highlight
      WHERE highlight.article_id = article.id AND highlight.trashed_at IS NULL) AS belongings
  FROM article
  WHERE trashed_at IS NOT NULL
  UNION ALL
  SELECT 'highlight', highlight.id, highlight.exact, article.title, highlight.trashed_at,
    (SELECT count(*) FROM evidence WHERE evidence.highlight_id = highlight.id)
  FROM highlight JOIN article ON article.id = highlight.article_id
  WHERE highlight.trashed_at IS NOT NULL
  UNION ALL
  SELECT 'claim', id, statement, NULL, trashed_at,
    (SELECT count(*) FROM evidence WHERE evidence.claim_id = claim.id)
  FROM claim
  WHERE trashed_at IS NOT NULL
  UNION ALL
  SELECT 'tag', id, name, NULL, trashed_at,
    (SELECT count(*) FROM highlight_tag WHERE highlight_tag.tag_id = tag.id)
  FROM tag
  WHERE trashed_at IS NOT NULL
  UNION ALL
  SELECT 'board', id, title, NULL, trashed_at,
    (SELECT count(*) FROM card WHERE card.board_id = board.id)
  FROM board
  WHERE trashed_at IS NOT NULL
  UNION ALL
  SELECT 'briefing', id, title, NULL, trashed_at, 0
  FROM briefing
  WHERE trashed_at IS NOT NULL
  UNION ALL
  SELECT 'query', id, name, NULL, trashed_at, 0
  FROM highlight_query
  WHERE trashed_at IS NOT NULL`;

const countTrashed = Object.values(tableOfKind)
  .map((table) => `(SELECT count(*) FROM ${table} WHERE trashed_at IS NOT NULL)`)
  .join(" + ");

export function listTrash({ db }: ReadContext, { limit }: ParsedInputOf<"trash.list">): Trash {
  const rows = db.all<Omit<TrashedThing, "change" | "who">>(
    `${trashed} ORDER BY trashedAt DESC, kind, id LIMIT :limit`,
    { limit },
  );
  const removals = readRemovals(db);
  const things = rows.map((row) => ({ ...row, ...removalOf(db, removals, row) }));
  return {
    things,
    count: db.get<{ count: number }>(`SELECT ${countTrashed} AS count`)?.count ?? 0,
  };
}

/** Everything that is in the trash, whatever its number. */
export function refsInTrash(db: ReadableDb): TrashRef[] {
  return db.all<TrashRef>(`SELECT kind, id FROM (${trashed}) ORDER BY kind, id`);
}

type Removal = {
  readonly seq: number;
  readonly at: string;
  readonly change: string;
  readonly who: string;
};

/** Changes in force, oldest first, without their row images. */
function readRemovals(db: ReadableDb): Removal[] {
  return db.all<Removal>(
    `SELECT seq, at, label AS change, who
    FROM change
    WHERE state = 'applied'
    ORDER BY at, seq`,
  );
}

/** Changes of one moment that are looked at; on a machine only a script makes so many. */
const maxCandidates = 20;

/**
 * The change that moved a thing to the trash: the first one that was finished at or after that moment and
 * that is about the thing.
 */
function removalOf(
  db: ReadableDb,
  removals: readonly Removal[],
  { id, trashedAt }: { readonly id: string; readonly trashedAt: string },
): Pick<TrashedThing, "change" | "who"> {
  const from = firstAtOrAfter(removals, trashedAt);
  for (const { seq, change, who } of removals.slice(from, from + maxCandidates)) {
    const isAbout = db.get<{ isAbout: number }>(
      "SELECT instr(edits, :id) > 0 AS isAbout FROM change WHERE seq = :seq",
      { seq, id },
    );
    if (isAbout?.isAbout === 1) {
      return { change, who };
    }
  }
  return { change: null, who: null };
}

function firstAtOrAfter(removals: readonly Removal[], moment: string): number {
  let low = 0;
  let high = removals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((removals[middle]?.at ?? "") < moment) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
