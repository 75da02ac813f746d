import type { NodeProps } from "@xyflow/react";
import { memo } from "react";

import { statusInForce } from "#contract/claim";

import { StanceCounts } from "../claims/stance-counts.tsx";
import { StatusMark } from "../claims/status.tsx";
import type { CardFacts } from "./board-facts.ts";
import type { BoardNode } from "./board-nodes.ts";
import { CardFrame } from "./card-frame.tsx";
import { ClippedText } from "./clipped-text.tsx";

import styles from "./card.module.css";

/** A statement with its status and how many passages take each stance. */
export const ClaimCard = memo(function ClaimCard(
  properties: NodeProps<BoardNode & { data: CardFacts & { kind: "claim" } }>,
) {
  const { id, data, selected, dragging } = properties;
  return (
    <CardFrame id={id} kind="claim" isSelected={selected} isDragging={dragging} isLinkable>
      <div className={styles.content}>
        <ClippedText look="statement" text={data.claim.statement} />
        <div className={styles.foot}>
          <StatusMark status={statusInForce(data.claim)} />
          <StanceCounts counts={data.claim.counts} />
        </div>
      </div>
    </CardFrame>
  );
});
