import type { ArticleId } from "#contract/ids";

import { readArticleWords, Vocabulary } from "../article-words.ts";
import type { ArticleWords } from "../article-words.ts";

/** Articles of one block a line; lines that begin with "#" are boilerplate. Their ids are their places. */
export function wordsOfTexts(texts: readonly string[]): ArticleWords[] {
  const vocabulary = new Vocabulary();
  return texts.map((text, index) => {
    let start = 0;
    const blocks = text.split("\n").map((line) => {
      const block = { start, end: start + line.length, boilerplate: line.startsWith("#") };
      start = block.end + 1;
      return block;
    });
    return readArticleWords(String(index) as ArticleId, text, blocks, vocabulary);
  });
}
