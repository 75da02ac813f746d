import type { TextSpan } from "#contract/article";
import type { ArticleId } from "#contract/ids";

import { beginsQuoted, quotationsOf } from "./quotations.ts";
import { wordsOf } from "./words.ts";

/** A quotation as a stretch of an article's words; `to` is not included. */
export type QuotedWords = {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  /** Which of the article's blocks it stands in. */
  readonly block: number;
};

/** An article cut into words for comparing, with the way back to its canonical text. */
export type ArticleWords = {
  readonly articleId: ArticleId;
  readonly text: string;
  /** Per word, its number in the vocabulary; a break (see `breakId`) where text is left out. */
  readonly ids: Int32Array;
  /** Per word, where it stands in the text: UTF-16 code units, the end not included. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Per word, 1 inside quotation marks and 0 in narration. */
  readonly quoted: Uint8Array;
  /** Without breaks. */
  readonly wordCount: number;
  readonly quotedCount: number;
  readonly quotations: readonly QuotedWords[];
};

export type ReadableBlock = TextSpan & { readonly boilerplate: boolean };

/** Stands where boilerplate was left out. Equal to no word, so that no run of words crosses it. */
export const breakId = -1;

/** Numbers for words, the same for equal words; one vocabulary for all articles that are compared. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();

  idOf(folded: string): number {
    const known = this.numbers.get(folded);
    if (known !== undefined) {
      return known;
    }
    const id = this.numbers.size;
    this.numbers.set(folded, id);
    return id;
  }
}

/** Words and quotations of an article's blocks; boilerplate is left out. Linear. */
export function readArticleWords(
  articleId: ArticleId,
  text: string,
  blocks: readonly ReadableBlock[],
  vocabulary: Vocabulary,
): ArticleWords {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const quotations: QuotedWords[] = [];
  let breaks = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.boilerplate) {
      if (ids.length > 0 && ids.at(-1) !== breakId) {
        ids.push(breakId);
        starts.push(block.start);
        ends.push(block.start);
        breaks += 1;
      }
      continue;
    }
    const from = ids.length;
    for (const { start, end, folded } of wordsOf(text, block.start, block.end)) {
      ids.push(vocabulary.idOf(folded));
      starts.push(start);
      ends.push(end);
    }
    const next = blocks[index + 1];
    const goesOn = next !== undefined && beginsQuoted(text, next);
    for (const { start, end, depth } of quotationsOf(text, block, goesOn)) {
      const first = lowerBound(starts, start, from);
      const last = lowerBound(starts, end, first);
      if (last > first) {
        quotations.push({ from: first, to: last, depth, block: index });
      }
    }
  }
  const quoted = new Uint8Array(ids.length);
  for (const { from, to } of quotations) {
    quoted.fill(1, from, to);
  }
  return {
    articleId,
    text,
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    quoted,
    wordCount: ids.length - breaks,
    quotedCount: quoted.reduce((sum, flag) => sum + flag, 0),
    quotations,
  };
}

/** The text from the first to the last of these words. */
export function spanOfWords(article: ArticleWords, from: number, to: number): TextSpan {
  return { start: article.starts[from] ?? 0, end: article.ends[to - 1] ?? 0 };
}

/** The first place at or after `from` whose value is not below `value`; the values ascend. */
function lowerBound(values: readonly number[], value: number, from: number): number {
  let low = from;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
