import { create } from "zustand";

import type { ArticleId } from "#contract/ids";

import type { Selection } from "../state/workbench.ts";

/** Articles chosen in the library to act on all of them; the one selected last is among them. */
export const useChosenArticles = create<{ readonly ids: readonly ArticleId[] }>(() => ({
  ids: [],
}));

/** Those that are chosen now: once something else is selected, only that is. */
export function chosenArticles(
  ids: readonly ArticleId[],
  selection: Selection | null,
): readonly ArticleId[] {
  if (selection?.kind !== "article") {
    return [];
  }
  return ids.includes(selection.articleId) ? ids : [selection.articleId];
}
