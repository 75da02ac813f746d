import type { Card, CardPlace } from "#contract/board";
import { absoluteRects, boundsOf, centreOf, contains } from "#contract/board-geometry";
import type { Point, Rect } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

export type NewPlace = { readonly cardId: CardId; readonly place: CardPlace };

/** Room between a group's frame and its cards; the title lies in the top one. */
export const groupPadding = { side: 24, top: 48 } as const;

/**
 * The places to store after cards were moved: a card whose centre lies in a group's frame is put into the
 * innermost such group, one that was dragged out leaves it. Cards that moved along with their group keep
 * their place in it, and cards whose place did not change are left out.
 *
 * @param cards As they are stored.
 * @param moved Absolute rectangles of the cards that were moved or resized.
 */
export function placesAfterMove(
  cards: readonly Card[],
  moved: ReadonlyMap<CardId, Rect>,
): NewPlace[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const current = absoluteRects(
    cards.map((card) => {
      const rect = moved.get(card.id);
      return rect === undefined ? card : { ...card, ...rect, groupId: null };
    }),
  );
  const groups = cards
    .filter((card) => card.subject.kind === "group")
    .map((card) => ({ card, rect: current.get(card.id) ?? card }))
    .toSorted((a, b) => a.rect.width * a.rect.height - b.rect.width * b.rect.height);
  return cards.flatMap((card): NewPlace[] => {
    const rect = moved.get(card.id);
    if (rect === undefined) {
      return [];
    }
    const movesAlong = ancestorsOf(card, byId).some((id) => moved.has(id));
    const group = movesAlong
      ? groups.find((each) => each.card.id === card.groupId)
      : groups.find(
          (each) =>
            each.card.id !== card.id &&
            !ancestorsOf(each.card, byId).includes(card.id) &&
            contains(each.rect, centreOf(rect)),
        );
    const place = placeIn(rect, group === undefined ? null : group);
    return isSamePlace(card, place) ? [] : [{ cardId: card.id, place }];
  });
}

/** Frame of a new group around cards; null for none. */
export function frameAround(rects: readonly Rect[]): Rect | null {
  const bounds = boundsOf(rects);
  if (bounds === null) {
    return null;
  }
  return {
    x: Math.round(bounds.x - groupPadding.side),
    y: Math.round(bounds.y - groupPadding.top),
    width: Math.round(bounds.width + 2 * groupPadding.side),
    height: Math.round(bounds.height + groupPadding.top + groupPadding.side),
  };
}

/**
 * The places that put cards into a group that is there: its frame grows around them, and what it holds
 * stays where it is on the board.
 */
export function placesInGroup(
  cards: readonly Card[],
  group: Card,
  newMemberIds: readonly CardId[],
): NewPlace[] {
  const rects = absoluteRects(cards);
  const old = rects.get(group.id) ?? group;
  const around = frameAround(newMemberIds.flatMap((id) => rects.get(id) ?? []));
  const frame = boundsOf(around === null ? [old] : [old, around]) ?? old;
  const [dx, dy] = [frame.x - old.x, frame.y - old.y];
  const { width, height } = frame;
  const groupPlace = { x: group.x + dx, y: group.y + dy, width, height, groupId: group.groupId };
  const members = cards.filter(
    ({ id, groupId }) => groupId === group.id && !newMemberIds.includes(id),
  );
  return [
    { cardId: group.id, place: groupPlace },
    ...members.map(({ id, ...member }) => ({
      cardId: id,
      place: {
        x: member.x - dx,
        y: member.y - dy,
        width: member.width,
        height: member.height,
        groupId: group.id,
      },
    })),
    ...newMemberIds.map((cardId) => ({
      cardId,
      place: placeIn(rects.get(cardId) ?? frame, { card: group, rect: frame }),
    })),
  ];
}

/** The place of an absolute rectangle in a group, or on the board itself. */
export function placeIn(
  rect: Rect,
  group: { readonly card: { readonly id: CardId }; readonly rect: Point } | null,
): CardPlace {
  return {
    x: Math.round(rect.x - (group?.rect.x ?? 0)),
    y: Math.round(rect.y - (group?.rect.y ?? 0)),
    width: Math.round(rect.width),
    height: Math.round(rect.height),
    groupId: group?.card.id ?? null,
  };
}

export function isSamePlace(a: CardPlace, b: CardPlace): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.groupId === b.groupId
  );
}

/** Ids of the groups that hold a card, innermost first. */
function ancestorsOf(card: Card, byId: ReadonlyMap<CardId, Card>): CardId[] {
  const ids: CardId[] = [];
  let groupId = card.groupId;
  while (groupId !== null && !ids.includes(groupId)) {
    ids.push(groupId);
    groupId = byId.get(groupId)?.groupId ?? null;
  }
  return ids;
}
