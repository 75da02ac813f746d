import { applyNodeChanges } from "@xyflow/react";
import type { NodeChange } from "@xyflow/react";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";

import type { Card, CardPlace } from "#contract/board";
import { absoluteRects } from "#contract/board-geometry";
import type { BoardId, CardId } from "#contract/ids";

import { useCommand } from "../state/use-command.ts";
import { useWorkbench } from "../state/workbench.ts";
import type { CardFacts } from "./board-facts.ts";
import { mergeNodes, placeNodes, placeOfNode } from "./board-nodes.ts";
import type { BoardNode } from "./board-nodes.ts";
import type { Nudge } from "./board-state.ts";
import { minCardSize } from "./card-size.ts";
import { isSamePlace, placesAfterMove } from "./group-cards.ts";
import { onGrid } from "./snap-to-grid.ts";

/** A burst of arrow keys is stored as one change, this long after the last of them. */
const settleDelayMs = 600;

/** Places that were sent and not yet answered, by card; the last one counts. */
type Sent = Map<CardId, { readonly place: CardPlace; readonly count: number }>;

/**
 * The cards on the canvas. They move freely on this page; each drop, or pause after keys, stores all places
 * that changed as one change. A place that could not be stored goes back.
 */
export function useBoardNodes(boardId: BoardId, facts: readonly CardFacts[]) {
  const run = useCommand();
  const [sent] = useState<Sent>(() => new Map());
  const [nodes, setNodes] = useState(() => mergeNodes([], facts, new Set()));
  const [seenFacts, setSeenFacts] = useState(facts);
  const [moveCount, setMoveCount] = useState(0);
  /** Cards that were moved by keys and wait for the pause. */
  const [waiting] = useState(() => new Set<CardId>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (seenFacts !== facts) {
    setSeenFacts(facts);
    const moving = nodes.filter(({ dragging, resizing }) => dragging === true || resizing === true);
    const held = [...sent.keys(), ...waiting, ...moving.map(({ id }) => id as CardId)];
    setNodes(mergeNodes(nodes, facts, new Set(held)));
  }

  const store = useEffectEvent(async () => {
    waiting.clear();
    const stored = facts.map(({ card }): Card => ({ ...card, ...sent.get(card.id)?.place }));
    const byId = new Map(stored.map((card) => [card.id, card]));
    const now = nodes.flatMap((node): Card[] => {
      const card = byId.get(node.id as CardId);
      return card === undefined ? [] : [{ ...card, ...placeOfNode(node) }];
    });
    const rects = absoluteRects(now);
    const moved = new Map(
      now.flatMap((card) => {
        const [before, rect] = [byId.get(card.id), rects.get(card.id)];
        return before === undefined || rect === undefined || isSamePlace(before, card)
          ? []
          : [[card.id, rect] as const];
      }),
    );
    const places = placesAfterMove(stored, moved);
    if (places.length === 0) {
      return;
    }
    setNodes((current) => placeNodes(current, places));
    for (const { cardId, place } of places) {
      sent.set(cardId, { place, count: (sent.get(cardId)?.count ?? 0) + 1 });
    }
    const answer = await run("card.place", { boardId, places });
    for (const { cardId } of places) {
      const one = sent.get(cardId);
      if (one !== undefined && one.count > 1) {
        sent.set(cardId, { ...one, count: one.count - 1 });
      } else {
        sent.delete(cardId);
      }
    }
    if (answer === null) {
      const old = places.flatMap(({ cardId }) => {
        const card = byId.get(cardId);
        return card === undefined ? [] : [{ cardId, place: card }];
      });
      setNodes((current) => placeNodes(current, old));
    }
  });

  // Runs after the last move was drawn, so that `nodes` has it.
  useEffect(() => {
    if (moveCount > 0) {
      queueMicrotask(() => void store());
    }
  }, [moveCount]);

  const moveEnded = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setMoveCount((count) => count + 1);
  }, []);

  const onNodesChange = useCallback(
    (changes: NodeChange<BoardNode>[]) => {
      setNodes((current) => applyNodeChanges(changes, current));
      if (changes.some((change) => change.type === "dimensions" && change.resizing === false)) {
        moveEnded();
      }
    },
    [moveEnded],
  );

  const settle = useCallback(() => {
    if (timer.current !== undefined) {
      moveEnded();
    }
  }, [moveEnded]);

  const nudge = useCallback(
    (ids: readonly CardId[], by: Nudge) => {
      for (const id of ids) {
        waiting.add(id);
      }
      const { snapsToGrid } = useWorkbench.getState();
      setNodes((current) => nudged(current, ids, by, snapsToGrid));
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, settleDelayMs);
    },
    [settle, waiting],
  );

  const selectCards = useCallback((ids: readonly CardId[]) => {
    const chosen = new Set<string>(ids);
    setNodes((current) =>
      current.map((node) =>
        (node.selected ?? false) === chosen.has(node.id)
          ? node
          : { ...node, selected: chosen.has(node.id) },
      ),
    );
  }, []);

  // What still waits for its pause is stored when the board goes away.
  useEffect(
    () => () => {
      if (timer.current !== undefined) {
        clearTimeout(timer.current);
        void store();
      }
    },
    [],
  );

  return { nodes, onNodesChange, moveEnded, nudge, settle, selectCards };
}

function nudged(
  nodes: readonly BoardNode[],
  ids: readonly CardId[],
  by: Nudge,
  snaps: boolean,
): BoardNode[] {
  const moved = (at: number, step: number | undefined) =>
    step === undefined || step === 0 ? at : snaps ? onGrid(at + step) : at + step;
  const chosen = new Set<string>(ids);
  return nodes.map((node) => {
    // Cards of a chosen group move with it.
    if (!chosen.has(node.id) || (node.parentId !== undefined && chosen.has(node.parentId))) {
      return node;
    }
    const { x, y, width, height } = placeOfNode(node);
    return {
      ...node,
      position: { x: moved(x, by.x), y: moved(y, by.y) },
      width: Math.max(width + (by.width ?? 0), minCardSize.width),
      height: Math.max(height + (by.height ?? 0), minCardSize.height),
    };
  });
}
