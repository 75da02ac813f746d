import { create } from "zustand";

import type { ArticleId } from "#contract/ids";

import { showDock } from "../state/workbench.ts";

export type WordingPart = "sources" | "wording" | "quotations";

/** What the view of sources shows; nothing of it outlives the window. */
export const useWordingView = create<{
  readonly part: WordingPart;
  /** Two articles side by side, instead of the list of pairs. */
  readonly pair: readonly [ArticleId, ArticleId] | null;
}>(() => ({ part: "sources", pair: null }));

export function showWordingPart(part: WordingPart): void {
  useWordingView.setState({ part, pair: null });
}

/** Opens the dock at two articles side by side. */
export function comparePair(pair: readonly [ArticleId, ArticleId] | null): void {
  useWordingView.setState({ part: "wording", pair });
  showDock("sources");
}
