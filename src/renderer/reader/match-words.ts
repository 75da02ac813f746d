import type { PassageMatch } from "#contract/search";

import { stanceWords } from "../claims/stance-words.ts";

/** Why two passages answer to one another, in a few words, and how alike their wording is. */
export function wordsOfMatch({ reason, score }: Pick<PassageMatch, "reason" | "score">): {
  readonly short: string;
  readonly long: string;
} {
  const alike = `${Math.round(score * 100)} % alike`;
  switch (reason.kind) {
    case "claim":
      return {
        short: `Same claim, ${stanceWords[reason.stance].word.toLowerCase()}: ${reason.statement}`,
        long: `Evidence of the same claim: “${reason.statement}”. Wording ${alike}.`,
      };
    case "quotation":
      return {
        short: `Same quotation, ${reason.words} words`,
        long: `Both have the same ${reason.words} quoted words. Sentences ${alike}.`,
      };
    case "run":
      return {
        short: `${reason.words} words in a row`,
        long: `Both have the same ${reason.words} words in a row. Sentences ${alike}.`,
      };
    case "similar":
      return {
        short: "Similar sentence",
        long: `The most similar sentence of this article, ${alike}.`,
      };
  }
}
