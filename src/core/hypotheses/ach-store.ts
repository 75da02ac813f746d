import type { AchRating, AchTable, AchWeight } from "#contract/ach";
import { Failure } from "#contract/failure";
import type { ArticleId, ClaimId, OriginId } from "#contract/ids";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";
import { buildAchTable } from "./build-ach-table.ts";
import type { SupportingLine } from "./build-ach-table.ts";

/** The whole table; hypotheses and rows whose claim lies in the trash are left out. */
export function readAch({ db }: ReadContext): AchTable {
  const hypothesisIds = db
    .all<{ claimId: ClaimId }>(
      `SELECT ach_hypothesis.claim_id AS claimId
      FROM ach_hypothesis JOIN claim ON claim.id = ach_hypothesis.claim_id
      WHERE claim.trashed_at IS NULL
      ORDER BY ach_hypothesis.position, ach_hypothesis.claim_id`,
    )
    .map(({ claimId }) => claimId);
  const ratings = new Map(
    db
      .all<{ row: ClaimId; hypothesis: ClaimId; rating: AchRating }>(
        `SELECT row_claim_id AS "row", hypothesis_claim_id AS hypothesis, rating FROM ach_rating`,
      )
      .map(({ row, hypothesis, rating }) => [`${row} ${hypothesis}`, rating]),
  );
  const rows = db
    .all<{ claimId: ClaimId; credibility: AchWeight; relevance: AchWeight }>(
      `SELECT ach_row.claim_id AS claimId, ach_row.credibility, ach_row.relevance
      FROM ach_row JOIN claim ON claim.id = ach_row.claim_id
      WHERE claim.trashed_at IS NULL
      ORDER BY ach_row.position, ach_row.claim_id`,
    )
    .map((row) => ({
      ...row,
      ratings: hypothesisIds.map(
        (hypothesis) => ratings.get(`${row.claimId} ${hypothesis}`) ?? null,
      ),
    }));
  return buildAchTable({ hypothesisIds, rows, lines: readSoleLines(db) });
}

/** @throws Failure not-found when the claim is no hypothesis, or lies in the trash */
export function requireHypothesis(db: ReadableDb, claimId: ClaimId, key: string): void {
  const row = db.get(
    `SELECT 1
    FROM ach_hypothesis JOIN claim ON claim.id = ach_hypothesis.claim_id
    WHERE ach_hypothesis.claim_id = :claimId AND claim.trashed_at IS NULL`,
    { claimId },
  );
  if (row === undefined) {
    throw new Failure("not-found", "This claim is not among the hypotheses any more.", {
      path: [key],
    });
  }
}

/** @throws Failure not-found when the claim is no evidence row, or lies in the trash */
export function requireAchRow(db: ReadableDb, claimId: ClaimId, key: string): void {
  const row = db.get(
    `SELECT 1
    FROM ach_row JOIN claim ON claim.id = ach_row.claim_id
    WHERE ach_row.claim_id = :claimId AND claim.trashed_at IS NULL`,
    { claimId },
  );
  if (row === undefined) {
    throw new Failure("not-found", "This claim is not among the evidence for the hypotheses.", {
      path: [key],
    });
  }
}

export function isHypothesis(db: ReadableDb, claimId: ClaimId): boolean {
  return (
    db.get("SELECT 1 FROM ach_hypothesis WHERE claim_id = :claimId", { claimId }) !== undefined
  );
}

export function isAchRow(db: ReadableDb, claimId: ClaimId): boolean {
  return db.get("SELECT 1 FROM ach_row WHERE claim_id = :claimId", { claimId }) !== undefined;
}

type LineRow = {
  readonly claimId: ClaimId;
  readonly articleId: ArticleId;
  readonly articleTitle: string;
  readonly originId: OriginId | null;
  readonly originName: string | null;
};

/** The lines that some row rests on alone, in the order in which the rows come to them. */
function readSoleLines(db: ReadableDb): SupportingLine[] {
  const voices = db.all<LineRow>(
    `SELECT DISTINCT ach_row.claim_id AS claimId, article.id AS articleId,
      article.title AS articleTitle, article.origin_id AS originId,
      coalesce(root.title, origin.name) AS originName, ach_row.position
    FROM ach_row
      JOIN claim ON claim.id = ach_row.claim_id
      JOIN evidence ON evidence.claim_id = claim.id AND evidence.stance = 'supports'
      JOIN highlight ON highlight.id = evidence.highlight_id
      JOIN article ON article.id = highlight.article_id
      LEFT JOIN origin ON origin.id = article.origin_id
      LEFT JOIN article AS root ON root.id = origin.article_id
    WHERE claim.trashed_at IS NULL AND highlight.trashed_at IS NULL AND article.trashed_at IS NULL
    ORDER BY ach_row.position, ach_row.claim_id, article.position, article.id`,
  );
  const keyOf = (voice: LineRow) => voice.originId ?? voice.articleId;
  const sole = [...Map.groupBy(voices, (voice) => voice.claimId).values()].flatMap((ofRow) =>
    new Set(ofRow.map(keyOf)).size === 1 ? ofRow.slice(0, 1) : [],
  );
  return [...Map.groupBy(sole, keyOf).values()].flatMap((ofLine) => {
    const [first] = ofLine;
    if (first === undefined) {
      return [];
    }
    const { originId, originName, articleId, articleTitle } = first;
    return {
      line: originId === null ? { articleId } : { originId },
      name: originName ?? articleTitle,
      soleSupportOf: ofLine.map(({ claimId }) => claimId),
    };
  });
}
