import { GripVertical } from "lucide-react";
import { Button, GridListItem } from "react-aria-components";

import { statusInForce } from "#contract/claim";
import type { Claim } from "#contract/claim";
import type { Tag } from "#contract/highlight";
import type { Passage } from "#contract/requests";

import { DropStance } from "./drop-stance.tsx";
import { excerpt } from "./excerpt.ts";
import { StanceCounts } from "./stance-counts.tsx";
import { coverageOfCounts, reasonOfStatus } from "./status-words.ts";
import { StatusMark } from "./status.tsx";
import { TagChip } from "./tag-chip.tsx";

import styles from "./claim-row.module.css";

/** One claim of the list. A passage that was dropped on it waits here for its stance. */
export function ClaimRow(properties: {
  claim: Claim;
  tags: readonly Tag[];
  dropped: Passage | null;
  onDropEnd: () => void;
}) {
  const { claim, tags, dropped, onDropEnd } = properties;
  const own = tags.filter((tag) => claim.tagIds.includes(tag.id));
  return (
    <GridListItem
      id={claim.id}
      className={styles.row ?? ""}
      textValue={excerpt(claim.statement, 200)}
    >
      <Button slot="drag" className={styles.grip ?? ""}>
        <GripVertical aria-hidden="true" />
      </Button>
      <div className={styles.what}>
        <p className={styles.statement} dir="auto">
          {claim.statement}
        </p>
        {own.length > 0 && (
          <p className={styles.tags}>
            {own.map((tag) => (
              <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
            ))}
          </p>
        )}
      </div>
      <div className={styles.status} title={reasonOfStatus(claim)}>
        <StatusMark status={statusInForce(claim)} />
      </div>
      <StanceCounts counts={claim.counts} />
      <span className={styles.coverage}>{coverageOfCounts(claim.counts)}</span>
      {dropped !== null && <DropStance claim={claim} passage={dropped} onEnd={onDropEnd} />}
    </GridListItem>
  );
}
