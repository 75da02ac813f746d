import { create } from "zustand";

import type { TextSpan } from "#contract/article";
import type { Stance } from "#contract/claim";
import type { ArticleId, BoardId, ClaimId, HighlightId, TagId } from "#contract/ids";

import { usualLook } from "./reading-look.ts";
import type { ReadingLook, Theme } from "./reading-look.ts";

export type Pane = { readonly paneId: string; readonly articleId: ArticleId };

/** What the inspector shows. */
export type Selection =
  | { readonly kind: "highlight"; readonly highlightId: HighlightId; readonly articleId: ArticleId }
  | { readonly kind: "claim"; readonly claimId: ClaimId }
  | { readonly kind: "article"; readonly articleId: ArticleId };

/** Text chosen with the mouse or the sentence cursor; a highlight, claim or link is made from it. */
export type Passage = TextSpan & { readonly articleId: ArticleId };

/** A place to scroll to and flash; `serial` tells two jumps to the same place apart. */
export type Jump = Passage & { readonly serial: number };

export type DockView =
  | "claims"
  | "highlights"
  | "notes"
  | "board"
  | "matrix"
  | "hypotheses"
  | "sources"
  | "search"
  | "briefing"
  | "history"
  | "project";

/**
 * What a tag is looked for: to put on what is chosen, to take in hand as the pen, to take the place of the
 * tags of what is chosen, to put on all hits, to put on, take off or put in place of others on the rows
 * chosen in the table, or to merge the tag chosen in the codebook into.
 */
export type TagPurpose =
  | "apply"
  | "pen"
  | "retag"
  | "hits"
  | "tag-rows"
  | "untag-rows"
  | "retag-rows"
  | "merge";

/** A type-ahead that is open over nothing but its own corner of the page. */
export type Picker =
  | { readonly kind: "tag"; readonly purpose: TagPurpose }
  | { readonly kind: "claim"; readonly stance: Stance }
  | { readonly kind: "layout" }
  | { readonly kind: "palette" }
  | { readonly kind: "shortcuts" };

export type Find = {
  readonly open: boolean;
  readonly term: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** An e finds an é as well. */
  readonly anyAccent: boolean;
  /** The term is a regular expression. */
  readonly pattern: boolean;
};

/** How the page was left; saved in the project (view "desk") and restored on the next start. */
export type SavedDesk = {
  readonly panes: readonly Pane[];
  readonly activePaneId: string | null;
  readonly dock: { readonly view: DockView; readonly open: boolean; readonly maximised: boolean };
  readonly boardId: BoardId | null;
  readonly libraryOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly theme: Theme;
  readonly look: ReadingLook;
  /** Cards of a board that are moved stop at the lines of its grid. */
  readonly snapsToGrid: boolean;
  /** The other panes of the desk go to what matches the place in the one that is moved in. */
  readonly follow: boolean;
};

export const maxPanes = 6;

export type WorkbenchState = SavedDesk & {
  readonly selection: Selection | null;
  readonly passage: Passage | null;
  readonly jump: Jump | null;
  readonly picker: Picker | null;
  readonly find: Find;
  /** Put on each selection until it is put down. */
  readonly penTagId: TagId | null;
  /** The tag that was put on last. */
  readonly lastTagId: TagId | null;
  /** Chosen beside the selected highlight, to act on all of them at once. */
  readonly markedIds: readonly HighlightId[];
  /** Tags whose highlights, and those of the tags below them, are not painted. */
  readonly hiddenTagIds: readonly TagId[];
  /** The only tag whose highlights are painted, with those of the tags below it. */
  readonly soloTagId: TagId | null;
  /** Read out by screen readers and shown in the status line. */
  readonly announcement: string;
  /** Shown until dismissed; never in a toast, because it may be needed later. */
  readonly failure: string | null;
};

const initialState: WorkbenchState = {
  panes: [],
  activePaneId: null,
  dock: { view: "claims", open: true, maximised: false },
  boardId: null,
  libraryOpen: true,
  inspectorOpen: true,
  theme: "system",
  look: usualLook,
  snapsToGrid: false,
  follow: false,
  selection: null,
  passage: null,
  jump: null,
  picker: null,
  find: {
    open: false,
    term: "",
    matchCase: false,
    wholeWord: false,
    anyAccent: false,
    pattern: false,
  },
  penTagId: null,
  lastTagId: null,
  markedIds: [],
  hiddenTagIds: [],
  soloTagId: null,
  announcement: "",
  failure: null,
};

export const useWorkbench = create<WorkbenchState>(() => initialState);

const { setState, getState } = useWorkbench;

/**
 * Shows an article: in the pane that has it (the active one, where several do), else in a new pane, else
 * (six are open) in the active one.
 */
