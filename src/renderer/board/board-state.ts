import { create } from "zustand";

import type { Card } from "#contract/board";
import type { Point } from "#contract/board-geometry";
import type { BoardId, CardId, ClaimId } from "#contract/ids";
import type { Passage } from "#contract/requests";

import type { BoardLink, CardFacts } from "./board-facts.ts";

/** A small panel over the canvas; it never takes the canvas away from the user. */
export type BoardPanel =
  /** Choose what a card is linked to, and how. */
  | { readonly kind: "connect"; readonly cardId: CardId }
  /** Change or remove a line. */
  | { readonly kind: "link"; readonly linkId: string }
  /** Say how two cards are linked, after a line was dragged from one to the other. */
  | { readonly kind: "new-link"; readonly fromId: CardId; readonly toId: CardId }
  /** Say what a passage does to a claim, after it was dropped on the claim's card. */
  | {
      readonly kind: "evidence";
      readonly passage: Passage;
      readonly claimId: ClaimId;
      readonly at: Point;
    };

/** How the canvas was left: where its top left corner is, and how large it is drawn. */
export type Viewport = Point & { readonly zoom: number };

/** What actions can ask of the canvas that is on the screen. */
export type ShownBoard = {
  readonly boardId: BoardId;
  /** In reading order. */
  readonly facts: readonly CardFacts[];
  readonly links: readonly BoardLink[];
  /** The cards with their places as they are on this page now. */
  readonly cards: () => readonly Card[];
  /** Middle of what is visible, in board pixels. */
  readonly centre: () => Point;
  readonly selectCards: (ids: readonly CardId[]) => void;
  readonly focusCard: (id: CardId | null) => void;
  readonly fit: () => void;
  /** Shows the whole board if it can be read so, else its beginning. */
  readonly showFromStart: () => void;
  readonly zoomBy: (factor: number) => void;
  /** Moves or resizes cards now, and stores it after a short pause. */
  readonly nudge: (ids: readonly CardId[], by: Nudge) => void;
  /** Stores what is still waiting for its pause. */
  readonly settle: () => void;
};

export type Nudge = {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
};

export type BoardState = {
  readonly shown: ShownBoard | null;
  readonly selectedIds: readonly CardId[];
  /** The card that has the focus, or had it last. */
  readonly focusedId: CardId | null;
  readonly editingId: CardId | null;
  /** The board whose name is being typed. */
  readonly namingId: BoardId | null;
  /** The claim or group over which something is being dragged. */
  readonly dropTargetId: CardId | null;
  readonly panel: BoardPanel | null;
  /** A card to bring into view once it is there. */
  readonly revealId: CardId | null;
  /** The board is shown from its start once this card is drawn at its new place. */
  readonly awaited: Card | null;
  /** Address of the picture that is being printed. */
  readonly printed: string | null;
  readonly viewports: ReadonlyMap<BoardId, Viewport>;
};

export const useBoard = create<BoardState>(() => ({
  shown: null,
  selectedIds: [],
  focusedId: null,
  editingId: null,
  namingId: null,
  dropTargetId: null,
  panel: null,
  revealId: null,
  awaited: null,
  printed: null,
  viewports: new Map(),
}));

/** The card whose element has the focus, or null. */
export function cardWithFocus(): CardId | null {
  const element = document.activeElement?.closest<HTMLElement>("[data-card]") ?? null;
  return element === document.activeElement ? cardIdOf(element) : null;
}

/** The card that an element lies in, or null. */
export function cardIdOf(element: Element | null): CardId | null {
  const id = element?.closest<HTMLElement>("[data-card]")?.dataset["card"];
  return id === undefined ? null : (id as CardId); // written by cardNode only
}

/** What an action is about: the focused card, unless it is one of several selected ones. */
export function actedOnIds(): readonly CardId[] {
  const { selectedIds } = useBoard.getState();
  const focused = cardWithFocus();
  return focused === null || selectedIds.includes(focused) ? selectedIds : [focused];
}

export function openPanel(panel: BoardPanel): void {
  useBoard.setState({ panel });
}

/** Closes the panel and gives the focus back to a card. */
export function closePanel(): void {
  const { panel, shown, focusedId } = useBoard.getState();
  if (panel !== null) {
    useBoard.setState({ panel: null });
    shown?.focusCard(focusedId);
  }
}
