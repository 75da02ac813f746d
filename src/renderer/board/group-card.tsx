import type { NodeProps } from "@xyflow/react";
import { memo } from "react";

import type { CardFacts } from "./board-facts.ts";
import type { BoardNode } from "./board-nodes.ts";
import { CardFrame } from "./card-frame.tsx";
import { CardWords } from "./card-words.tsx";

import styles from "./card.module.css";

/** A titled frame that holds cards and takes them along when it is moved. */
export const GroupCard = memo(function GroupCard(
  properties: NodeProps<BoardNode & { data: CardFacts & { kind: "group" } }>,
) {
  const { id, data, selected, dragging } = properties;
  return (
    <CardFrame id={id} kind="group" isSelected={selected} isDragging={dragging}>
      <div className={styles.groupTitle} dir="auto">
        <CardWords cardId={data.card.id} text={data.title} label="Title of the group">
          <span className={styles.title} title={data.title}>
            {data.title.trim() === "" ? "Untitled group" : data.title}
          </span>
        </CardWords>
      </div>
    </CardFrame>
  );
});
