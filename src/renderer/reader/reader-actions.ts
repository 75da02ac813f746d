import type { TextSpan } from "#contract/article";

import type { Action, ActionContext } from "../actions/action.ts";
import {
  announce,
  changeFind,
  maxPanes,
  movePane,
  openPicker,
  select,
  setPassage,
  useWorkbench,
} from "../state/workbench.ts";
import { markSelected, noHighlightChosen } from "./chosen-highlights.ts";
import {
  applyLastTag,
  applyTagOfKey,
  highlightChosen,
  removeSelectedHighlight,
  stepHighlight,
  stepStack,
} from "./coding.ts";
import {
  chooseQuotation,
  goToHeading,
  mergeChosen,
  resizeByBlock,
  resizeByWord,
  splitChosen,
  stepOfArrow,
} from "./edit-highlights.ts";
import { currentHitSpan, placeOfHit, stepHit, useFindState } from "./find-state.ts";
import { activePane, closePaneAndFocus, focusActivePane, focusPane } from "./open-panes.ts";
import { applyPen, putPenDown, takePen } from "./pen.ts";
import { readSecondPlace } from "./second-place.ts";
import type { CursorMove } from "./sentence-cursor.ts";

const { getState } = useWorkbench;

const hasPane = () => getState().panes.length > 0;
const hasPanes = () => getState().panes.length > 1;

