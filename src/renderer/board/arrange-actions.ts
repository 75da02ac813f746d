import type { Point } from "#contract/board-geometry";

import type { Action } from "../actions/action.ts";
import type { Alignment } from "./align-cards.ts";
import { alignCards, arrangeBoard, goAlongLink } from "./arrange-commands.ts";
import type { Layout } from "./arrange-commands.ts";
import { hasActedOn, hasCards, onCards } from "./board-action.ts";
import { cardWithFocus, useBoard } from "./board-state.ts";

function layoutAction(id: string, title: string, keys: readonly string[], layout: Layout): Action {
  return {
    id,
    title,
    section: "Board",
    keys,
    scope: "board",
    isEnabled: hasCards,
    run: onCards((context, shown) => arrangeBoard(context, shown, layout)),
  };
}

/** Each arranges the whole board, as one change. */
export const layoutActions: readonly Action[] = [
  layoutAction("board.arrange", "Arrange the board by claim", ["a"], "by claim"),
  layoutAction("board.arrange-layers", "Arrange the board in layers", ["Shift+A"], "in layers"),
  layoutAction("board.arrange-sources", "Arrange the board by source", ["Shift+S"], "by source"),
];

function alignAction(id: string, title: string, keys: readonly string[], to: Alignment): Action {
  return {
    id,
    title,
    section: "Board",
    keys,
    scope: "board",
    isEnabled: hasActedOn,
    run: onCards((context, shown, ids) => alignCards(context, shown, ids, to)),
  };
}

/** Each moves the chosen cards, as one change. */
export const alignActions: readonly Action[] = [
  alignAction("board.align-left", "Align the cards at their left edges", ["Alt+Shift+L"], "left"),
  alignAction(
    "board.align-centre",
    "Align the centres of the cards below each other",
    [],
    "centre",
  ),
  alignAction("board.align-right", "Align the cards at their right edges", [], "right"),
  alignAction("board.align-top", "Align the cards at their tops", ["Alt+Shift+T"], "top"),
  alignAction(
    "board.align-middle",
    "Align the middles of the cards beside each other",
    [],
    "middle",
  ),
  alignAction("board.align-bottom", "Align the cards at their bottoms", [], "bottom"),
  alignAction("board.spread-across", "Make the gaps between the cards equal, across", [], "across"),
  alignAction("board.spread-down", "Make the gaps between the cards equal, downwards", [], "down"),
];

function goAction(name: string, keys: string, direction: Point): Action {
  return {
    id: `board.go-${name}`,
    title: `Go along a line to the card ${name === "up" ? "above" : name === "down" ? "below" : `on the ${name}`}`,
    section: "Board",
    keys: [keys],
    scope: "board",
    isEnabled: () => cardWithFocus() !== null,
    run: () => {
      const { shown } = useBoard.getState();
      const id = cardWithFocus();
      if (shown !== null && id !== null) {
        goAlongLink(shown, id, direction);
      }
    },
  };
}

/** Walk from card to card along the arrows. */
export const goActions: readonly Action[] = [
  goAction("left", "Mod+ArrowLeft", { x: -1, y: 0 }),
  goAction("right", "Mod+ArrowRight", { x: 1, y: 0 }),
  goAction("up", "Mod+ArrowUp", { x: 0, y: -1 }),
  goAction("down", "Mod+ArrowDown", { x: 0, y: 1 }),
];
