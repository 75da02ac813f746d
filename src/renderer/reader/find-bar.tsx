import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useRef } from "react";

import { useKeysOf } from "../actions/run-action.ts";
import { changeFind, useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { findHits } from "./find-hits.ts";
import { currentHitSpan, placeOfHit, showHits, stepHit, useFindState } from "./find-state.ts";
import type { PaneHits } from "./find-state.ts";
import { activePane, focusActivePane } from "./open-panes.ts";
import { useArticleText } from "./use-article-text.ts";

import styles from "./find-bar.module.css";

/** Finds words in all open articles at once; shown above the panes. */
export function FindBar() {
  const isOpen = useWorkbench((state) => state.find.open);
  return isOpen ? <OpenFindBar /> : null;
}

function OpenFindBar() {
  const find = useWorkbench((state) => state.find);
  const keysOf = useKeysOf();
  const { found, current } = useFindState();
  useHits();

  return (
    <search className={styles.bar} aria-label="Find in open articles">
      <input
        className={styles.field}
        type="text"
        data-find-field
        aria-label="Find in all open articles"
        placeholder="Find in all open articles"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={find.term}
        onChange={(event) => changeFind({ term: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) {
            stepHit(event.shiftKey ? -1 : 1);
          } else if (event.key === "Escape") {
            event.preventDefault();
            close();
          }
        }}
      />
      <output className={styles.count} aria-live="polite">
        {find.term === "" ? "" : placeOfHit(found, current)}
      </output>
      <Button
        label="Previous hit"
        icon={<ChevronUp />}
        keys={keysOf("find.previous")}
        onPress={() => stepHit(-1)}
      />
      <Button
        label="Next hit"
        icon={<ChevronDown />}
        keys={keysOf("find.next")}
        onPress={() => stepHit(1)}
      />
      <Button
        label="Match case"
        icon={<CaseSensitive />}
        isPressed={find.matchCase}
        onPress={() => changeFind({ matchCase: !find.matchCase })}
      />
      <Button
        label="Whole words"
        icon={<WholeWord />}
        isPressed={find.wholeWord}
        onPress={() => changeFind({ wholeWord: !find.wholeWord })}
      />
      <Button label="Close find" icon={<X />} keys="Escape" onPress={close} />
    </search>
  );
}

/** Back to the text, with the sentence cursor where the current hit is. */
function close(): void {
  const span = currentHitSpan();
  changeFind({ open: false });
  if (span !== null) {
    activePane()?.placeCursor(span);
  }
  focusActivePane();
}

/** Keeps the hits of all open panes up to date; typing never waits for them. */
function useHits(): void {
  const { term, matchCase, wholeWord } = useWorkbench((state) => state.find);
  const wanted = useMemo(() => ({ term, matchCase, wholeWord }), [term, matchCase, wholeWord]);
  const find = useDeferredValue(wanted);
  const texts = useOpenTexts();
  const found = useMemo(
    () =>
      texts.map(({ paneId, text }): PaneHits => ({
        paneId,
        hits: text === null ? [] : findHits(text.text, text.blocks, find),
      })),
    [texts, find],
  );
  const shownFor = useRef<typeof find>(undefined);
  useEffect(() => {
    showHits(found, shownFor.current === find);
    shownFor.current = find;
  }, [found, find]);
  useEffect(() => () => showHits([], false), []);
}

/** The texts on the desk, in its order. There are at most six panes, so each has its own hook. */
function useOpenTexts() {
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
