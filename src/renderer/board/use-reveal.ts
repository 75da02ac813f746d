import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import type { RefObject } from "react";

import type { CardId } from "#contract/ids";

import { rectOfNode } from "./link-edge.tsx";
import { shiftIntoView } from "./shift-into-view.ts";

/** How long the board glides to a card, unless reduced motion is asked for. */
const glideMs = 120;

/** Moves the board as little as is needed to show a card. */
export function useReveal(canvas: RefObject<HTMLElement | null>): (id: CardId) => void {
  const { getInternalNode, getViewport, setViewport } = useReactFlow();
  return useCallback(
    (id) => {
      const rect = rectOfNode(getInternalNode(id));
      if (rect === null || canvas.current === null) {
        return;
      }
      const viewport = getViewport();
      const size = { width: canvas.current.clientWidth, height: canvas.current.clientHeight };
      const shifted = shiftIntoView(viewport, rect, size);
      if (shifted !== viewport) {
        void setViewport(shifted, { duration: isStill() ? 0 : glideMs });
      }
    },
    [canvas, getInternalNode, getViewport, setViewport],
  );
}

export function isStill(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
