import type { Claim } from "#contract/claim";
import type { ExportScope } from "#contract/export";
import { Failure } from "#contract/failure";
import type { BoardId } from "#contract/ids";

import { listBoards, readBoard } from "../boards/board-store.ts";
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
};

/** @throws Failure not-found when the board or a claim is not there */
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
        claims: scope.kind === "board" ? onBoard : [...onBoard, ...others],
      };
    }
    case "filter": {
      const { kind: _, claimKind, ...filter } = scope;
      const claims = listClaims(context, {
        ...filter,
        ...(claimKind === undefined ? {} : { kind: claimKind }),
      });
      return { allClaims, board: [], claims: claims.map(apartFromBoard) };
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
      return { allClaims, board: [], claims: claims.map(apartFromBoard) };
    }
  }
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
