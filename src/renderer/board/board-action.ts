import type { CardId } from "#contract/ids";

import type { Action, ActionContext } from "../actions/action.ts";
import { actedOnIds, useBoard } from "./board-state.ts";
import type { ShownBoard } from "./board-state.ts";

const { getState } = useBoard;

export const hasBoard = () => getState().shown !== null;
export const hasCards = () => (getState().shown?.facts.length ?? 0) > 0;
export const hasActedOn = () => hasBoard() && actedOnIds().length > 0;

/** Runs with the board on the screen and the cards that the action is about. */
export function onCards(
  run: (context: ActionContext, shown: ShownBoard, ids: readonly CardId[]) => Promise<void> | void,
): Action["run"] {
  return async (context) => {
    const { shown } = getState();
    if (shown !== null) {
      shown.settle();
      await run(context, shown, actedOnIds());
    }
  };
}
