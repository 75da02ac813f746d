import type { Claim } from "#contract/claim";
import type { ExportScope } from "#contract/export";
import { Failure } from "#contract/failure";
import type { BoardId, BriefingId, HighlightId } from "#contract/ids";

import { listBoards, readBoard } from "../boards/board-store.ts";
import { readBriefing } from "../briefings/briefing-store.ts";
import { citationsOf } from "../briefings/citations-of.ts";
import { listClaims } from "../claims/claim-store.ts";
import type { ReadContext } from "../core-context.ts";
import { readBoardCards } from "./board-order.ts";
import type { PlacedCard } from "./board-order.ts";

export type ChosenClaim = {
  readonly claim: Claim;
  readonly onBoard: boolean;
  /** Words of the group that the claim lies in on the board. */
  readonly group: string | null;
};

export type Choice = {
  /** In the order in which they are written. */
  readonly claims: readonly ChosenClaim[];
  /** Every claim of the project, in the order of the list. */
  readonly allClaims: readonly Claim[];
  /** What lies on the board, in reading order; empty where the scope is not about a board. */
  readonly board: readonly PlacedCard[];
  /** Highlights that are chosen by themselves, in the order in which they are cited. */
  readonly highlightIds: readonly HighlightId[];
};

/** @throws Failure not-found when the board, the briefing or a claim is not there */
export function chooseClaims(context: ReadContext, scope: ExportScope): Choice {
  const allClaims = listClaims(context, {});
  switch (scope.kind) {
    case "project":
    case "board": {
      const board = readBoardOf(context, scope.boardId);
      const { onBoard, others } = claimsByBoard(allClaims, board);
      return {
        allClaims,
        board,
        highlightIds: [],
        claims: scope.kind === "board" ? onBoard : [...onBoard, ...others],
      };
    }
    case "filter": {
      const { kind: _, claimKind, ...filter } = scope;
      const claims = listClaims(context, {
        ...filter,
        ...(claimKind === undefined ? {} : { kind: claimKind }),
      });
      return { ...nothingElse, allClaims, claims: claims.map(apartFromBoard) };
    }
    case "claims": {
      const wanted = new Set(scope.claimIds);
      const claims = allClaims.filter(({ id }) => wanted.has(id));
      if (claims.length < wanted.size) {
        throw new Failure(
          "not-found",
          "A chosen claim is no longer there. It may have been removed.",
          {
            path: ["scope", "claimIds"],
          },
        );
      }
      return { ...nothingElse, allClaims, claims: claims.map(apartFromBoard) };
    }
    case "briefing": {
      const { claimIds, highlightIds } = citedIn(context, scope.briefingId);
      const byId = new Map(allClaims.map((claim) => [claim.id, claim]));
      const claims = claimIds.flatMap((id) => byId.get(id) ?? []);
      return { allClaims, board: [], highlightIds, claims: claims.map(apartFromBoard) };
    }
  }
}

const nothingElse = { board: [], highlightIds: [] } as const;

/** Each once, in the order in which the briefing cites them. */
function citedIn(context: ReadContext, briefingId: BriefingId) {
  const citations = citationsOf(readBriefing(context, { briefingId }).text);
  return {
    claimIds: [...new Set(citations.flatMap((one) => (one.kind === "claim" ? one.claimId : [])))],
    highlightIds: [
      ...new Set(citations.flatMap((one) => (one.kind === "quote" ? one.highlightId : []))),
    ],
  };
}

function readBoardOf(context: ReadContext, boardId: BoardId | undefined): PlacedCard[] {
  const id = boardId ?? listBoards(context)[0]?.id;
  return id === undefined ? [] : readBoardCards(readBoard(context, { boardId: id }).cards);
}

function claimsByBoard(
  all: readonly Claim[],
  board: readonly PlacedCard[],
): { onBoard: ChosenClaim[]; others: ChosenClaim[] } {
  const rest = new Map(all.map((claim) => [claim.id, claim]));
  const onBoard = board.flatMap(({ card: { subject }, group }): ChosenClaim[] => {
    const claim = subject.kind === "claim" ? rest.get(subject.claimId) : undefined;
    if (claim === undefined) {
      return [];
    }
    rest.delete(claim.id);
    return [{ claim, onBoard: true, group }];
  });
  return { onBoard, others: [...rest.values()].map(apartFromBoard) };
}

function apartFromBoard(claim: Claim): ChosenClaim {
  return { claim, onBoard: false, group: null };
}
