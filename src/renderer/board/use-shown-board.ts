import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";

import type { Card } from "#contract/board";
import { absoluteRects, boundsOf } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

import { placeOfNode } from "./board-nodes.ts";
import type { BoardNode } from "./board-nodes.ts";
import { useBoard } from "./board-state.ts";
import type { ShownBoard } from "./board-state.ts";
import { firstViewport } from "./first-viewport.ts";
import { isStill } from "./use-reveal.ts";

/** Makes the canvas known to actions, mirrors its selection, and keeps the focus when cards go away. */
export function useShownBoard(
  properties: {
    readonly nodes: readonly BoardNode[];
    readonly canvas: RefObject<HTMLElement | null>;
    readonly reveal: (id: CardId) => void;
  } & Pick<ShownBoard, "boardId" | "facts" | "links" | "nudge" | "settle" | "selectCards">,
): void {
  const { boardId, facts, links, nodes, canvas, nudge, settle, selectCards, reveal } = properties;
  const { fitView, zoomTo, getZoom, setViewport, screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  const latest = useRef(nodes);
  useLayoutEffect(() => {
    latest.current = nodes;
  }, [nodes]);

  useEffect(() => {
    const shown: ShownBoard = {
      boardId,
      facts,
      links,
      cards: () => latest.current.map((node) => ({ ...node.data.card, ...placeOfNode(node) })),
      centre: () => {
        const { left, top, width, height } = (
          store.getState().domNode ?? document.body
        ).getBoundingClientRect();
        return screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
      },
      selectCards,
      focusCard: (id) => {
        const element = id === null ? null : elementOf(canvas.current, id);
        (element ?? canvas.current)?.focus({ preventScroll: true });
        if (id !== null) {
          reveal(id);
        }
      },
      showFromStart: () => {
        const { width, height } = store.getState();
        const bounds = boundsOf(absoluteRects(shown.cards()).values());
        void setViewport(firstViewport(bounds, { width, height }), {
          duration: isStill() ? 0 : 120,
        });
      },
      fit: () => {
        void fitView({ maxZoom: 1, padding: 0.08, duration: isStill() ? 0 : 120 });
      },
      zoomBy: (factor) => {
        void zoomTo(getZoom() * factor); // at once, so that quick presses add up
      },
      nudge,
      settle,
    };
    useBoard.setState({ shown });
  }, [
    boardId,
    facts,
    links,
    canvas,
    nudge,
    settle,
    selectCards,
    reveal,
    store,
    fitView,
    zoomTo,
    getZoom,
    setViewport,
    screenToFlowPosition,
  ]);
  useEffect(
    () => () => useBoard.setState({ shown: null, panel: null, selectedIds: [], editingId: null }),
    [],
  );

  useEffect(() => {
    const selectedIds = nodes
      .filter(({ selected }) => selected === true)
      .map(({ id }) => id as CardId);
    if (selectedIds.join() !== useBoard.getState().selectedIds.join()) {
      useBoard.setState({ selectedIds });
    }
  }, [nodes]);

  // A board that was not looked at before is shown from its start, once the canvas has a size.
  const hasSize = useStore(({ width, height }) => width > 0 && height > 0);
  const isReady = hasSize && nodes.length > 0;
  useEffect(() => {
    const { shown, viewports } = useBoard.getState();
    if (isReady && !viewports.has(boardId)) {
      shown?.showFromStart();
    }
  }, [isReady, boardId]);

  // A card that was just put on the board is shown and selected once it is there.
  const revealId = useBoard((state) => state.revealId);
  useEffect(() => {
    if (revealId !== null && nodes.some(({ id }) => id === revealId)) {
      useBoard.setState({ revealId: null });
      selectCards([revealId]);
      reveal(revealId);
    }
  }, [revealId, nodes, selectCards, reveal]);

  const awaited = useBoard((state) => state.awaited);
  useEffect(() => {
    const { shown } = useBoard.getState();
    if (awaited !== null && nodes.some((node) => isAt(node, awaited))) {
      useBoard.setState({ awaited: null });
      shown?.showFromStart();
    }
  }, [awaited, nodes]);

  // When the focused card goes away (undo, another window) the focus goes to what is read after it.
  const order = useRef<readonly CardId[]>([]);
  useLayoutEffect(() => {
    const before = order.current;
    order.current = facts.map(({ card }) => card.id);
    const { focusedId } = useBoard.getState();
    if (focusedId === null || order.current.includes(focusedId) || !before.includes(focusedId)) {
      return;
    }
    const at = before.indexOf(focusedId);
    const isThere = (id: CardId) => order.current.includes(id);
    const next = before.slice(at).find(isThere) ?? before.slice(0, at).findLast(isThere) ?? null;
    useBoard.setState({ focusedId: next });
    if (document.activeElement === null || document.activeElement === document.body) {
      (next === null ? canvas.current : elementOf(canvas.current, next))?.focus({
        preventScroll: true,
      });
    }
  }, [facts, canvas]);
}

function isAt({ id, position }: BoardNode, card: Card): boolean {
  return id === card.id && position.x === card.x && position.y === card.y;
}

function elementOf(canvas: HTMLElement | null, id: CardId): HTMLElement | null {
  return canvas?.querySelector<HTMLElement>(`[data-card="${id}"]`) ?? null;
}
