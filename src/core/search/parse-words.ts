import { wordsOf } from "../wording/words.ts";

/** What was typed to search for: words in any form, and phrases word for word. */
export type WantedWords = {
  /** Folded, each once; those of phrases are not among them. */
  readonly words: readonly string[];
  /** Folded words in order. */
  readonly phrases: readonly (readonly string[])[];
};

const quoted = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu;

/** What stands in quotation marks is a phrase, also one whose closing mark is still to be typed. */
export function parseWords(typed: string): WantedWords {
  const phrases: string[][] = [];
  const rest = typed.replace(quoted, (_, phrase: string) => {
    const folded = wordsOf(phrase).map((word) => word.folded);
    if (folded.length > 0) {
      phrases.push(folded);
    }
    return " ";
  });
  return { words: [...new Set(wordsOf(rest).map((word) => word.folded))], phrases };
}
