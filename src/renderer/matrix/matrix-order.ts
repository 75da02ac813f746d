import type { Article } from "#contract/article";
import type { Claim, MatrixCell } from "#contract/claim";

export type RowOrder = "list" | "disagreement" | "coverage" | "status";

/** Rows as the analyst asks for them; equals keep the order of the list. */
export function orderClaims(
  claims: readonly Claim[],
  cells: readonly MatrixCell[],
  order: RowOrder,
): Claim[] {
  const known = Map.groupBy(cells, (cell) => cell.claimId);
  const weight = (claim: Claim): number => {
    const own = known.get(claim.id) ?? [];
    switch (order) {
      case "list":
        return 0;
      case "disagreement":
        return -disagreementOf(own);
      case "coverage":
        return own.length; // what needs checking most stands first
      case "status":
        return statusRank.indexOf(claim.status);
    }
  };
  return claims.toSorted((a, b) => weight(a) - weight(b));
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
