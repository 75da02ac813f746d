import type { AchLeaders, AchTable } from "./ach.ts";
import type { ClaimId } from "./ids.ts";

/** A, B … Z, AA, AB …: the name of the hypothesis with that index, from 0. */
export function letterOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** The name of each hypothesis of the table, by the analyst's order. */
export function lettersOf({ hypotheses }: Pick<AchTable, "hypotheses">): Map<ClaimId, string> {
  return new Map(hypotheses.map(({ claimId }, index) => [claimId, letterOf(index)]));
}

/** "B leads"; where weighing the evidence says otherwise, "B leads; by weight, C leads". */
export function leadWords(leaders: AchLeaders, letters: ReadonlyMap<ClaimId, string>): string {
  const plain = whoLeads(leaders.inconsistency, letters);
  const weighted = whoLeads(leaders.weightedInconsistency, letters);
  return plain === weighted ? plain : `${plain}; by weight, ${weighted}`;
}

function whoLeads(ids: readonly ClaimId[], letters: ReadonlyMap<ClaimId, string>): string {
  const names = ids.map((id) => letters.get(id) ?? "?");
  const [first, ...others] = names;
  const last = others.pop();
  if (first === undefined) {
    return "none leads";
  }
  if (last === undefined) {
    return `${first} leads`;
  }
  return names.length === letters.size
    ? "none leads, all are level"
    : `${[first, ...others].join(", ")} and ${last} are level`;
}

/** A score as it is shown: whole numbers as they are, sums of roots with two places, a true minus. */
export function scoreWords(score: number): string {
  const size = Math.abs(score);
  const whole = Math.round(size);
  // √2 × √2 is not quite 2 to the machine.
  const shown = Math.abs(size - whole) < 1e-9 ? String(whole) : size.toFixed(2);
  return score < 0 && shown !== "0" ? `−${shown}` : shown;
}

/**
 * What leads, and what it rests on, in sentences: which row or independent line of evidence it takes away to let
 * another lead. Rows are named by their place in the table, from 1. Empty while nothing is rated.
 */
export function conclusionOfAch(table: AchTable): readonly string[] {
  if (!table.hypotheses.some(({ ratedCount }) => ratedCount > 0)) {
    return [];
  }
  const letters = lettersOf(table);
  const tellingRows = table.withoutRow.flatMap(({ leaders, changesLeader }, index) =>
    changesLeader ? [`Without row ${index + 1}, ${leadWords(leaders, letters)}.`] : [],
  );
  const lines = table.withoutLine.map(({ name, rowClaimIds, leaders, changesLeader }) => {
    const rows = rowClaimIds.length === 1 ? "1 row" : `${rowClaimIds.length} rows`;
    const then = changesLeader ? leadWords(leaders, letters) : "nothing changes";
    return `Without ${name} (${rows} on it alone), ${then}.`;
  });
  return [
    `${leadWords(table.leaders, letters).replace(/^n/u, "N")}.`,
    ...(tellingRows.length === 0 ? ["Whichever row is left out, the same leads."] : tellingRows),
    ...(lines.length === 0 ? ["No row rests on one line of evidence alone."] : lines),
  ];
}
