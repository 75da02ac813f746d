import type { ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { requireArticle } from "./article-store.ts";

/**
 * Moves articles to the trash. Their highlights and evidence stay as they are and come back with them;
 * until then no list shows what belongs to a trashed article.
 * @throws Failure not-found when one is not there; then none is moved
 */
export function trashArticles(
  { db, journal, now }: WriteContext,
  { articleIds }: ParsedInputOf<"article.trash">,
): Record<string, never> {
  const ids = [...new Set(articleIds)];
  const trashedAt = now();
  for (const id of ids) {
    requireArticle(db, id);
    journal.update("article", { id }, { trashed_at: trashedAt });
  }
  journal.label(
    ids.length === 1 ? "move article to trash" : `move ${ids.length} articles to trash`,
  );
  return {};
}
