import { wordsOf } from "../wording/words.ts";
import { stemOfWord } from "./stem-of-word.ts";

/** The stems of a text, each once. */
export function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text).map((word) => stemOfWord(word.folded)));
}

/**
 * How telling a stem is: ln(1 + texts / texts that have it). A stem that no text has weighs as much as one
 * that a single text has.
 */
export function weightsOf(texts: readonly ReadonlySet<string>[]): (stem: string) => number {
  const frequency = new Map<string, number>();
  for (const stems of texts) {
    for (const stem of stems) {
      frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
    }
  }
  const count = Math.max(texts.length, 1);
  return (stem) => Math.log(1 + count / (frequency.get(stem) ?? 1));
}

/**
 * Weighted Jaccard: the weight of the common stems as a share of the weight of all, from 0 to 1. Of the
 * cheap measures it told paraphrase from chance best. It cannot tell a statement from its negation.
 */
export function similarity(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weightOf: (stem: string) => number,
): number {
  let common = 0;
  let all = 0;
  for (const stem of a) {
    const weight = weightOf(stem);
    all += weight;
    if (b.has(stem)) {
      common += weight;
    }
  }
  for (const stem of b) {
    if (!a.has(stem)) {
      all += weightOf(stem);
    }
  }
  return all === 0 ? 0 : common / all;
}
