import type { Card } from "#contract/board";
import { boundsOf } from "#contract/board-geometry";
import type { Point, Size } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

import { rectOf } from "./boxes.ts";
import type { Box, LayOut } from "./boxes.ts";
import { groupPadding } from "./group-cards.ts";
import type { NewPlace } from "./group-cards.ts";
import { inReadingOrder } from "./reading-order.ts";

/**
 * A tidy layout of a whole board. Groups are laid out inside and fitted around their cards. Nothing overlaps,
 * every card but groups keeps its size, and the same board gives the same layout.
 */
export function arrangeCards(cards: readonly Card[], layOut: LayOut): NewPlace[] {
  const ordered = inReadingOrder(cards);
  const known = new Set(cards.map((card) => card.id));
  const membersOf = Map.groupBy(ordered, ({ groupId }) =>
    groupId !== null && known.has(groupId) ? groupId : null,
  );
  const places: NewPlace[] = [];
  const heldBy = (id: CardId): CardId[] => [
    id,
    ...(membersOf.get(id) ?? []).flatMap((member) => heldBy(member.id)),
  ];

  const arrange = (groupId: CardId | null, origin: Point): Size => {
    const members = (membersOf.get(groupId) ?? []).map((card): Box => {
      const size =
        card.subject.kind === "group" && membersOf.has(card.id)
          ? frameOf(arrange(card.id, { x: groupPadding.side, y: groupPadding.top }))
          : { width: card.width, height: card.height };
      return { card, ...size, holds: new Set(heldBy(card.id)) };
    });
    const placed = layOut(members);
    for (const { box, at } of placed) {
      places.push({
        cardId: box.card.id,
        place: {
          x: Math.round(origin.x + at.x),
          y: Math.round(origin.y + at.y),
          width: box.width,
          height: box.height,
          groupId,
        },
      });
    }
    const bounds = boundsOf(placed.map(rectOf));
    return { width: bounds?.width ?? 0, height: bounds?.height ?? 0 };
  };
  arrange(null, { x: 0, y: 0 });
  return places;
}

function frameOf(content: Size): Size {
  return {
    width: Math.round(content.width) + 2 * groupPadding.side,
    height: Math.round(content.height) + groupPadding.top + groupPadding.side,
  };
}
