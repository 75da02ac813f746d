import type { NodeProps } from "@xyflow/react";
import { FileText } from "lucide-react";
import { memo } from "react";

import type { CardFacts } from "./board-facts.ts";
import type { BoardNode } from "./board-nodes.ts";
import { CardFrame } from "./card-frame.tsx";
import { ClippedText } from "./clipped-text.tsx";

import styles from "./card.module.css";

/** A whole article: its title, outlet and date. */
export const ArticleCard = memo(function ArticleCard(
  properties: NodeProps<BoardNode & { data: CardFacts & { kind: "article" } }>,
) {
  const { id, data, selected, dragging } = properties;
  const { title, outlet, publishedOn, reliability } = data.article;
  return (
    <CardFrame id={id} kind="article" isSelected={selected} isDragging={dragging}>
      <div className={styles.content}>
        <ClippedText look="statement" text={title} />
        <div className={styles.foot}>
          <FileText aria-hidden="true" className={styles.icon} />
          <span className={styles.outlet} dir="auto">
            {outlet ?? "No outlet"}
          </span>
          {publishedOn !== null && <span>{publishedOn}</span>}
          <span>{reliability}</span>
        </div>
      </div>
    </CardFrame>
  );
});
