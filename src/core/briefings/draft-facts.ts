import type { Article } from "#contract/article";
import type { Claim, Evidence, Relation } from "#contract/claim";
import type { ArticleId, BoardId, ClaimId } from "#contract/ids";

import { listArticles } from "../articles/article-store.ts";
import { listBoards } from "../boards/board-store.ts";
import type { ReadContext } from "../core-context.ts";
import { listCoverage } from "../coverage/coverage-store.ts";
import { listEvidence } from "../evidence/evidence-store.ts";
import { chooseClaims } from "../exports/choose-claims.ts";
import { listRelations } from "../relations/relation-store.ts";

/** What a draft is made of. */
export type DraftFacts = {
  readonly boardId: BoardId | null;
  /** In the order of the board; all claims, when the board has none. */
  readonly claims: readonly Claim[];
  /** Those claims that judge something. */
  readonly judgements: readonly Claim[];
  /** By claim: stance by stance, then by article and place. */
  readonly evidenceOf: (claimId: ClaimId) => readonly Evidence[];
  /** Relations between two of the claims. */
  readonly relations: readonly Relation[];
  /** By claim: articles that have no evidence on it and were not marked silent. */
  readonly uncheckedOf: (claimId: ClaimId) => readonly ArticleId[];
  readonly articles: readonly Article[];
  /** Words of the board's notes. */
  readonly notes: readonly string[];
};

export function gatherDraftFacts(
  context: ReadContext,
  wantedBoardId: BoardId | undefined,
): DraftFacts {
  const boardId = wantedBoardId ?? listBoards(context)[0]?.id;
  const onBoard = chooseClaims(context, {
    kind: "board",
    ...(boardId === undefined ? {} : { boardId }),
  });
  const chosen =
    onBoard.claims.length > 0 ? onBoard.claims.map(({ claim }) => claim) : onBoard.allClaims;
  const ids = new Set(chosen.map(({ id }) => id));
  const evidence = Map.groupBy(listEvidence(context, {}), ({ claimId }) => claimId);
  const unchecked = Map.groupBy(
    listCoverage(context).filter(({ state }) => state === "unchecked"),
    ({ claimId }) => claimId,
  );
  return {
    boardId: onBoard.claims.length > 0 ? (boardId ?? null) : null,
    claims: chosen,
    judgements: chosen.filter(isJudgement),
    evidenceOf: (claimId) => evidence.get(claimId) ?? [],
    relations: listRelations(context, {}).filter(
      ({ fromClaimId, toClaimId }) => ids.has(fromClaimId) && ids.has(toClaimId),
    ),
    uncheckedOf: (claimId) => (unchecked.get(claimId) ?? []).map(({ articleId }) => articleId),
    articles: listArticles(context),
    notes: onBoard.board.flatMap(({ card: { subject } }) =>
      subject.kind === "note" && subject.text.trim() !== "" ? [subject.text] : [],
    ),
  };
}

/** What is neither a fact nor what someone said, or has a likelihood. */
export function isJudgement({ kind, likelihood }: Pick<Claim, "kind" | "likelihood">): boolean {
  return kind === "assessment" || kind === "forecast" || likelihood !== null;
}