/** Everything that can be done on the desk; keys with `scope: "reader"` act in an article's text. */
export const readerActions: readonly Action[] = [
  ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((key): Action => ({
    id: `tag.key-${key}`,
    title: `Tag with key ${key}`,
    section: "Coding",
    keys: [key],
    scope: "reader",
    isEnabled: hasPane,
    run: (context) => applyTagOfKey(context, key),
  })),
  inText("tag.pick", "Tag the passage: find or make a tag", ["t"], () =>
    openPicker({ kind: "tag", purpose: "apply" }),
  ),
  coding("tag.again", "Tag with the last tag again", ["a"], applyLastTag),
  inText("pen.take", "Take a tag as the pen: it is put on each selection", ["p"], takePen),
  {
    ...coding("pen.apply", "Tag the passage with the pen", ["Enter"], applyPen),
    isEnabled: () => hasPane() && getState().penTagId !== null && getState().passage !== null,
  },
  coding("highlight.create", "Highlight the passage", ["h"], highlightChosen),
  inText("highlight.next", "Go to the next highlight", [".", "]"], () => stepHighlight(1)),
  inText("highlight.previous", "Go to the previous highlight", [",", "["], () => stepHighlight(-1)),
  inText("highlight.stack", "Go through the highlights that lie here", ["o"], stepStack),
  inText("highlight.note", "Write a note on the highlight", ["e"], writeNote),
  inText("highlight.retag", "Retag: put another tag in the place of its tags", ["r"], () => {
    if (getState().selection?.kind === "highlight" || getState().markedIds.length > 0) {
      openPicker({ kind: "tag", purpose: "retag" });
    } else {
      announce(noHighlightChosen);
    }
  }),
  inText("highlight.mark", "Mark the highlight to act on several", ["x"], markSelected),
  coding("highlight.split", "Split the highlight at the cursor", ["s"], splitChosen),
  coding("highlight.merge", "Merge the highlight with those it touches", ["m"], mergeChosen),
  coding(
    "highlight.remove",
    "Remove the highlight",
    ["Delete", "Backspace"],
    removeSelectedHighlight,
  ),
  inText("reader.clear", "Let go of the passage or highlight", ["Escape"], clear),

  moving("sentence.next", "Go to the next sentence", ["ArrowDown", "j"], sentence(1, false)),
  moving("sentence.previous", "Go to the previous sentence", ["ArrowUp", "k"], sentence(-1, false)),
  moving(
    "sentence.extend",
    "Extend the passage by a sentence",
    ["Shift+ArrowDown", "Shift+J"],
    sentence(1, true),
  ),
  moving(
    "sentence.shrink",
    "Shrink the passage by a sentence, or extend it upwards",
    ["Shift+ArrowUp", "Shift+K"],
    sentence(-1, true),
  ),
  resizing("passage.end-right", "Extend the passage or highlight by a word", ["Shift+ArrowRight"], {
    edge: "end",
    arrow: "right",
  }),
  resizing("passage.end-left", "Shrink the passage or highlight by a word", ["Shift+ArrowLeft"], {
    edge: "end",
    arrow: "left",
  }),
  resizing(
    "passage.start-left",
    "Begin the passage or highlight a word earlier",
    ["Mod+Shift+ArrowLeft"],
    {
      edge: "start",
      arrow: "left",
    },
  ),
  resizing(
    "passage.start-right",
    "Begin the passage or highlight a word later",
    ["Mod+Shift+ArrowRight"],
    {
      edge: "start",
      arrow: "right",
    },
  ),
  coding(
    "passage.extend-block",
    "Extend the passage or highlight by a paragraph",
    ["Alt+Shift+ArrowDown"],
    (context) => resizeByBlock(context, 1),
  ),
  coding(
    "passage.extend-block-up",
    "Shrink it by a paragraph, or extend it upwards",
    ["Alt+Shift+ArrowUp"],
    (context) => resizeByBlock(context, -1),
  ),
  inText("passage.quotation", "Select the quotation under the cursor, or the next one", ["q"], () =>
    chooseQuotation(),
  ),
  inText("text.next-heading", "Go to the next heading", ["Mod+ArrowDown"], () => goToHeading(1)),
  inText("text.previous-heading", "Go to the previous heading", ["Mod+ArrowUp"], () =>
    goToHeading(-1),
  ),
  moving("block.next", "Go to the next paragraph", ["Alt+ArrowDown"], { by: "block", step: 1 }),
  moving("block.previous", "Go to the previous paragraph", ["Alt+ArrowUp"], {
    by: "block",
    step: -1,
  }),
  moving("text.start", "Go to the first sentence", ["Home"], { by: "text", to: "start" }),
  moving("text.end", "Go to the last sentence", ["End"], { by: "text", to: "end" }),
  inText("text.select-all", "Select the whole article", ["Mod+A"], () => activePane()?.selectAll()),

  onDesk("find.open", "Find in all open articles", ["Mod+F"], openFind, hasPane),
  onDesk("find.next", "Go to the next hit", ["F3", "Mod+G"], () => nextHit(1), hasPane),
  onDesk(
    "find.previous",
    "Go to the previous hit",
    ["Shift+F3", "Mod+Shift+G"],
    () => nextHit(-1),
    hasPane,
  ),

  onDesk(
    "find.tag-all",
    "Tag all hits",
    ["Alt+Enter"],
    () => openPicker({ kind: "tag", purpose: "hits" }),
    () => getState().find.open,
  ),

  {
    id: "desk.follow",
    title: "Follow: move the other articles to what matches",
    section: "Desk",
    keys: ["f"],
    run: () => {
      const follow = !getState().follow;
      useWorkbench.setState({ follow });
      announce(
        follow
          ? "The other articles follow to what matches"
          : "The other articles stay where they are",
      );
    },
  },
  onDesk("pane.next", "Go to the next article", ["F6"], () => stepPane(1), hasPane),
  onDesk("pane.previous", "Go to the previous article", ["Shift+F6"], () => stepPane(-1), hasPane),
  ...Array.from({ length: maxPanes }, (_, index) =>
    onDesk(
      `pane.go-${index + 1}`,
      `Go to article ${index + 1}`,
      [`Alt+${index + 1}`],
      () => focusPane(getState().panes[index]?.paneId ?? null),
      () => index < getState().panes.length,
    ),
  ),
  onDesk(
    "pane.move-left",
    "Move the article to the left",
    ["Alt+Shift+ArrowLeft"],
    () => {
      moveActive(-1);
    },
    hasPanes,
  ),
  onDesk(
    "pane.move-right",
    "Move the article to the right",
    ["Alt+Shift+ArrowRight"],
    () => {
      moveActive(1);
    },
    hasPanes,
  ),
  onDesk(
    "pane.second-place",
    "Open a second place of the article beside it",
    ["Alt+N"],
    () => {
      const { activePaneId } = getState();
      if (activePaneId !== null) {
        readSecondPlace(activePaneId);
      }
    },
    hasPane,
  ),
  onDesk(
    "pane.close",
    "Close the article",
    ["Alt+W"],
    () => {
      const { activePaneId } = getState();
      if (activePaneId !== null) {
        closePaneAndFocus(activePaneId);
      }
    },
    hasPane,
  ),
];

