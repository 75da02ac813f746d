import type { ArticleText, TextSpan } from "#contract/article";
import type { Highlight, Tag } from "#contract/highlight";
import type { ArticleId } from "#contract/ids";

import { activatePane, closePane, setPassage, useWorkbench } from "../state/workbench.ts";
import type { CursorMove } from "./sentence-cursor.ts";

/** What actions can do with a pane that is on the screen. */
export type OpenPane = {
  readonly articleId: ArticleId;
  readonly focus: () => void;
  readonly moveCursor: (move: CursorMove) => void;
  /** Puts the sentence cursor on a span without choosing it as a passage. */
  readonly placeCursor: (span: TextSpan) => void;
  readonly reveal: (span: TextSpan) => void;
  /** Scrolls to a span, and puts cursor and focus there. */
  readonly readFrom: (span: TextSpan) => void;
  /** What is read: the chosen passage if it is on the screen, else the sentence in the upper part of it. */
  readonly readingSpan: () => TextSpan | null;
  /** Scrolls to a span unless it is seen well; focus, cursor and selection stay as they are. */
  readonly show: (span: TextSpan) => void;
  readonly selectAll: () => void;
  /** Where the reader is: the cursor, else the top of what is visible. UTF-16 code units. */
  readonly placeUtf16: () => number;
  /** As they are shown, in reading order. */
  readonly highlights: () => readonly Highlight[];
  readonly tags: () => readonly Tag[];
  /** Chooses a span as the passage, as the keys of the sentence cursor do. */
  readonly choose: (span: TextSpan) => void;
  readonly text: () => ArticleText;
  /** The text of a span. */
  readonly textOf: (span: TextSpan) => string;
};

const openPanes = new Map<string, OpenPane>();

/** A pane that gets the focus once its text is there, unless the focus was moved elsewhere meanwhile. */
let awaited: { readonly paneId: string; readonly focusedBefore: Element | null } | null = null;

/** Answers how to take it back. */
export function registerPane(paneId: string, pane: OpenPane): () => void {
  openPanes.set(paneId, pane);
  if (awaited?.paneId === paneId) {
    const { focusedBefore } = awaited;
    awaited = null;
    const { activeElement, body } = document;
    if (activeElement === focusedBefore || activeElement === body || activeElement === null) {
      focusPane(paneId);
    }
  }
  return () => {
    if (openPanes.get(paneId) === pane) {
      openPanes.delete(paneId);
    }
  };
}

export function openPane(paneId: string | null): OpenPane | null {
  return paneId === null ? null : (openPanes.get(paneId) ?? null);
}

export function activePane(): OpenPane | null {
  return openPane(useWorkbench.getState().activePaneId);
}

/** Makes a pane the active one and moves the focus into its text, at once or when that has been read. */
export function focusPane(paneId: string | null): void {
  if (paneId === null) {
    return;
  }
  activatePane(paneId);
  const pane = openPane(paneId);
  const { passage } = useWorkbench.getState();
  if (pane !== null && passage !== null && passage.articleId !== pane.articleId) {
    // Keys act in the pane that has the focus; a passage left behind in another one would be tagged unseen.
    setPassage(null);
  }
  awaited = pane === null ? { paneId, focusedBefore: document.activeElement } : null;
  pane?.focus();
}

export function focusActivePane(): void {
  focusPane(useWorkbench.getState().activePaneId);
}

/** Closes a pane; the focus goes to the natural neighbour, or to what the empty desk offers. */
export function closePaneAndFocus(paneId: string): void {
  closePane(paneId);
  requestAnimationFrame(() => {
    const { activePaneId } = useWorkbench.getState();
    if (activePaneId === null) {
      document.querySelector<HTMLElement>("[data-empty-desk] button")?.focus();
    } else {
      focusPane(activePaneId);
    }
  });
}
