import { useMemo } from "react";

import type { Board } from "#contract/board";

import { useRequest } from "../state/requests.tsx";
import { useWorkbench } from "../state/workbench.ts";
import { factsOfCards, linksOnBoard } from "./board-facts.ts";
import type { BoardLink, CardFacts } from "./board-facts.ts";

export type BoardFacts = {
  readonly boards: readonly Board[];
  readonly board: Board;
  /** In reading order. */
  readonly facts: readonly CardFacts[];
  readonly links: readonly BoardLink[];
};

/** The shown board with all that its cards stand for; `facts` is null until everything is read. */
export function useBoardFacts(): { readonly facts: BoardFacts | null; readonly error: unknown } {
  const wishedId = useWorkbench((state) => state.boardId);
  const boards = useRequest("board.list", {});
  const board = boards.data?.find(({ id }) => id === wishedId) ?? boards.data?.[0];
  const read = useRequest("board.read", board === undefined ? null : { boardId: board.id });
  const claims = useRequest("claim.list", {});
  const highlights = useRequest("highlight.list", {});
  const articles = useRequest("article.list", {});
  const evidence = useRequest("evidence.list", {});
  const relations = useRequest("relation.list", {});

  // While another board is being read, the last answer is still that of the board before.
  const cards = read.data?.board.id === board?.id ? read.data?.cards : undefined;
  const sources = useMemo(
    () =>
      cards === undefined ||
      claims.data === undefined ||
      highlights.data === undefined ||
      articles.data === undefined ||
      evidence.data === undefined ||
      relations.data === undefined
        ? null
        : {
            cards,
            claims: claims.data,
            highlights: highlights.data,
            articles: articles.data,
            evidence: evidence.data,
            relations: relations.data,
          },
    [cards, claims.data, highlights.data, articles.data, evidence.data, relations.data],
  );
  const facts = useMemo(() => (sources === null ? null : factsOfCards(sources)), [sources]);
  const links = useMemo(() => (sources === null ? null : linksOnBoard(sources)), [sources]);
  const all = useMemo(
    () =>
      boards.data === undefined || board === undefined || facts === null || links === null
        ? null
        : { boards: boards.data, board, facts, links },
    [boards.data, board, facts, links],
  );
  const error =
    boards.error ??
    read.error ??
    claims.error ??
    highlights.error ??
    articles.error ??
    evidence.error ??
    relations.error;
  return { facts: all, error };
}