function onDesk(
  id: string,
  title: string,
  keys: readonly string[],
  run: () => void,
  isEnabled: () => boolean,
): Action {
  return { id, title, section: "Desk", keys, isEnabled, run };
}

function inText(id: string, title: string, keys: readonly string[], run: () => void): Action {
  const section = id.startsWith("text.") ? "Desk" : "Coding";
  return { id, title, section, keys, scope: "reader", isEnabled: hasPane, run };
}

function coding(
  id: string,
  title: string,
  keys: readonly string[],
  run: (context: ActionContext) => Promise<void>,
): Action {
  return { id, title, section: "Coding", keys, scope: "reader", isEnabled: hasPane, run };
}

function resizing(
  id: string,
  title: string,
  keys: readonly string[],
  { edge, arrow }: { edge: "start" | "end"; arrow: "left" | "right" },
): Action {
  return coding(id, title, keys, (context) =>
    resizeByWord(context, { edge, step: stepOfArrow(arrow) }),
  );
}

function moving(id: string, title: string, keys: readonly string[], move: CursorMove): Action {
  return {
    id,
    title,
    section: "Desk",
    keys,
    scope: "reader",
    isEnabled: hasPane,
    run: () => activePane()?.moveCursor(move),
  };
}

function sentence(step: 1 | -1, extend: boolean): CursorMove {
  return { by: "sentence", step, extend };
}

/** One thing at a time: the pen, the marked highlights, the passage, the highlight, then the hits. */
function clear(): void {
  const { passage, selection, find, penTagId, markedIds } = getState();
  if (penTagId !== null) {
    putPenDown();
  } else if (markedIds.length > 0) {
    useWorkbench.setState({ markedIds: [] });
    announce("No highlight is marked any more");
  } else if (passage !== null) {
    setPassage(null);
    window.getSelection()?.removeAllRanges();
  } else if (selection?.kind === "highlight") {
    select(null);
  } else if (find.open) {
    changeFind({ open: false });
  }
}

function writeNote(): void {
  if (getState().selection?.kind !== "highlight") {
    announce(noHighlightChosen);
    return;
  }
  useWorkbench.setState({ inspectorOpen: true });
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>("[data-inspector] textarea")?.focus();
  });
}

function openFind(): void {
  const { passage } = getState();
  const words = passage === null ? "" : (activePane()?.textOf(passage) ?? "");
  // A few chosen words are most likely what is looked for; a chosen sentence is not.
  const isTerm = words !== "" && words.length <= 60 && !words.includes("\n");
  changeFind({ open: true, ...(isTerm ? { term: words } : {}) });
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>("[data-find-field]");
    field?.focus();
    field?.select();
  });
}

function nextHit(step: 1 | -1): void {
  if (getState().find.open) {
    stepHit(step);
    // From the text one goes on working there: the hit is what is chosen.
    const span = currentHitSpan();
    if (span !== null && document.activeElement?.closest("[data-scope='reader']") !== null) {
      const pane = activePane();
      pane?.choose(span);
      pane?.focus();
      announce(wordsOfHit(span));
    }
  } else {
    openFind();
  }
}

/** Which hit it is, and the sentence that it is in. */
function wordsOfHit(span: TextSpan): string {
  const pane = activePane();
  const { found, current } = useFindState.getState();
  const around = pane
    ?.text()
    .blocks.flatMap(({ sentences }) => sentences)
    .find(({ end }) => end > span.start);
  const words = around === undefined ? "" : `: ${pane?.textOf(around).trim() ?? ""}`;
  return `${placeOfHit(found, current)}${words}`;
}

function stepPane(step: 1 | -1): void {
  const { panes, activePaneId } = getState();
  const from = panes.findIndex(({ paneId }) => paneId === activePaneId);
  const isInText = document.activeElement?.closest("[data-pane]") !== null;
  // From elsewhere on the page the first press only comes back to the article being read.
  const to = from === -1 || isInText ? (from + step + panes.length) % panes.length : from;
  focusPane(panes[to]?.paneId ?? null);
}

function moveActive(step: 1 | -1): void {
  const { activePaneId } = getState();
  if (activePaneId === null) {
    return;
  }
  movePane(activePaneId, step);
  const { panes } = getState();
  const place = panes.findIndex(({ paneId }) => paneId === activePaneId) + 1;
  announce(`Article is now number ${place} of ${panes.length}`);
  // Moving an element in the page takes the focus from it.
  requestAnimationFrame(focusActivePane);
}
