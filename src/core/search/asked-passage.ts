import type { TextSpan } from "#contract/article";
import { Failure } from "#contract/failure";
import type { ArticleId } from "#contract/ids";
import type { PassageSpan } from "#contract/search";

import { requireArticle, sentencesOfBlock, textOfArticle } from "../articles/article-store.ts";
import { readBlocks } from "../articles/content-store.ts";
import type { RecognisedBlock } from "../articles/recognise-blocks.ts";
import { stemsOf } from "../claims/word-similarity.ts";
import type { ReadableDb } from "../store/db.ts";

/** A passage that others are compared with. */
export type AskedPassage = TextSpan & {
  /** Null: what was typed rather than read. */
  readonly articleId: ArticleId | null;
  /** The text that the span is of, and the blocks of it that the span touches. */
  readonly text: string;
  readonly blocks: readonly RecognisedBlock[];
  /** Stems of the passage as a whole and, when it has several sentences, of each. */
  readonly wordings: readonly ReadonlySet<string>[];
};

/** More sentences than this are compared as a whole only. */
const maxSentences = 20;

/**
 * @throws Failure not-found when there is no such article, invalid-request when the span is not within its
 * text
 */
export function passageOfArticle(db: ReadableDb, asked: PassageSpan): AskedPassage {
  const { articleId, start, end } = asked;
  const article = requireArticle(db, articleId);
  const text = textOfArticle(db, articleId);
  if (start >= end || end > text.length) {
    throw new Failure("invalid-request", "The passage does not lie within its article.", {
      path: ["end"],
    });
  }
  const blocks = readBlocks(db, article.text_sha256).filter(
    (block) => block.start < end && start < block.end,
  );
  const sentences = blocks
    .flatMap((block) => sentencesOfBlock(text, block, article.language))
    .map((sentence) => ({
      start: Math.max(sentence.start, start),
      end: Math.min(sentence.end, end),
    }))
    .filter((sentence) => sentence.start < sentence.end);
  return { articleId, start, end, text, blocks, wordings: wordingsOf(text, asked, sentences) };
}

export function passageOfText(text: string): AskedPassage {
  const whole = { start: 0, end: text.length };
  const block: RecognisedBlock = {
    ...whole,
    kind: "paragraph",
    level: 0,
    boilerplate: false,
    datelineEnd: null,
  };
  const wordings = wordingsOf(text, whole, sentencesOfBlock(text, block, null));
  return { articleId: null, ...whole, text, blocks: [block], wordings };
}

function wordingsOf(
  text: string,
  whole: TextSpan,
  sentences: readonly TextSpan[],
): ReadonlySet<string>[] {
  const parts = sentences.length > 1 && sentences.length <= maxSentences ? sentences : [];
  return [whole, ...parts]
    .map(({ start, end }) => stemsOf(text.slice(start, end)))
    .filter((stems) => stems.size > 0);
}
