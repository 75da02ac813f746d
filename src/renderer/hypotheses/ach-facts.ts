import type { AchHypothesis, AchRating, AchRow, AchTable, AchWeight } from "#contract/ach";
import { leadWords, lettersOf } from "#contract/ach-words";
import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

export type RowOrder = "list" | "diagnostic" | "sensitive" | "weight";
export type ColumnOrder = "list" | "score";

export type HypothesisFacts = AchHypothesis & {
  readonly claim: Claim;
  /** Its name in the table, by the analyst's order, however the columns are sorted. */
  readonly letter: string;
  /** By the plain score, not level with all others. */
  readonly leads: boolean;
};

export type RowFacts = Omit<AchRow, "ratings"> & {
  readonly claim: Claim;
  /** By hypothesis; those that are left out are blank. */
  readonly ratings: ReadonlyMap<ClaimId, AchRating>;
  /** What would be so without the row: "B leads". */
  readonly without: string;
  readonly changesLeader: boolean;
};

export type LineFacts = {
  readonly name: string;
  readonly rowCount: number;
  readonly without: string;
  readonly changesLeader: boolean;
};

/** The table as it is shown: rows and columns in their order, with everything in words. */
export type AchFacts = {
  readonly hypotheses: readonly HypothesisFacts[];
  readonly rows: readonly RowFacts[];
  readonly lines: readonly LineFacts[];
  /** "B leads"; null as long as nothing is rated. */
  readonly lead: string | null;
  readonly ratedCount: number;
};

export function achFacts(
  table: AchTable,
  claims: readonly Claim[],
  order: { readonly rows: RowOrder; readonly columns: ColumnOrder },
): AchFacts {
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
  const letters = lettersOf(table);
  const leading = table.leaders.inconsistency;
  const hypotheses = table.hypotheses.flatMap((one) => {
    const claim = claimOf.get(one.claimId);
    const leads = leading.length < letters.size && leading.includes(one.claimId);
    return claim === undefined
      ? []
      : [{ ...one, claim, letter: letters.get(one.claimId) ?? "", leads }];
  });
  const rows = table.rows.flatMap((row, index) => {
    const claim = claimOf.get(row.claimId);
    const without = table.withoutRow[index];
    return claim === undefined || without === undefined
      ? []
      : [
          {
            ...row,
            claim,
            ratings: new Map(
              table.hypotheses.flatMap(({ claimId }, place) => {
                const rating = row.ratings[place] ?? null;
                return rating === null ? [] : [[claimId, rating] as const];
              }),
            ),
            without: leadWords(without.leaders, letters),
            changesLeader: without.changesLeader,
          },
        ];
  });
  const ratedCount = rows.reduce((sum, row) => sum + row.ratings.size, 0);
  return {
    hypotheses: orderHypotheses(hypotheses, order.columns),
    rows: orderRows(rows, order.rows),
    lines: table.withoutLine.map(({ name, rowClaimIds, leaders, changesLeader }) => ({
      name,
      rowCount: rowClaimIds.length,
      without: leadWords(leaders, letters),
      changesLeader,
    })),
    lead: ratedCount === 0 ? null : leadWords(table.leaders, letters),
    ratedCount,
  };
}

/** Least disproved first; where that is level, by the weighted score. */
function orderHypotheses(
  hypotheses: readonly HypothesisFacts[],
  order: ColumnOrder,
): readonly HypothesisFacts[] {
  return order === "list"
    ? hypotheses
    : hypotheses.toSorted(
        (a, b) =>
          a.inconsistency - b.inconsistency || b.weightedInconsistency - a.weightedInconsistency,
      );
}

function orderRows(rows: readonly RowFacts[], order: RowOrder): readonly RowFacts[] {
  switch (order) {
    case "list":
      return rows;
    case "diagnostic":
      return rows.toSorted((a, b) => b.diagnosticity - a.diagnosticity);
    case "sensitive":
      return rows.toSorted(
        (a, b) =>
          Number(b.changesLeader) - Number(a.changesLeader) || b.diagnosticity - a.diagnosticity,
      );
    case "weight":
      return rows.toSorted((a, b) => rankOf(b) - rankOf(a));
  }
}

/** Orders as the product of both weights does: their steps are equal factors. */
function rankOf({ credibility, relevance }: RowFacts): number {
  return weightRank[credibility] + weightRank[relevance];
}

const weightRank: Record<AchWeight, number> = { low: 0, medium: 1, high: 2 };
