import type { AchLeaders, AchRating, AchWeight } from "#contract/ach";
import type { ClaimId } from "#contract/ids";

/** Marks from most to least consistent, with the key that sets each in the table. */
export const ratings: readonly {
  readonly rating: AchRating | null;
  readonly word: string;
  readonly keys: string;
}[] = [
  { rating: "CC", word: "Very consistent", keys: "Shift+C" },
  { rating: "C", word: "Consistent", keys: "c" },
  { rating: "N", word: "Neutral", keys: "n" },
  { rating: "I", word: "Inconsistent", keys: "i" },
  { rating: "II", word: "Very inconsistent", keys: "Shift+I" },
  { rating: "NA", word: "Not applicable", keys: "a" },
  { rating: null, word: "Not rated", keys: "Delete" },
];

export function ratingWord(rating: AchRating | null): string {
  return ratings.find((one) => one.rating === rating)?.word ?? "";
}

/** What a key rates a cell as; undefined for keys that rate nothing. */
export function ratingOfKey(key: string): AchRating | null | undefined {
  switch (key) {
    case "C":
      return "CC";
    case "c":
      return "C";
    case "n":
      return "N";
    case "i":
      return "I";
    case "I":
      return "II";
    case "a":
      return "NA";
    case "Delete":
    case "Backspace":
      return null;
    default:
      return undefined;
  }
}

export const weights: readonly {
  readonly weight: AchWeight;
  readonly word: string;
  readonly keys: string;
}[] = [
  { weight: "low", word: "Low", keys: "l" },
  { weight: "medium", word: "Medium", keys: "m" },
  { weight: "high", word: "High", keys: "h" },
];

export function weightOfKey(key: string): AchWeight | undefined {
  return weights.find(({ keys }) => keys === key)?.weight;
}

/** A, B … Z, AA, AB …: the name of the hypothesis with that index, from 0. */
export function letterOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
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
