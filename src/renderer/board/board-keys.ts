import type { KeyboardEvent } from "react";

import { useWorkbench } from "../state/workbench.ts";
import { actedOnIds, cardWithFocus, useBoard } from "./board-state.ts";
import type { ShownBoard } from "./board-state.ts";
import { gridPx } from "./snap-to-grid.ts";

const arrows: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** One press of an arrow key moves cards this far; with Shift four times as far. */
const stepPx = 10;

/**
 * Arrow keys move the focused or chosen cards, Space chooses the focused one or not. Every other key first
 * stores what was moved, so that an undo right after it undoes the move.
 */
export function boardKeys(
  board: Pick<ShownBoard, "nudge" | "settle" | "selectCards">,
): (event: KeyboardEvent) => void {
  const { nudge, settle, selectCards } = board;
  return (event) => {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) {
      return; // the beginning of a shortcut
    }
    const focused = cardWithFocus();
    const direction = arrows[event.key];
    const isOnCards = focused !== null || event.target === event.currentTarget;
    if (!isOnCards || event.ctrlKey || event.metaKey || event.altKey) {
      settle();
    } else if (direction !== undefined) {
      event.preventDefault();
      const step = useWorkbench.getState().snapsToGrid ? gridPx : stepPx;
      const factor = event.shiftKey ? 4 * step : step;
      nudge(actedOnIds(), { x: direction.x * factor, y: direction.y * factor });
    } else {
      settle();
      if (event.key === " " && focused !== null) {
        event.preventDefault();
        const { selectedIds } = useBoard.getState();
        selectCards(
          selectedIds.includes(focused)
            ? selectedIds.filter((id) => id !== focused)
            : [...selectedIds, focused],
        );
      }
    }
  };
}
