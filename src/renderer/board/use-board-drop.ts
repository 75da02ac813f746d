import { useReactFlow } from "@xyflow/react";
import type { DragEvent } from "react";

import type { CardId } from "#contract/ids";

import {
  claimDragType,
  passageDragType,
  readDraggedClaim,
  readDraggedPassage,
} from "../claims/claim-drag.ts";
import { useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { addClaim, addPassage } from "./add-to-board.ts";
import type { CardFacts } from "./board-facts.ts";
import { cardIdOf, openPanel, useBoard } from "./board-state.ts";

/**
 * Takes claims and passages that are dragged onto the board: they become cards where they are dropped, and
 * a passage that is dropped on a claim's card becomes evidence for that claim.
 */
export function useBoardDrop(byId: ReadonlyMap<CardId, CardFacts>) {
  const request = useSend();
  const run = useCommand();
  const { screenToFlowPosition } = useReactFlow();

  const claimUnder = (event: DragEvent) => {
    const id = event.target instanceof Element ? cardIdOf(event.target) : null;
    const card = id === null ? undefined : byId.get(id);
    return card?.kind === "claim" ? card : null;
  };
  const markTarget = (dropTargetId: CardId | null) => {
    if (useBoard.getState().dropTargetId !== dropTargetId) {
      useBoard.setState({ dropTargetId });
    }
  };

  return {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      const { types } = event.dataTransfer;
      const isPassage = types.includes(passageDragType);
      if (isPassage || types.includes(claimDragType)) {
        event.preventDefault();
        const target = isPassage ? claimUnder(event) : null;
        markTarget(target?.card.id ?? null);
        event.dataTransfer.dropEffect = allowedEffect(event, target === null ? "copy" : "link");
      }
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      const { relatedTarget } = event;
      if (!(relatedTarget instanceof Node) || !event.currentTarget.contains(relatedTarget)) {
        markTarget(null);
      }
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      markTarget(null);
      const passage = readDraggedPassage(event.dataTransfer.getData(passageDragType));
      const claimId = readDraggedClaim(event.dataTransfer.getData(claimDragType));
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const context = { request, run };
      const target = claimUnder(event);
      if (passage !== null && target !== null) {
        openPanel({ kind: "evidence", passage, claimId: target.claim.id, at });
      } else if (passage !== null) {
        void addPassage(context, passage, at);
      } else if (claimId !== null) {
        void addClaim(context, claimId, at);
      } else {
        return;
      }
      event.preventDefault();
    },
  };
}

/** The wished effect if the source allows it; browsers refuse a drop whose effect it does not allow. */
function allowedEffect(event: DragEvent, wished: "copy" | "link"): DataTransfer["dropEffect"] {
  const { effectAllowed } = event.dataTransfer;
  const allowed = effectAllowed.toLowerCase();
  if (allowed === "all" || allowed === "uninitialized" || allowed.includes(wished)) {
    return wished;
  }
  return (["copy", "link", "move"] as const).find((effect) => allowed.includes(effect)) ?? "none";
}
