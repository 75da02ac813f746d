import { create } from "zustand";

import type { ArticleId } from "#contract/ids";

import { useWorkbench } from "../state/workbench.ts";
import type { Passage } from "../state/workbench.ts";

/** A passage of an article that was found. */
export type Hit = Passage & { readonly articleTitle: string; readonly exact: string };

export type SearchView = {
  /** What is looked for elsewhere: a passage with its words. Null until it is asked for. */
  readonly asked: (Passage & { readonly words: string }) | null;
  /** The list of what was found takes the focus as soon as it is there. */
  readonly focusWanted: boolean;
  /** What the list shows, by the keys of its rows. */
  readonly hits: ReadonlyMap<string, Hit>;
};

/** What is searched for and found; nothing of it outlives the window. */
export const useSearchView = create<SearchView>(() => ({
  asked: null,
  focusWanted: false,
  hits: new Map(),
}));

const { setState, getState } = useSearchView;

export function askWhereElse(asked: NonNullable<SearchView["asked"]>): void {
  setState({ asked, focusWanted: true });
  useWorkbench.setState(({ dock }) => ({ dock: { ...dock, view: "search", open: true } }));
}

export function showHits(hits: readonly Hit[]): void {
  setState({ hits: new Map(hits.map((hit) => [keyOfHit(hit), hit])) });
}

export function listIsFocused(): void {
  setState({ focusWanted: false });
}

export function keyOfHit({ articleId, start, end }: Passage): string {
  return `${articleId satisfies ArticleId} ${start} ${end}`;
}

/** The hit whose row, or a button in it, has the focus. */
export function focusedHit(): Hit | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-scope="search"] [data-key]');
  const key = row?.dataset["key"];
  return key === undefined ? null : (getState().hits.get(key) ?? null);
}
