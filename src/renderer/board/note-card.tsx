import type { NodeProps } from "@xyflow/react";
import { memo } from "react";

import type { CardFacts } from "./board-facts.ts";
import type { BoardNode } from "./board-nodes.ts";
import { CardFrame } from "./card-frame.tsx";
import { CardWords } from "./card-words.tsx";
import { ClippedText } from "./clipped-text.tsx";

import styles from "./card.module.css";

/** The analyst's own words, written on the canvas. */
export const NoteCard = memo(function NoteCard(
  properties: NodeProps<BoardNode & { data: CardFacts & { kind: "note" } }>,
) {
  const { id, data, selected, dragging } = properties;
  return (
    <CardFrame id={id} kind="note" isSelected={selected} isDragging={dragging}>
      <div className={styles.content}>
        <CardWords cardId={data.card.id} text={data.text} label="Note" lines>
          <ClippedText look="note" text={data.text} placeholder="Empty note" />
        </CardWords>
      </div>
    </CardFrame>
  );
});
