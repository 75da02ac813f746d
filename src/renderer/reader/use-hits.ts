import { useEffect, useMemo, useRef } from "react";

import type { ArticleText } from "#contract/article";

import { useWorkbench } from "../state/workbench.ts";
import { findInSlices } from "./find-hits.ts";
import type { FindTerm } from "./find-hits.ts";
import { findPatternInAll } from "./find-pattern-in-all.ts";
import { showHits } from "./find-state.ts";
import type { PaneHits } from "./find-state.ts";
import { useArticleText } from "./use-article-text.ts";

type OpenText = { readonly paneId: string; readonly text: ArticleText | null };

/** Half of a frame: the other half is the page's. */
const sliceMs = 8;

/** Keeps the hits of all open panes up to date; typing never waits for them. */
export function useHits(): void {
  const { term, matchCase, wholeWord, anyAccent, pattern } = useWorkbench((state) => state.find);
  const find = useMemo(
    () => ({ term, matchCase, wholeWord, anyAccent }),
    [term, matchCase, wholeWord, anyAccent],
  );
  const texts = useOpenTexts();
  const shownFor = useRef<FindTerm>(undefined);
  useEffect(() => {
    const stopping = new AbortController();
    const findIn = pattern ? findPatternInAll : findInAll;
    void findIn(texts, find, stopping.signal).then((found) => {
      if (found !== null) {
        showHits(found, shownFor.current === find);
        shownFor.current = find;
      }
    });
    return () => stopping.abort();
  }, [texts, find, pattern]);
  useEffect(() => () => showHits([], false), []);
}

/** Null when it was stopped. An article that is open twice is searched once. */
async function findInAll(
  texts: readonly OpenText[],
  find: FindTerm,
  signal: AbortSignal,
): Promise<PaneHits[] | null> {
  const known = new Map<ArticleText, PaneHits["hits"]>();
  let yieldAtMs = performance.now() + sliceMs;
  for (const { text } of texts) {
    if (text !== null && !known.has(text)) {
      const hits: PaneHits["hits"][number][] = [];
      for (const slice of findInSlices(text.text, text.blocks, find)) {
        hits.push(...slice);
        if (performance.now() > yieldAtMs) {
          await nextTask();
          yieldAtMs = performance.now() + sliceMs;
        }
        if (signal.aborted) {
          return null;
        }
      }
      known.set(text, hits);
    }
  }
  return texts.map(({ paneId, text }) => ({
    paneId,
    hits: text === null ? [] : (known.get(text) ?? []),
  }));
}

/** Lets the browser handle keys and draw a frame. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** The texts on the desk, in its order. There are at most six panes, so each has its own hook. */
function useOpenTexts(): readonly OpenText[] {
  const panes = useWorkbench((state) => state.panes);
  const first = useArticleText(panes[0]?.articleId ?? null).text;
  const second = useArticleText(panes[1]?.articleId ?? null).text;
  const third = useArticleText(panes[2]?.articleId ?? null).text;
  const fourth = useArticleText(panes[3]?.articleId ?? null).text;
  const fifth = useArticleText(panes[4]?.articleId ?? null).text;
  const sixth = useArticleText(panes[5]?.articleId ?? null).text;
  return useMemo(() => {
    const texts = [first, second, third, fourth, fifth, sixth];
    return panes.map(({ paneId }, index) => ({ paneId, text: texts[index] ?? null }));
  }, [panes, first, second, third, fourth, fifth, sixth]);
}
