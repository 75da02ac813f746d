import { useMemo, useState } from "react";
import type { RefObject } from "react";

import type { TextSpan } from "#contract/article";
import type { ArticleId } from "#contract/ids";

import { announce, setPassage, useWorkbench } from "../state/workbench.ts";
import type { Passage } from "../state/workbench.ts";
import { firstVisible } from "./selection-of-span.ts";
import { cursorAt, moveCursor, spanOfCursor } from "./sentence-cursor.ts";
import type { CursorMove, CursorText, SentenceCursor } from "./sentence-cursor.ts";
import type { WindowKeeper } from "./window-keeper.ts";
import { wordsOfMove } from "./words-of-move.ts";

/** A passage together with what chose it: that decides where its toolbar is. */
type Chosen = { readonly passage: Passage; readonly by: "pointer" | "keys" };

export type PlaceInText = {
  /** The passage last chosen here. */
  readonly chosen: Chosen | null;
  readonly choose: (span: TextSpan, by: Chosen["by"] | "jump") => void;
  /** Moves the sentence cursor, and chooses the sentences it is on. */
  readonly move: (move: CursorMove) => void;
  /** Puts the cursor somewhere without choosing anything. */
  readonly placeCursor: (span: TextSpan) => void;
  /** Where the reader is, in UTF-16 code units of the canonical text. */
  readonly placeUtf16: () => number;
};

/** Where the reader is in the text of one pane: the sentence cursor and the passage chosen with it. */
export function usePlaceInText(properties: {
  region: RefObject<HTMLElement | null>;
  keeper: WindowKeeper;
  articleId: ArticleId;
  cursorText: CursorText;
  text: string;
}): PlaceInText {
  const { region, articleId, cursorText, text } = properties;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const textWindow = properties.keeper;
  const keeper = useMemo(
    () => createPlaceKeeper({ region, textWindow, articleId, cursorText, text, setChosen }),
    [region, textWindow, articleId, cursorText, text],
  );
  return useMemo(() => ({ ...keeper, chosen }), [keeper, chosen]);
}

/** The cursor is not a state of the page: what is seen of it is the passage. */
function createPlaceKeeper(properties: {
  region: RefObject<HTMLElement | null>;
  textWindow: WindowKeeper;
  articleId: ArticleId;
  cursorText: CursorText;
  text: string;
  setChosen: (chosen: Chosen | null) => void;
}): Omit<PlaceInText, "chosen"> {
  const { region, textWindow, articleId, cursorText, text, setChosen } = properties;
  let cursor: SentenceCursor | null = null;
  /** The cursor was put here by a click, a hit or a highlight: the next move begins here. */
  let isFresh = false;

  const visible = () =>
    region.current === null ? 0 : firstVisible(region.current, cursorText.sentences);
  const place = (span: TextSpan) => {
    cursor = cursorAt(cursorText, span);
    isFresh = true;
  };
  const setChosenPassage = (span: TextSpan, by: Chosen["by"] | "jump") => {
    const passage = { articleId, start: span.start, end: span.end };
    setPassage(passage);
    setChosen(by === "jump" ? null : { passage, by });
  };

  return {
    placeCursor: place,
    choose: (span, by) => {
      place(span);
      isFresh = false;
      setChosenPassage(span, by);
    },
    placeUtf16: () => {
      const { passage } = useWorkbench.getState();
      const span = cursor === null ? null : spanOfCursor(cursorText, cursor);
      const here = passage?.articleId === articleId ? passage : span;
      return here?.start ?? cursorText.sentences[visible()]?.start ?? 0;
    },
    move: (move) => {
      const before = isFresh ? null : cursor;
      const start = () => (cursor !== null && isFresh ? cursor.anchor : visible());
      const after = moveCursor(cursorText, before, move, start);
      const span = after === null ? null : spanOfCursor(cursorText, after);
      if (after === null || span === null) {
        announce("This article has no sentences");
        return;
      }
      cursor = after;
      isFresh = false;
      window.getSelection()?.removeAllRanges();
      setChosenPassage(span, "keys");
      const head = cursorText.sentences[after.head];
      if (head !== undefined) {
        textWindow.reveal(move.by === "block" ? span : head, "nearest");
      }
      announce(wordsOfMove(cursorText, text, before, after));
    },
  };
}
