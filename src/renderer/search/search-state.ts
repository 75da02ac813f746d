import { create } from "zustand";

import type { ArticleId } from "#contract/ids";

import { useWorkbench } from "../state/workbench.ts";
import type { Passage } from "../state/workbench.ts";

/** A passage of an article that was found. */
export type Hit = Passage & { readonly articleTitle: string; readonly exact: string };

/** A passage that is looked for elsewhere, with its words. */
export type AskedPassage = Passage & { readonly words: string };

export type SearchView = {
  /** Null until it is asked for. */
  readonly asked: AskedPassage | null;
  /** Words to find in all articles; while there are any they go before the passage. */
  readonly typed: string;
  /** The list of what was found takes the focus as soon as it is there. */
  readonly focusWanted: boolean;
  /** What the list shows, by the keys of its rows. */
  readonly hits: ReadonlyMap<string, Hit>;
};

/** What is searched for and found; nothing of it outlives the window. */
export const useSearchView = create<SearchView>(() => ({
  asked: null,
  typed: "",
  focusWanted: false,
  hits: new Map(),
}));

const { setState, getState } = useSearchView;

export function askWhereElse(asked: AskedPassage): void {
  setState({ asked, typed: "", focusWanted: true });
  useWorkbench.setState(({ dock }) => ({ dock: { ...dock, view: "search", open: true } }));
}

export function typeWords(typed: string): void {
  setState({ typed, focusWanted: false });
}

/** Moves the focus into the list as soon as it is there. */
export function wantList(): void {
  setState({ focusWanted: true });
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
