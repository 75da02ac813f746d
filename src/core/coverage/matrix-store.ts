import type { Matrix, MatrixCell, Stance } from "#contract/claim";
import type { ArticleId, ClaimId } from "#contract/ids";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

/** The cells of claim × article about which something is known; all others are not yet checked. */
export function readMatrix({ db }: ReadContext): Matrix {
  const cells = [...readEvidenceCells(db), ...readSilentCells(db)];
  const count = (table: "claim" | "article") =>
    db.get<{ count: number }>(`SELECT count(*) AS count FROM ${table} WHERE trashed_at IS NULL`)
      ?.count ?? 0;
  return { cells, checkedCount: cells.length, cellCount: count("claim") * count("article") };
}

/**
 * What the passages of one article say about a claim together. A mention takes no side, so it does not
 * show beside another stance; two of the other three are mixed.
 */
export function stateOfCell(counts: Readonly<Record<Stance, number>>): MatrixCell["state"] {
  const taken = (["supports", "disputes", "qualifies"] as const).filter(
    (stance) => counts[stance] > 0,
  );
  const [only] = taken;
  if (taken.length > 1) {
    return "mixed";
  }
  return only ?? (counts.mentions > 0 ? "mentions" : "silent");
}

type CellRow = Record<Stance, number> & {
  readonly claimId: ClaimId;
  readonly articleId: ArticleId;
};

/** By claim, then article, both in the analyst's order. */
function readEvidenceCells(db: ReadableDb): MatrixCell[] {
  return db
    .all<CellRow>(
      `SELECT claim.id AS claimId, article.id AS articleId,
        sum(evidence.stance = 'supports') AS supports,
        sum(evidence.stance = 'disputes') AS disputes,
        sum(evidence.stance = 'qualifies') AS qualifies,
        sum(evidence.stance = 'mentions') AS mentions
      FROM evidence
        JOIN claim ON claim.id = evidence.claim_id
        JOIN highlight ON highlight.id = evidence.highlight_id
        JOIN article ON article.id = highlight.article_id
      WHERE claim.trashed_at IS NULL AND highlight.trashed_at IS NULL
        AND article.trashed_at IS NULL
      GROUP BY claim.id, article.id
      ORDER BY claim.position, claim.id, article.position, article.id`,
    )
    .map(({ claimId, articleId, ...counts }) => ({
      claimId,
      articleId,
      state: stateOfCell(counts),
      counts,
    }));
}

/** Evidence outweighs a mark of silence. */
function readSilentCells(db: ReadableDb): MatrixCell[] {
  return db
    .all<{ claimId: ClaimId; articleId: ArticleId }>(
      `SELECT coverage.claim_id AS claimId, coverage.article_id AS articleId
      FROM coverage
        JOIN claim ON claim.id = coverage.claim_id
        JOIN article ON article.id = coverage.article_id
      WHERE claim.trashed_at IS NULL AND article.trashed_at IS NULL
        AND NOT EXISTS (
          SELECT 1
          FROM evidence JOIN highlight ON highlight.id = evidence.highlight_id
          WHERE evidence.claim_id = coverage.claim_id AND highlight.trashed_at IS NULL
            AND highlight.article_id = coverage.article_id)
      ORDER BY claim.position, claim.id, article.position, article.id`,
    )
    .map((cell) => ({
      ...cell,
      state: "silent",
      counts: { supports: 0, disputes: 0, qualifies: 0, mentions: 0 },
    }));
}
