import { Handle, NodeResizer, Position } from "@xyflow/react";
import type { ReactNode } from "react";

import { useBoard } from "./board-state.ts";
import { minCardSize } from "./card-size.ts";

import styles from "./card-frame.module.css";

const sides = [
  ["top", Position.Top],
  ["right", Position.Right],
  ["bottom", Position.Bottom],
  ["left", Position.Left],
] as const;

/** What all cards share: the border that shows selection, corners to resize by, points to drag a line from. */
export function CardFrame(properties: {
  id: string;
  kind: "claim" | "quote" | "article" | "note" | "group";
  isSelected: boolean;
  isDragging: boolean;
  /** Claims and quotes can be linked. */
  isLinkable?: boolean;
  children: ReactNode;
}) {
  const { id, kind, isSelected, isDragging, isLinkable = false } = properties;
  const isOnly = useBoard((state) => isSelected && state.selectedIds.length === 1);
  const isDropTarget = useBoard((state) => state.dropTargetId === id);
  return (
    <div
      className={styles.card}
      data-kind={kind}
      data-selected={isSelected ? "" : undefined}
      data-dragging={isDragging ? "" : undefined}
      data-drop-target={isDropTarget ? "" : undefined}
    >
      <NodeResizer
        isVisible={isOnly}
        minWidth={minCardSize.width}
        minHeight={minCardSize.height}
        lineClassName={styles.resizeLine ?? ""}
        handleClassName={styles.resizeCorner ?? ""}
      />
      {properties.children}
      {isLinkable &&
        sides.map(([side, position]) => (
          <Handle
            key={side}
            id={side}
            type="source"
            position={position}
            className={styles.handle ?? ""}
          />
        ))}
    </div>
  );
}
