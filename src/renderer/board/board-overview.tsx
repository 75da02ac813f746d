import { MiniMap, useStore } from "@xyflow/react";

import type { BoardNode } from "./board-nodes.ts";

import styles from "./board-canvas.module.css";

const overviewSize = { width: 160, height: 110 };
/** The canvas is at least this large before an overview helps more than it hides. */
const overviewFrom = { width: 760, height: 360 };

/** A small map of the whole board, where there is room for it. */
export function BoardOverview() {
  const isLarge = useStore(
    ({ width, height }) => width >= overviewFrom.width && height >= overviewFrom.height,
  );
  return isLarge ? (
    <MiniMap<BoardNode>
      className={styles.overview ?? ""}
      nodeClassName={classOfNode}
      ariaLabel="Overview of the board"
      style={overviewSize}
      pannable
      zoomable
    />
  ) : null;
}

function classOfNode(node: BoardNode): string {
  return styles[`overview-${node.data.kind}`] ?? "";
}
