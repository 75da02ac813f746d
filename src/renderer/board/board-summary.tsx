import { memo } from "react";

import type { Board } from "#contract/board";

import { countOf } from "../claims/status-words.ts";
import type { BoardLink, CardFacts } from "./board-facts.ts";

/** The board in words, for those who do not see it: how many cards of each kind, and every line. */
export const BoardSummary = memo(function BoardSummary(properties: {
  board: Board;
  facts: readonly CardFacts[];
  links: readonly BoardLink[];
  nameOf: (link: BoardLink) => string;
}) {
  const { board, facts, links, nameOf } = properties;
  const counts = (["claim", "quote", "article", "note", "group"] as const).flatMap((kind) => {
    const count = facts.filter((each) => each.kind === kind).length;
    return count === 0 ? [] : [countOf(count, kind)];
  });
  return (
    <section className="visually-hidden" aria-label={`Links on board “${board.title}”`}>
      <p>
        {counts.length === 0 ? "No cards" : counts.join(", ")}; {countOf(links.length, "link")}.
      </p>
      <ul>
        {links.map((link) => (
          <li key={link.id}>{nameOf(link)}</li>
        ))}
      </ul>
    </section>
  );
});
