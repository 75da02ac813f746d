/** A word of a text: where it stands, and what it is compared by. */
export type Word = {
  /** UTF-16 code units of the text; the end is not included. */
  readonly start: number;
  readonly end: number;
  /** Lower case, straight apostrophes, without invisible joiners. For comparing only. */
  readonly folded: string;
};

/**
 * Letters, marks and digits. An apostrophe, a soft hyphen or a zero-width joiner between them is part of
 * the word; dashes and full stops part words ("post-ceasefire" is two, "U.S." is two).
 */
const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ\u00AD\u200B-\u200D\u2060]+[\p{L}\p{M}\p{N}]+)*/gu;

/** Scripts that are written without spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
// A fixed locale, so that the words are the same on every machine; dictionaries go by script.
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** The words of a stretch of text, in order, in any script. Linear. */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  const stretch = start === 0 && end === text.length ? text : text.slice(start, end);
  const words: Word[] = [];
  for (const match of stretch.matchAll(word)) {
    const [run] = match;
    const at = start + match.index;
    if (!unspaced.test(run)) {
      words.push({ start: at, end: at + run.length, folded: foldWord(run) });
      continue;
    }
    for (const { segment, index, isWordLike } of segmenter.segment(run)) {
      if (isWordLike === true) {
        const from = at + index;
        words.push({ start: from, end: from + segment.length, folded: foldWord(segment) });
      }
    }
  }
  return words;
}

function foldWord(run: string): string {
  const lower = run.toLowerCase();
  return /['’ʼ\u00AD\u200B-\u2060]/u.test(lower)
    ? lower.replace(/[’ʼ]/gu, "'").replace(/[\u00AD\u200B-\u200D\u2060]/gu, "")
    : lower;
}
