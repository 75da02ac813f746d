import { useCallback, useState } from "react";
import { DropIndicator, isTextDropItem, useDragAndDrop } from "react-aria-components";
import type { DragAndDropHooks, ItemDropTarget, Key } from "react-aria-components";

import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";
import type { Passage } from "#contract/requests";

import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { claimOfKey } from "./chosen-claims.ts";
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
 * Claims are dragged out (to the board) and, while they stand in the analyst's order, among each other;
 * passages are dropped on them. `dropped` is set until `endDrop`.
 */
export function useClaimDrag(
  claims: readonly Claim[],
  allIds: readonly ClaimId[],
  isInOrder: boolean,
): {
  dragAndDropHooks: DragAndDropHooks<Claim>;
  dropped: DroppedPassage | null;
  endDrop: () => void;
} {
  const run = useCommand();
  const [dropped, setDropped] = useState<DroppedPassage | null>(null);
  const endDrop = useCallback(() => setDropped(null), []);
  const claimById = (claimId: unknown) => claims.find(({ id }) => id === claimId);
  const claimOf = (key: unknown) => claimById(claimOfKey(String(key)));

  const reorder = (keys: Set<Key>, target: ItemDropTarget) => {
    const moved = claimOf([...keys][0]);
    const neighbour = claimOf(target.key);
    if (keys.size > 1) {
      announce("Claims are moved one at a time");
      return;
    }
    if (moved === undefined || neighbour === undefined || moved === neighbour) {
      return;
    }
    const beforeClaimId =
      target.dropPosition === "before" ? neighbour.id : placeBehind(allIds, neighbour.id, moved.id);
    void run("claim.move", { claimId: moved.id, beforeClaimId });
  };

  const { dragAndDropHooks } = useDragAndDrop<Claim>({
    getItems: (keys) =>
      [...keys].flatMap((key) => {
        const claim = claimOf(key);
        return claim === undefined ? [] : [{ [claimDragType]: writeDraggedClaim(claim.id) }];
      }),
    renderDragPreview: (items) => (
      <div className={styles.preview} dir="auto">
        {excerpt(claimById(readDraggedClaim(items[0]?.[claimDragType] ?? ""))?.statement ?? "", 60)}
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
    ...(isInOrder ? { onReorder: ({ keys, target }) => reorder(keys, target) } : {}),
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className={styles.indicator ?? ""} />
    ),
  });
  return { dragAndDropHooks, dropped, endDrop };
}
