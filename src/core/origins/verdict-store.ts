import type { ArticleId } from "#contract/ids";

import type { WriteContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

type Pair = { readonly a: ArticleId; readonly b: ArticleId };

/** Remembers for every two of the articles that they were judged to be independent. */
export function keepIndependence(
  { db, journal, now }: WriteContext,
  articleIds: readonly ArticleId[],
): void {
  const known = new Set(readIndependentPairs(db).map(({ a, b }) => `${a} ${b}`));
  const decidedAt = now();
  const ordered = articleIds.toSorted();
  for (const [index, a] of ordered.entries()) {
    for (const b of ordered.slice(index + 1)) {
      if (!known.has(`${a} ${b}`)) {
        journal.insert("wording_verdict", {
          article_a_id: a,
          article_b_id: b,
          verdict: "independent",
          decided_at: decidedAt,
        });
      }
    }
  }
}

/** A judgement that two articles are independent ends when they are said to be of one origin. */
export function dropOverruledVerdicts({ db, journal }: WriteContext): void {
  const overruled = db.all<Pair>(
    `SELECT article_a_id AS a, article_b_id AS b
    FROM wording_verdict
      JOIN article AS first ON first.id = article_a_id
      JOIN article AS second ON second.id = article_b_id
    WHERE first.origin_id = second.origin_id
    ORDER BY a, b`,
  );
  for (const { a, b } of overruled) {
    journal.remove("wording_verdict", { article_a_id: a, article_b_id: b });
  }
}

/** `a` sorts before `b`. */
export function readIndependentPairs(db: ReadableDb): Pair[] {
  return db.all<Pair>(
    "SELECT article_a_id AS a, article_b_id AS b FROM wording_verdict ORDER BY a, b",
  );
}
