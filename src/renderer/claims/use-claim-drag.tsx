import { useCallback, useState } from "react";
import { DropIndicator, isTextDropItem, useDragAndDrop } from "react-aria-components";
import type { DragAndDropHooks } from "react-aria-components";

import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";
import type { Passage } from "#contract/requests";

import { useCommand } from "../state/use-command.ts";
import {
  claimDragType,
  passageDragType,
  readDraggedClaim,
  readDraggedPassage,
  writeDraggedClaim,
} from "./claim-drag.ts";
import { placeBehind } from "./claim-order.ts";
import { excerpt } from "./excerpt.ts";

import styles from "./claim-row.module.css";

/** A passage that was dropped on a claim and waits for its stance. */
export type DroppedPassage = { readonly claimId: ClaimId; readonly passage: Passage };

/**
 * Claims are dragged out (to the board) and among each other (a new order); passages are dropped on
 * them. `dropped` is set until `endDrop`.
 */
export function useClaimDrag(
  claims: readonly Claim[],
  allIds: readonly ClaimId[],
): {
  dragAndDropHooks: DragAndDropHooks<Claim>;
  dropped: DroppedPassage | null;
  endDrop: () => void;
} {
  const run = useCommand();
  const [dropped, setDropped] = useState<DroppedPassage | null>(null);
  const endDrop = useCallback(() => setDropped(null), []);
  const claimOf = (key: unknown) => claims.find((claim) => claim.id === key);

  const { dragAndDropHooks } = useDragAndDrop<Claim>({
    getItems: (keys) =>
      [...keys].flatMap((key) => {
        const claim = claimOf(key);
        return claim === undefined ? [] : [{ [claimDragType]: writeDraggedClaim(claim.id) }];
      }),
    renderDragPreview: (items) => (
      <div className={styles.preview} dir="auto">
        {excerpt(claimOf(readDraggedClaim(items[0]?.[claimDragType] ?? ""))?.statement ?? "", 60)}
      </div>
    ),
    acceptedDragTypes: [passageDragType, claimDragType],
    shouldAcceptItemDrop: (_, types) => types.has(passageDragType),
    onItemDrop: ({ items, target }) => {
      const item = items.find((one) => isTextDropItem(one) && one.types.has(passageDragType));
      const claim = claimOf(target.key);
      if (item === undefined || !isTextDropItem(item) || claim === undefined) {
        return;
      }
      void item.getText(passageDragType).then((json) => {
        const passage = readDraggedPassage(json);
        if (passage !== null) {
          setDropped({ claimId: claim.id, passage });
        }
        return passage;
      });
    },
    onReorder: ({ keys, target }) => {
      const moved = claimOf([...keys][0]);
      const neighbour = claimOf(target.key);
      if (moved === undefined || neighbour === undefined || moved === neighbour) {
        return;
      }
      const beforeClaimId =
        target.dropPosition === "before"
          ? neighbour.id
          : placeBehind(allIds, neighbour.id, moved.id);
      void run("claim.move", { claimId: moved.id, beforeClaimId });
    },
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className={styles.indicator ?? ""} />
    ),
  });
  return { dragAndDropHooks, dropped, endDrop };
}
