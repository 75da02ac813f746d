import type { TextSpan } from "#contract/article";
import type { OutputOf, ParsedInputOf } from "#contract/requests";
import type { SearchStatus, SimilarPassage } from "#contract/search";

import { stemOfWord } from "../claims/stem-of-word.ts";
import { stemsOf } from "../claims/word-similarity.ts";
import type { ReadContext } from "../core-context.ts";
import { wordsOf } from "../wording/words.ts";
import { passageOfArticle, passageOfText } from "./asked-passage.ts";
import type { AskedPassage } from "./asked-passage.ts";
import { textIdOf } from "./passage-index.ts";
import type { IndexedText, PassageIndex } from "./passage-index.ts";
import { StemQuery } from "./rank-sentences.ts";
import type { ScoredSentence } from "./rank-sentences.ts";
import { articlesWithText, readBlocksAround, readCanonicalText } from "./search-store.ts";
import type { FoundArticle } from "./search-store.ts";
import { IndexMismatch } from "./search.ts";
import { SharedWordsFinder } from "./shared-words.ts";

/**
 * Less is chance: of the sentences of the sample articles, two that say different things reach 0.1 where
 * they name the same people.
 */
const minScore = 0.1;

/** How far the articles were read. */
export function readSearchStatus({ search }: ReadContext): SearchStatus {
  return search.status();
}

/** The sentences of all other articles that are most like a passage or a text, best first. */
export function similarPassages(
  { db, search }: ReadContext,
  input: ParsedInputOf<"passage.similar">,
): OutputOf<"passage.similar"> {
  const asked = "text" in input ? passageOfText(input.text) : passageOfArticle(db, input);
  return search.read((index) => {
    const texts = new TextsOfIndex(db, index, asked);
    const query = new StemQuery(index, asked.wordings);
    const candidates = query.candidates((id) => texts.articlesOf(textIdOf(id)).length > 0);
    const words = new SharedWordsFinder(asked);
    return query
      .ranked(candidates)
      .filter(({ score }) => score >= minScore)
      .flatMap((sentence) =>
        texts.articlesOf(textIdOf(sentence.id)).map((article) => ({ sentence, article })),
      )
      .slice(0, input.limit)
      .map(({ sentence, article }) => describe(texts, query, words, sentence, article));
  });
}

/** Texts of the index and the articles that have them, each read once for a question. */
class TextsOfIndex {
  readonly db: ReadContext["db"];
  private readonly index: PassageIndex;
  private readonly asked: AskedPassage;
  private readonly known = new Map<
    number,
    { text: IndexedText | undefined; articles: readonly FoundArticle[] }
  >();

  constructor(db: ReadContext["db"], index: PassageIndex, asked: AskedPassage) {
    this.db = db;
    this.index = index;
    this.asked = asked;
  }

  /** Without the article of the passage that was asked for. */
  articlesOf(textId: number): readonly FoundArticle[] {
    return this.read(textId).articles;
  }

  sha256Of(textId: number): string {
    return this.read(textId).text?.sha256 ?? "";
  }

  private read(textId: number) {
    const before = this.known.get(textId);
    if (before !== undefined) {
      return before;
    }
    const text = this.index.textOfId(textId);
    const articles = text === undefined ? [] : articlesWithText(this.db, text);
    const others = articles.filter(({ id }) => id !== this.asked.articleId);
    const read = { text, articles: others };
    this.known.set(textId, read);
    return read;
  }
}

function describe(
  texts: TextsOfIndex,
  query: StemQuery,
  words: SharedWordsFinder,
  sentence: ScoredSentence,
  article: FoundArticle,
): SimilarPassage {
  const { start, end, score } = sentence;
  const sha256 = texts.sha256Of(textIdOf(sentence.id));
  const text = readCanonicalText(texts.db, sha256);
  const exact = text.slice(start, end);
  if (stemsOf(exact).size !== sentence.stemIds.length) {
    throw new IndexMismatch("a sentence of the index is not in its article");
  }
  const blocks = readBlocksAround(texts.db, sha256, sentence);
  return {
    articleId: article.id,
    articleTitle: article.title,
    outlet: article.outlet,
    reliability: article.reliability,
    start,
    end,
    exact,
    score,
    commonWords: commonWordsOf(text, sentence, query.tellingStems),
    sharedWords: words.longest({ text, blocks }, sentence),
  };
}

function commonWordsOf(
  text: string,
  { start, end }: TextSpan,
  stems: ReadonlySet<string>,
): TextSpan[] {
  return wordsOf(text, start, end)
    .filter(({ folded }) => stems.has(stemOfWord(folded)))
    .map((word) => ({ start: word.start, end: word.end }));
}
