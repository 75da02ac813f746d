import type { CardId } from "#contract/ids";

import type { Action } from "../actions/action.ts";
import { announce, select, useWorkbench } from "../state/workbench.ts";
import { addAllClaims, addSelection, hasSelection } from "./add-to-board.ts";
import { alignActions, goActions, layoutActions } from "./arrange-actions.ts";
import { hasActedOn, hasBoard, hasCards, onCards } from "./board-action.ts";
import { actedOnIds, cardWithFocus, openPanel, useBoard } from "./board-state.ts";
import type { Nudge } from "./board-state.ts";
import { addNote, groupCards, openCard, removeCards, ungroupCards } from "./card-commands.ts";
import { fileActions } from "./file-actions.ts";

const { getState, setState } = useBoard;

function resizeAction(id: string, title: string, keys: string, by: Nudge): Action {
  return {
    id,
    title,
    section: "Board",
    keys: [keys],
    scope: "board",
    isEnabled: hasActedOn,
    run: () => getState().shown?.nudge(actedOnIds(), by),
  };
}

function stepAction(id: string, title: string, keys: string, step: 1 | -1): Action {
  return {
    id,
    title,
    section: "Board",
    keys: [keys],
    scope: "board",
    isEnabled: hasCards,
    run: () => {
      const { shown, focusedId } = getState();
      const ids = shown?.facts.map(({ card }) => card.id) ?? [];
      const at = focusedId === null ? -1 : ids.indexOf(focusedId);
      const next = at === -1 ? ids[0] : ids[(at + step + ids.length) % ids.length];
      shown?.focusCard(next ?? null);
    },
  };
}

/** How much one press of a resizing key adds, in board pixels. */
const resizeStepPx = 20;

export const boardActions: readonly Action[] = [
  {
    id: "board.add-selection",
    title: "Put the selection on the board",
    section: "Board",
    keys: ["b"],
    isEnabled: hasSelection,
    run: addSelection,
  },
  {
    id: "board.add-all-claims",
    title: "Put every claim on the board with its quotes",
    section: "Board",
    keys: [],
    run: addAllClaims,
  },
  {
    id: "board.add-note",
    title: "Add a note to the board",
    section: "Board",
    keys: ["n"],
    scope: "board",
    isEnabled: hasBoard,
    run: addNote,
  },
  {
    id: "board.open-card",
    title: "Go to the passage of the card, or edit the note",
    section: "Board",
    keys: ["Enter"],
    scope: "board",
    // Enter on the board's buttons presses them.
    isEnabled: () => cardWithFocus() !== null,
    run: async (context) => {
      const id = cardWithFocus();
      const facts = getState().shown?.facts.find(({ card }) => card.id === id);
      if (facts !== undefined) {
        await openCard(context, facts);
      }
    },
  },
  {
    id: "board.connect",
    title: "Link the card to another card",
    section: "Board",
    keys: ["e"],
    scope: "board",
    isEnabled: () => hasActedOn() && linkableId() !== null,
    run: onCards(() => {
      const cardId = linkableId();
      if (cardId !== null) {
        getState().shown?.focusCard(cardId); // into view; the focus comes back to it
        openPanel({ kind: "connect", cardId });
      }
    }),
  },
  {
    id: "board.group",
    title: "Group the cards",
    section: "Board",
    keys: ["g"],
    scope: "board",
    isEnabled: hasActedOn,
    run: onCards(groupCards),
  },
  {
    id: "board.ungroup",
    title: "Ungroup the cards",
    section: "Board",
    keys: ["Shift+G"],
    scope: "board",
    isEnabled: hasActedOn,
    run: onCards(ungroupCards),
  },
  {
    id: "board.remove-cards",
    title: "Take the cards off the board",
    section: "Board",
    keys: ["Delete", "Backspace"],
    scope: "board",
    isEnabled: hasActedOn,
    run: onCards(removeCards),
  },
  ...layoutActions,
  ...alignActions,
  ...goActions,
  ...fileActions,
  {
    id: "board.snap",
    title: "Snap cards to the grid, or not",
    section: "Board",
    keys: ["s"],
    scope: "board",
    isEnabled: hasBoard,
    run: () => {
      const snapsToGrid = !useWorkbench.getState().snapsToGrid;
      useWorkbench.setState({ snapsToGrid });
      announce(snapsToGrid ? "Cards snap to the grid" : "Cards move freely");
    },
  },
  stepAction("board.next-card", "Go to the next card", "j", 1),
  stepAction("board.previous-card", "Go to the previous card", "k", -1),
  {
    id: "board.select-all",
    title: "Select all cards",
    section: "Board",
    keys: ["Mod+A"],
    scope: "board",
    isEnabled: hasCards,
    run: () => {
      const { shown } = getState();
      const ids = shown?.facts.map(({ card }) => card.id) ?? [];
      shown?.selectCards(ids);
      announce(`${ids.length} cards selected`);
    },
  },
  {
    id: "board.fit",
    title: "Show the whole board",
    section: "Board",
    keys: ["0"],
    scope: "board",
    isEnabled: hasCards,
    run: () => getState().shown?.fit(),
  },
  {
    id: "board.zoom-in",
    title: "Zoom in on the board",
    section: "Board",
    keys: ["="],
    scope: "board",
    isEnabled: hasBoard,
    run: () => getState().shown?.zoomBy(1.25),
  },
  {
    id: "board.zoom-out",
    title: "Zoom out on the board",
    section: "Board",
    keys: ["-"],
    scope: "board",
    isEnabled: hasBoard,
    run: () => getState().shown?.zoomBy(0.8),
  },
  resizeAction("board.wider", "Make the card wider", "Alt+ArrowRight", { width: resizeStepPx }),
  resizeAction("board.narrower", "Make the card narrower", "Alt+ArrowLeft", {
    width: -resizeStepPx,
  }),
  resizeAction("board.taller", "Make the card taller", "Alt+ArrowDown", { height: resizeStepPx }),
  resizeAction("board.flatter", "Make the card less tall", "Alt+ArrowUp", {
    height: -resizeStepPx,
  }),
  {
    id: "board.clear-selection",
    title: "Select no card",
    section: "Board",
    keys: ["Escape"],
    scope: "board",
    isEnabled: () => getState().selectedIds.length > 0,
    run: () => {
      getState().shown?.selectCards([]);
      select(null);
      setState({ dropTargetId: null });
    },
  },
];

/** The one claim or quote that the link panel is opened for. */
function linkableId(): CardId | null {
  const ids = actedOnIds();
  const facts = getState().shown?.facts.find(({ card }) => ids.includes(card.id));
  return facts?.kind === "claim" || facts?.kind === "quote" ? facts.card.id : null;
}
