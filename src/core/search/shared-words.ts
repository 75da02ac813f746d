import type { TextSpan } from "#contract/article";
import type { ArticleId } from "#contract/ids";
import type { SharedWords } from "#contract/search";

import { readArticleWords, spanOfWords, Vocabulary } from "../wording/article-words.ts";
import type { ArticleWords, ReadableBlock } from "../wording/article-words.ts";
import { findSharedQuotations } from "../wording/shared-quotations.ts";
import { commonRuns } from "../wording/shared-runs.ts";
import type { AskedPassage } from "./asked-passage.ts";

/** One quoted word in common is chance more often than not. */
const minQuotedWords = 2;

/** Blocks of an article that may share words with a passage. */
export type Place = {
  readonly text: string;
  readonly blocks: readonly ReadableBlock[];
};

/** Finds words that stand in the same order in a passage and elsewhere, as core/wording defines them. */
export class SharedWordsFinder {
  private readonly vocabulary = new Vocabulary();
  private readonly asked: AskedPassage;
  private readonly source: ArticleWords;

  constructor(asked: AskedPassage) {
    this.asked = asked;
    const { text, blocks } = asked;
    this.source = readArticleWords(sourceId, text, blocks, this.vocabulary);
  }

  /**
   * The longest quotation or run of words that both the passage and the place have; a quotation goes before
   * a run of the same length. Null when there is none.
   * @param within only what touches this span of the place's text
   */
  longest({ text, blocks }: Place, within: TextSpan | null): SharedWords | null {
    const other = readArticleWords(otherId, text, blocks, this.vocabulary);
    let best: SharedWords | null = null;
    const offer = (found: SharedWords) => {
      const isInPlace = within === null || touches(found, within);
      if (isInPlace && found.words > (best?.words ?? 0)) {
        best = found;
      }
    };
    for (const { places, words } of findSharedQuotations([this.source, other])) {
      const isAsked = places.some(
        ({ articleId, spans }) =>
          articleId === sourceId && spans.some((span) => touches(span, this.asked)),
      );
      for (const { articleId, spans } of isAsked && words >= minQuotedWords ? places : []) {
        const [first] = spans;
        const last = spans.at(-1);
        if (articleId === otherId && first !== undefined && last !== undefined) {
          offer({ kind: "quotation", words, start: first.start, end: last.end });
        }
      }
    }
    for (const { at, there, length } of commonRuns(this.source, other)) {
      if (touches(spanOfWords(this.source, at, at + length), this.asked)) {
        offer({ kind: "run", words: length, ...spanOfWords(other, there, there + length) });
      }
    }
    return best;
  }
}

// The two texts of a comparison; their articles play no part in it.
const sourceId = "source" as ArticleId;
const otherId = "other" as ArticleId;

function touches(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}
