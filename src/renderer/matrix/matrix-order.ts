import type { Article } from "#contract/article";
import { statusInForce } from "#contract/claim";
import type { Claim, MatrixCell } from "#contract/claim";
import type { OriginId } from "#contract/ids";

export type RowOrder = "list" | "disagreement" | "coverage" | "status";

/** Rows as the analyst asks for them; equals keep the order of the list. */
export function orderClaims(
  claims: readonly Claim[],
  cells: readonly MatrixCell[],
  order: RowOrder,
): Claim[] {
  const known = Map.groupBy(cells, (cell) => cell.claimId);
  const weightOf = (claim: Claim): number => {
    const own = known.get(claim.id) ?? [];
    switch (order) {
      case "list":
        return 0;
      case "disagreement":
        return -disagreementOf(own);
      case "coverage":
        return own.length; // what needs checking most stands first
      case "status":
        return statusRank.indexOf(statusInForce(claim));
    }
  };
  const weights = new Map(claims.map((claim) => [claim, weightOf(claim)]));
  return claims.toSorted((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
}

const statusRank: readonly Claim["status"][] = [
  "contradicted",
  "disputed",
  "single origin",
  "uncorroborated",
  "corroborated",
  "not assessed",
];

/** The smaller of the two camps: how many articles would have to change for all to agree. */
function disagreementOf(cells: readonly MatrixCell[]): number {
  const camp = (state: MatrixCell["state"]) => cells.filter((cell) => cell.state === state).length;
  const mixed = camp("mixed");
  return Math.min(camp("supports") + mixed, camp("disputes") + mixed);
}

/** Columns: articles of one origin stand together, where the first of them stands. */
export function orderArticles(articles: readonly Article[]): Article[] {
  const groups = Map.groupBy(articles, (article) => article.originId ?? article.id);
  return [...groups.values()].flat();
}

/** A run of columns: two or more articles of one origin, or an article for itself. */
export type ColumnBracket = { readonly originId: OriginId | null; readonly count: number };

/** The brackets over ordered columns, from left to right. */
export function bracketsOf(ordered: readonly Pick<Article, "originId">[]): ColumnBracket[] {
  const brackets: ColumnBracket[] = [];
  for (const { originId } of ordered) {
    const last = brackets.at(-1);
    if (originId !== null && last?.originId === originId) {
      brackets[brackets.length - 1] = { originId, count: last.count + 1 };
    } else {
      brackets.push({ originId, count: 1 });
    }
  }
  return brackets.map((one) => (one.count > 1 ? one : { ...one, originId: null }));
}