export function openArticle(articleId: ArticleId): void {
  setState((state) => {
    const having = state.panes.filter((pane) => pane.articleId === articleId);
    const shown = having.find((pane) => pane.paneId === state.activePaneId) ?? having[0];
    if (shown !== undefined) {
      return { activePaneId: shown.paneId };
    }
    const pane: Pane = { paneId: crypto.randomUUID(), articleId };
    const panes =
      state.panes.length < maxPanes
        ? [...state.panes, pane]
        : state.panes.map((old) => (old.paneId === state.activePaneId ? pane : old));
    return { panes, activePaneId: pane.paneId };
  });
}

/** Puts these articles on the desk, in the place of what lies there; those past the sixth stay closed. */
export function openSideBySide(articleIds: readonly ArticleId[]): void {
  const panes = articleIds
    .slice(0, maxPanes)
    .map((articleId): Pane => ({ paneId: crypto.randomUUID(), articleId }));
  setState({ panes, activePaneId: panes[0]?.paneId ?? null });
}

/** Shows the article of a pane once more, beside it. Null when six panes are open. */
export function openSecondPlace(paneId: string): Pane | null {
  const { panes } = getState();
  const index = panes.findIndex((pane) => pane.paneId === paneId);
  const first = panes[index];
  if (first === undefined || panes.length >= maxPanes) {
    return null;
  }
  const second: Pane = { paneId: crypto.randomUUID(), articleId: first.articleId };
  setState({ panes: panes.toSpliced(index + 1, 0, second), activePaneId: second.paneId });
  return second;
}

/** Which of the panes with its article a pane is, from 0. */
export function placeAmongSame(panes: readonly Pane[], pane: Pane): number {
  const same = panes.filter(({ articleId }) => articleId === pane.articleId);
  return Math.max(
    same.findIndex(({ paneId }) => paneId === pane.paneId),
    0,
  );
}

/** Closes a pane; the natural neighbour becomes the active one. */
export function closePane(paneId: string): void {
  setState((state) => {
    const index = state.panes.findIndex((pane) => pane.paneId === paneId);
    const panes = state.panes.filter((pane) => pane.paneId !== paneId);
    const neighbour = panes[Math.min(Math.max(index, 0), panes.length - 1)];
    const activePaneId =
      state.activePaneId === paneId ? (neighbour?.paneId ?? null) : state.activePaneId;
    const closed = state.panes[index];
    if (closed === undefined || state.passage?.articleId !== closed.articleId) {
      return { panes, activePaneId };
    }
    // What was chosen there is no longer in sight, and neither is what was about to be done with it.
    const isForPassage = state.picker?.kind === "tag" || state.picker?.kind === "claim";
    return { panes, activePaneId, passage: null, picker: isForPassage ? null : state.picker };
  });
}

/** Moves a pane by `step` places (−1 left, 1 right), as far as there is room. */
export function movePane(paneId: string, step: number): void {
  setState((state) => {
    const from = state.panes.findIndex((pane) => pane.paneId === paneId);
    const pane = state.panes[from];
    if (pane === undefined) {
      return {};
    }
    const others = state.panes.filter((other) => other.paneId !== paneId);
    const to = Math.min(Math.max(from + step, 0), others.length);
    return { panes: others.toSpliced(to, 0, pane) };
  });
}

export function activatePane(paneId: string): void {
  setState({ activePaneId: paneId });
}

/** Drops panes whose article is no longer in the library. */
export function keepPanesOf(articleIds: ReadonlySet<ArticleId>): void {
  for (const pane of getState().panes) {
    if (!articleIds.has(pane.articleId)) {
      closePane(pane.paneId);
    }
  }
}

/** Opens the article if need be, scrolls to the passage and flashes it. */
export function goToPassage(passage: Passage): void {
  openArticle(passage.articleId);
  setState((state) => ({
    jump: { ...passage, serial: (state.jump?.serial ?? 0) + 1 },
    dock: { ...state.dock, maximised: false },
  }));
}

export function select(selection: Selection | null): void {
  setState({ selection });
}

export function setPassage(passage: Passage | null): void {
  setState({ passage });
}

export function openPicker(picker: Picker | null): void {
  setState({ picker });
}

export function showDock(view: DockView): void {
  setState((state) => ({ dock: { ...state.dock, view, open: true } }));
}

export function changeFind(patch: Partial<Find>): void {
  setState((state) => ({ find: { ...state.find, ...patch } }));
}

export function changeLook(patch: Partial<ReadingLook>): void {
  setState((state) => ({ look: { ...state.look, ...patch } }));
}

/** The same words twice in a row are still read out: a no-break space tells them apart. */
export function announce(words: string): void {
  setState((state) => ({
    announcement: state.announcement === words ? `${words}\u00a0` : words,
  }));
}

export function showFailure(message: string | null): void {
  setState({ failure: message });
}
