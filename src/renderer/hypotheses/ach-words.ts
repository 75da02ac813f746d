import type { AchRating, AchWeight } from "#contract/ach";

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
