import type { Card } from "#contract/board";
import { absoluteRects } from "#contract/board-geometry";
import type { RelationType, Stance } from "#contract/claim";
import type { CardId } from "#contract/ids";

import type { ActionContext } from "../actions/action.ts";
import { stanceWords } from "../claims/stance-words.ts";
import { countOf } from "../claims/status-words.ts";
import { announce, goToPassage, openArticle, select } from "../state/workbench.ts";
import { addCard } from "./add-to-board.ts";
import { linkBetween } from "./board-facts.ts";
import type { CardFacts } from "./board-facts.ts";
import { useBoard } from "./board-state.ts";
import type { ShownBoard } from "./board-state.ts";
import { frameAround, placeIn, placesInGroup } from "./group-cards.ts";

type Context = Pick<ActionContext, "request" | "run">;

/** Shows where a card comes from: its passage, its first evidence, its article; edits a note or group. */
export async function openCard({ request }: Context, facts: CardFacts): Promise<void> {
  selectInInspector(facts);
  switch (facts.kind) {
    case "quote": {
      const { articleId, start, end } = facts.highlight;
      goToPassage({ articleId, start, end });
      break;
    }
    case "claim": {
      const [first] = await request("evidence.list", { claimId: facts.claim.id });
      if (first === undefined) {
        announce("This claim has no evidence yet");
      } else {
        goToPassage({ articleId: first.articleId, start: first.start, end: first.end });
      }
      break;
    }
    case "article":
      openArticle(facts.article.id);
      break;
    case "note":
    case "group":
      useBoard.setState({ editingId: facts.card.id });
      break;
  }
}

export function selectInInspector(facts: CardFacts): void {
  switch (facts.kind) {
    case "quote":
      select({
        kind: "highlight",
        highlightId: facts.highlight.id,
        articleId: facts.highlight.articleId,
      });
      break;
    case "claim":
      select({ kind: "claim", claimId: facts.claim.id });
      break;
    case "article":
      select({ kind: "article", articleId: facts.article.id });
      break;
    case "note":
    case "group":
      break;
  }
}

/** An empty note in the middle of the view, ready to be written. */
export async function addNote(context: Context): Promise<void> {
  const card = await addCard(context, { kind: "note", text: "" }, 0);
  if (card !== null) {
    useBoard.setState({ editingId: card.id });
  }
}

/** Takes cards off the board; the facts that they stand for stay. The focus goes to a neighbour. */
export async function removeCards(
  { run }: Context,
  shown: ShownBoard,
  ids: readonly CardId[],
): Promise<void> {
  const order = shown.facts.map(({ card }) => card.id);
  const last = order.findLastIndex((id) => ids.includes(id));
  const stays = (id: CardId) => !ids.includes(id);
  const neighbour = order.slice(last + 1).find(stays) ?? order.slice(0, last).findLast(stays);
  shown.focusCard(neighbour ?? null);
  const { boardId } = shown;
  if ((await run("card.remove", { boardId, cardIds: [...ids] })) !== null) {
    announce(`${countOf(ids.length, "card")} taken off the board`);
  }
}

/** Puts cards into a new group, or into the one group that is among them. */
export async function groupCards(
  { run }: Context,
  shown: ShownBoard,
  ids: readonly CardId[],
): Promise<void> {
  const { boardId } = shown;
  const cards = shown.cards();
  // Cards whose group is chosen as well move with it and stay in it.
  const members = cards.filter(
    ({ id, groupId }) => ids.includes(id) && (groupId === null || !ids.includes(groupId)),
  );
  const groups = members.filter(({ subject }) => subject.kind === "group");
  const [only] = groups;
  if (only !== undefined && groups.length === 1 && members.length > 1) {
    const others = members.filter(({ id }) => id !== only.id).map(({ id }) => id);
    const places = placesInGroup(cards, only, others);
    if ((await run("card.place", { boardId, places })) !== null) {
      announce(`${countOf(others.length, "card")} put into the group`);
    }
    return;
  }
  const rects = absoluteRects(cards);
  const frame = frameAround(members.flatMap(({ id }) => rects.get(id) ?? []));
  if (frame === null) {
    return;
  }
  const around = commonGroup(cards, members);
  const place = placeIn(
    frame,
    around === null ? null : { card: around, rect: rects.get(around.id) ?? around },
  );
  const grouped = await run("card.group", {
    boardId,
    place,
    members: members.map(({ id }) => {
      const rect = rects.get(id) ?? frame;
      const { x, y, width, height } = placeIn(
        { ...rect, x: rect.x - frame.x, y: rect.y - frame.y },
        null,
      );
      return { cardId: id, place: { x, y, width, height } };
    }),
  });
  const group = grouped?.[0];
  if (group !== undefined) {
    announce(`${countOf(members.length, "card")} grouped`);
    // The group is what is chosen now, so that the next drag takes all of it.
    useBoard.setState({ editingId: group.id, revealId: group.id });
  }
}

/** The group that all the cards lie in, or null. */
function commonGroup(cards: readonly Card[], members: readonly Card[]): Card | null {
  const [groupId, ...others] = new Set(members.map((member) => member.groupId));
  return others.length > 0 ? null : (cards.find(({ id }) => id === groupId) ?? null);
}

/** Removes the groups among cards, or those that the cards lie in; what they hold stays where it is. */
export async function ungroupCards(
  { run }: Context,
  shown: ShownBoard,
  ids: readonly CardId[],
): Promise<void> {
  const chosen = shown.facts.filter(({ card }) => ids.includes(card.id));
  const groups = chosen.filter(({ kind }) => kind === "group").map(({ card }) => card.id);
  const around = chosen.flatMap(({ card }) => card.groupId ?? []);
  const cardIds = [...new Set(groups.length > 0 ? groups : around)];
  if (cardIds.length === 0) {
    announce("None of these cards is in a group");
    return;
  }
  const member = shown.facts.find(
    ({ card }) => card.groupId !== null && cardIds.includes(card.groupId),
  );
  shown.focusCard(member?.card.id ?? null);
  if ((await run("card.remove", { boardId: shown.boardId, cardIds })) !== null) {
    announce(`${countOf(cardIds.length, "group")} removed, its cards stay`);
  }
}

/** Links two cards: a relation between claims, or evidence from a quote for a claim. */
export async function linkCards(
  { run }: Pick<Context, "run">,
  a: CardFacts,
  b: CardFacts,
  type: Stance | RelationType,
): Promise<void> {
  const link = linkBetween(a, b);
  if (link?.kind === "relation") {
    const relation = await run("relation.create", {
      fromClaimId: link.from.claim.id,
      toClaimId: link.to.claim.id,
      type: type as RelationType, // the panel offers relation types between claims only
    });
    if (relation !== null) {
      announce(`Claims linked: ${relation.type}`);
    }
  } else if (link?.kind === "evidence") {
    const evidence = await run("evidence.link", {
      claimId: link.to.claim.id,
      passage: { highlightId: link.from.highlight.id },
      stance: type as Stance,
    });
    if (evidence !== null) {
      announce(`Linked to claim: ${stanceWords[evidence.stance].word.toLowerCase()}`);
    }
  }
}
