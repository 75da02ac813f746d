import type { Node } from "@xyflow/react";

import type { CardPlace } from "#contract/board";
import type { CardId } from "#contract/ids";

import { nameOfCard } from "./board-facts.ts";
import type { CardFacts } from "./board-facts.ts";
import { isSamePlace } from "./group-cards.ts";
import type { NewPlace } from "./group-cards.ts";
import { inReadingOrder } from "./reading-order.ts";

export type BoardNode = Node<CardFacts, CardFacts["kind"]>;

/** Groups lie under the lines between their cards, all other cards above the lines. */
const zIndexOf = (kind: CardFacts["kind"]) => (kind === "group" ? -1 : 1);

/**
 * The canvas after the facts changed. What is only on this page stays: selection, and the place of a card
 * that is being moved here (`held`) or whose stored place did not change. Unchanged cards keep their object,
 * so that they are not drawn again.
 */
export function mergeNodes(
  previous: readonly BoardNode[],
  facts: readonly CardFacts[],
  held: ReadonlySet<CardId>,
): BoardNode[] {
  const before = new Map(previous.map((node) => [node.id, node]));
  const known = new Set(facts.map(({ card }) => card.id));
  const nodes = facts.map((each): BoardNode => {
    const old = before.get(each.card.id);
    if (old === undefined) {
      return nodeOfCard(each, known);
    }
    const isMovedHere = held.has(each.card.id) || isSamePlace(old.data.card, each.card);
    const hasGroup = old.parentId === undefined || known.has(old.parentId as CardId);
    if (isMovedHere && hasGroup) {
      return isSameData(old.data, each) ? old : { ...old, data: each, ariaLabel: nameOfCard(each) };
    }
    return { ...withPlace(old, each.card, known), data: each, ariaLabel: nameOfCard(each) };
  });
  return inTabOrder(nodes);
}

/** Moves cards on this page before their places are stored. */
export function placeNodes(nodes: readonly BoardNode[], places: readonly NewPlace[]): BoardNode[] {
  const placeOf = new Map(places.map(({ cardId, place }) => [cardId, place]));
  const known = new Set(nodes.map((node) => node.id as CardId));
  return inTabOrder(
    nodes.map((node) => {
      const place = placeOf.get(node.id as CardId);
      return place === undefined ? node : withPlace(node, place, known);
    }),
  );
}

/** The order of the elements is the order of Tab: as one reads, groups before their members. */
function inTabOrder(nodes: readonly BoardNode[]): BoardNode[] {
  const byId = new Map(nodes.map((node) => [node.id as CardId, node]));
  return inReadingOrder(nodes.map(placeOfNode)).flatMap(({ id }) => byId.get(id) ?? []);
}

/** Where a node is on this page, relative to its group. */
export function placeOfNode(node: BoardNode): CardPlace & { readonly id: CardId } {
  return {
    id: node.id as CardId,
    x: node.position.x,
    y: node.position.y,
    width: node.width ?? node.data.card.width,
    height: node.height ?? node.data.card.height,
    groupId: (node.parentId as CardId | undefined) ?? null,
  };
}

function nodeOfCard(facts: CardFacts, known: ReadonlySet<CardId>): BoardNode {
  return withPlace(
    {
      id: facts.card.id,
      type: facts.kind,
      data: facts,
      position: { x: 0, y: 0 },
      zIndex: zIndexOf(facts.kind),
      ariaLabel: nameOfCard(facts),
      domAttributes: cardAttributes(facts.card.id),
    },
    facts.card,
    known,
  );
}

/** `data-card` is how board-state.ts finds the card of an element. */
function cardAttributes(id: CardId) {
  return { "aria-roledescription": "card", "aria-describedby": cardHelpId, "data-card": id };
}

/** The element that says what can be done with a card by keys. */
export const cardHelpId = "board-card-help";

function withPlace(node: BoardNode, place: CardPlace, known: ReadonlySet<CardId>): BoardNode {
  const { parentId: _, ...rest } = node;
  return {
    ...rest,
    position: { x: place.x, y: place.y },
    width: place.width,
    height: place.height,
    // Known beforehand, so that no card is drawn a second time when its element has been measured.
    measured: { width: place.width, height: place.height },
    ...(place.groupId !== null && known.has(place.groupId) ? { parentId: place.groupId } : {}),
  };
}

function isSameData(a: CardFacts, b: CardFacts): boolean {
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => {
      const other: unknown = right.get(key);
      return Array.isArray(value) && Array.isArray(other)
        ? value.length === other.length && value.every((item, index) => item === other[index])
        : value === other;
    })
  );
}
