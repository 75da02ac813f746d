import { Graph, layout } from "@dagrejs/dagre";

import type { CardId } from "#contract/ids";

import { belowEachOther, linkGapPx, shelve, stackGapPx } from "./boxes.ts";
import type { Box, LayOut, PlacedBox } from "./boxes.ts";

/** An arrow on the board, whatever it means. */
export type Arrow = { readonly from: CardId; readonly to: CardId };

/**
 * In layers from left to right, so that arrows run one way: quotes before the claims that they bear on, a
 * claim before those that it leads to. What no arrow touches follows below. After Sugiyama, Tagawa and Toda,
 * Methods for visual understanding of hierarchical system structures (1981), as dagre does it.
 */
export function layOutInLayers(arrows: readonly Arrow[]): LayOut {
  return (boxes) => {
    const boxOf = new Map(
      boxes.flatMap((box) => [...box.holds].map((id): [CardId, Box] => [id, box])),
    );
    const pairs = arrows.flatMap(({ from, to }): [Box, Box][] => {
      const [start, end] = [boxOf.get(from), boxOf.get(to)];
      return start === undefined || end === undefined || start === end ? [] : [[start, end]];
    });
    const linked = new Set(pairs.flat());
    return belowEachOther([
      inLayers(
        boxes.filter((box) => linked.has(box)),
        pairs,
      ),
      shelve(boxes.filter((box) => !linked.has(box))),
    ]);
  };
}

function inLayers(boxes: readonly Box[], pairs: readonly (readonly [Box, Box])[]): PlacedBox[] {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", ranksep: linkGapPx, nodesep: stackGapPx });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { card, width, height } of boxes) {
    graph.setNode(card.id, { width, height });
  }
  for (const [start, end] of pairs) {
    graph.setEdge(start.card.id, end.card.id);
  }
  layout(graph);
  return boxes.map((box) => {
    const { x, y } = graph.node(box.card.id); // centres, from 0, 0
    return { box, at: { x: (x ?? 0) - box.width / 2, y: (y ?? 0) - box.height / 2 } };
  });
}
