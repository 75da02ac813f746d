import type { Article } from "#contract/article";
import type { Claim, Matrix, MatrixCell } from "#contract/claim";
import type { ArticleId, ClaimId, OriginId } from "#contract/ids";
import type { Origin } from "#contract/origin";

import { bracketsOf, orderArticles, orderClaims } from "./matrix-order.ts";
import type { ColumnBracket, RowOrder } from "./matrix-order.ts";

/** What one claim's row shows: what is known of each article; the others were not checked yet. */
export type RowFacts = {
  readonly claim: Claim;
  readonly cells: ReadonlyMap<ArticleId, MatrixCell>;
};

/** The matrix as it is shown: rows and columns in their order. */
export type MatrixFacts = {
  readonly rows: readonly RowFacts[];
  readonly articles: readonly Article[];
  readonly brackets: readonly (ColumnBracket & { readonly name: string })[];
  readonly checkedCount: number;
  readonly cellCount: number;
  /** Articles of one origin count once. */
  readonly independentCount: number;
};

const none: ReadonlyMap<ArticleId, never> = new Map<ArticleId, never>();

export function matrixFacts(
  known: {
    readonly claims: readonly Claim[];
    readonly articles: readonly Article[];
    readonly origins: readonly Origin[];
    readonly matrix: Matrix;
  },
  order: RowOrder,
): MatrixFacts {
  const { checkedCount, cellCount } = known.matrix;
  const articles = orderArticles(known.articles);
  const names = new Map<OriginId, string>(known.origins.map(({ id, name }) => [id, name]));
  const cellsOf = Map.groupBy(known.matrix.cells, ({ claimId }) => claimId);
  const cellsByArticle = (claimId: ClaimId) => {
    const own = cellsOf.get(claimId);
    return own === undefined ? none : new Map(own.map((cell) => [cell.articleId, cell]));
  };
  return {
    rows: orderClaims(known.claims, known.matrix.cells, order).map((claim) => ({
      claim,
      cells: cellsByArticle(claim.id),
    })),
    articles,
    brackets: bracketsOf(articles).map((bracket) => ({
      ...bracket,
      name: bracket.originId === null ? "" : (names.get(bracket.originId) ?? ""),
    })),
    checkedCount,
    cellCount,
    independentCount: new Set(articles.map(({ id, originId }) => originId ?? id)).size,
  };
}

/** How many passages a cell stands for. */
export function passageCount(cell: MatrixCell | undefined): number {
  return cell === undefined ? 0 : Object.values(cell.counts).reduce((sum, count) => sum + count, 0);
}
