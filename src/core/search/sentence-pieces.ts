import type { TextSpan } from "#contract/article";

import { wordsOf } from "../wording/words.ts";

/**
 * Longer stretches are cut: transcripts and badly scanned text may be without full stops, and what is
 * compared and jumped to should be about as long as a sentence. The longest sentence of the sample articles
 * has 67 words.
 */
const maxWords = 100;

/** The sentence, or its pieces of at most 100 words, cut between words. */
export function piecesOf(text: string, sentence: TextSpan): TextSpan[] {
  // No word is shorter than one code unit, and most of the sentences are shorter than this.
  if (sentence.end - sentence.start <= maxWords) {
    return [sentence];
  }
  const words = wordsOf(text, sentence.start, sentence.end);
  if (words.length <= maxWords) {
    return [sentence];
  }
  const pieces: TextSpan[] = [];
  for (let from = 0; from < words.length; from += maxWords) {
    const start = from === 0 ? sentence.start : words[from]?.start;
    const next = words[from + maxWords];
    const end = next === undefined ? sentence.end : words[from + maxWords - 1]?.end;
    if (start !== undefined && end !== undefined) {
      pieces.push({ start, end });
    }
  }
  return pieces;
}
