import { absoluteRects } from "#contract/board-geometry";
import type { Point } from "#contract/board-geometry";
import type { ArticleId, CardId } from "#contract/ids";

import type { ActionContext } from "../actions/action.ts";
import { countOf } from "../claims/status-words.ts";
import { announce } from "../state/workbench.ts";
import { alignmentOf } from "./align-cards.ts";
import type { Alignment } from "./align-cards.ts";
import { arrangeCards } from "./arrange-cards.ts";
import { wordOfLink } from "./board-facts.ts";
import { useBoard } from "./board-state.ts";
import type { ShownBoard } from "./board-state.ts";
import type { LayOut } from "./boxes.ts";
import { layOutByClaim } from "./lay-out-by-claim.ts";
import { layOutBySource } from "./lay-out-by-source.ts";
import { layOutInLayers } from "./lay-out-in-layers.ts";
import { linkedCardTowards } from "./linked-card.ts";

type Context = Pick<ActionContext, "request" | "run">;

/** Quotes round their claims, arrows all one way, or a column for each article. */
export type Layout = "by claim" | "in layers" | "by source";

/** Gives the whole board a tidy layout, in one change. */
export async function arrangeBoard(
  { run, request }: Context,
  shown: ShownBoard,
  layout: Layout,
): Promise<void> {
  const articles = layout === "by source" ? await request("article.list", {}) : [];
  const places = arrangeCards(
    shown.cards(),
    layOutOf(
      layout,
      shown,
      articles.map(({ id }) => id),
    ),
  );
  const placed = await run("card.place", { boardId: shown.boardId, places });
  if (placed !== null) {
    announce(`${countOf(places.length, "card")} arranged`);
    useBoard.setState({ awaited: placed.at(-1) ?? null });
  }
}

function layOutOf(layout: Layout, { facts, links }: ShownBoard, articles: ArticleId[]): LayOut {
  switch (layout) {
    case "by claim":
      return layOutByClaim(
        links.flatMap((link) =>
          link.kind === "evidence"
            ? [{ quoteCardId: link.from, claimCardId: link.to, stance: link.type }]
            : [],
        ),
      );
    case "in layers":
      return layOutInLayers(links);
    case "by source":
      return layOutBySource(
        articles,
        new Map(
          facts.flatMap((each) =>
            each.kind === "quote" || each.kind === "article"
              ? [[each.card.id, each.article.id] as const]
              : [],
          ),
        ),
      );
  }
}

/** Brings cards to one line, or to equal gaps, in one change. */
export async function alignCards(
  { run }: Context,
  shown: ShownBoard,
  ids: readonly CardId[],
  alignment: Alignment,
): Promise<void> {
  const cards = shown.cards();
  const rects = absoluteRects(cards);
  // A card whose group is chosen as well moves with it.
  const chosen = cards.filter(
    ({ id, groupId }) => ids.includes(id) && (groupId === null || !ids.includes(groupId)),
  );
  const shifts = alignmentOf(
    new Map(
      chosen.flatMap(({ id }) => {
        const rect = rects.get(id);
        return rect === undefined ? [] : [[id, rect] as const];
      }),
    ),
    alignment,
  );
  const places = chosen.flatMap(({ id, x, y, width, height, groupId }) => {
    const shift = shifts.get(id);
    return shift === undefined
      ? []
      : [{ cardId: id, place: { x: x + shift.x, y: y + shift.y, width, height, groupId } }];
  });
  if (places.length === 0) {
    announce(chosen.length < 2 ? "Choose at least two cards to align" : "They are aligned already");
  } else if ((await run("card.place", { boardId: shown.boardId, places })) !== null) {
    announce(`${countOf(places.length, "card")} moved`);
  }
}

/** Puts the focus on the card at the other end of a line that leads in a direction. */
export function goAlongLink(shown: ShownBoard, fromId: CardId, direction: Point): void {
  const linked = linkedCardTowards(fromId, direction, shown.links, absoluteRects(shown.cards()));
  if (linked === null) {
    announce("No line leads that way");
    return;
  }
  shown.focusCard(linked.cardId);
  announce(
    linked.link.to === linked.cardId
      ? `${wordOfLink(linked.link)} this`
      : `This ${wordOfLink(linked.link)} it`,
  );
}
