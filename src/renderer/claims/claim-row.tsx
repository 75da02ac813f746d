import { GripVertical } from "lucide-react";
import { Button, GridListItem } from "react-aria-components";

import type { Claim } from "#contract/claim";
import type { Tag } from "#contract/highlight";
import type { Passage } from "#contract/requests";

import { ClaimStatusMark } from "./claim-status.tsx";
import { DropStance } from "./drop-stance.tsx";
import { excerpt } from "./excerpt.ts";
import { judgementWords } from "./judgement-words.ts";
import { StanceCounts } from "./stance-counts.tsx";
import { contradictionWords, coverageOfCounts } from "./status-words.ts";
import { TagChip } from "./tag-chip.tsx";

import styles from "./claim-row.module.css";

/** One claim of the list. A passage that was dropped on it waits here for its stance. */
export function ClaimRow(properties: {
  /** Differs from that of the same claim in another group. */
  id: string;
  claim: Claim;
  isDraggable: boolean;
  tags: readonly Tag[];
  dropped: Passage | null;
  onDropEnd: () => void;
}) {
  const { id, claim, tags, isDraggable, dropped, onDropEnd } = properties;
  const own = tags.filter((tag) => claim.tagIds.includes(tag.id));
  const judged = judgementWords(claim);
  return (
    <GridListItem id={id} className={styles.row ?? ""} textValue={excerpt(claim.statement, 200)}>
      {isDraggable ? (
        <Button slot="drag" className={styles.grip ?? ""}>
          <GripVertical aria-hidden="true" />
        </Button>
      ) : (
        <span />
      )}
      <div className={styles.what}>
        <p className={styles.statement} dir="auto">
          {claim.statement}
        </p>
        {(own.length > 0 || judged !== "" || claim.contradictions > 0) && (
          <p className={styles.tags}>
            {judged !== "" && <span className={styles.judged}>{judged}</span>}
            {claim.contradictions > 0 && (
              <span className={styles.contradicted}>
                <span aria-hidden="true">⇄ </span>
                {contradictionWords(claim)}
              </span>
            )}
            {own.map((tag) => (
              <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
            ))}
          </p>
        )}
      </div>
      <div className={styles.status}>
        <ClaimStatusMark claim={claim} />
      </div>
      <StanceCounts counts={claim.counts} />
      <span className={styles.coverage}>{coverageOfCounts(claim.counts)}</span>
      {dropped !== null && <DropStance claim={claim} passage={dropped} onEnd={onDropEnd} />}
    </GridListItem>
  );
}
