import { Handle, NodeResizer, Position, useUpdateNodeInternals } from "@xyflow/react";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";

import { useBoard } from "./board-state.ts";
import { minCardSize } from "./card-size.ts";
import { useIsFar } from "./far-view.ts";

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
  const isFocused = useBoard((state) => state.focusedId === id);
  const isEditing = useBoard((state) => state.editingId === id);
  const isFar = useIsFar();
  // Kept once drawn: the point that a line is being dragged from may not go away.
  const [wasPointedAt, setWasPointedAt] = useState(false);
  const isDropTarget = useBoard((state) => state.dropTargetId === id);
  return (
    <div
      className={styles.card}
      data-kind={kind}
      data-selected={isSelected ? "" : undefined}
      data-dragging={isDragging ? "" : undefined}
      data-drop-target={isDropTarget ? "" : undefined}
      data-far={isFar ? "" : undefined}
      onPointerEnter={() => setWasPointedAt(true)}
    >
      {isOnly && (
        <NodeResizer
          minWidth={minCardSize.width}
          minHeight={minCardSize.height}
          lineClassName={styles.resizeLine ?? ""}
          handleClassName={styles.resizeCorner ?? ""}
        />
      )}
      {(!isFar || isEditing) && properties.children}
      {isLinkable && <LinePoints cardId={id} areWanted={wasPointedAt || isFocused || isSelected} />}
    </div>
  );
}

/**
 * Points to drag a line from. Each costs work whenever the board moves, so until they are wanted one element holds
 * their place: the canvas draws no line to a card in which it finds no point.
 */
function LinePoints({ cardId, areWanted }: { cardId: string; areWanted: boolean }) {
  const measurePoints = useUpdateNodeInternals();
  useEffect(() => {
    if (areWanted) {
      measurePoints(cardId);
    }
  }, [areWanted, cardId, measurePoints]);
  return areWanted ? (
    sides.map(([side, position]) => (
      <Handle
        key={side}
        id={side}
        type="source"
        position={position}
        className={styles.handle ?? ""}
      />
    ))
  ) : (
    <span className={`source ${styles.noHandle ?? ""}`} data-handleid="top" data-handlepos="top" />
  );
}
