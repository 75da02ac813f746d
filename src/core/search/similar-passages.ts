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
import type { PassageIndex } from "./passage-index.ts";
import { StemQuery } from "./rank-sentences.ts";
import type { ScoredSentence } from "./rank-sentences.ts";
import { articlesWithTexts, readBlocksAround, readCanonicalText } from "./search-store.ts";
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
    const candidates = query.candidates((ids) => texts.foundElsewhere(ids));
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
    { readonly sha256: string; readonly articles: readonly FoundArticle[] }
  >();

  constructor(db: ReadContext["db"], index: PassageIndex, asked: AskedPassage) {
    this.db = db;
    this.index = index;
    this.asked = asked;
  }

  /** Those of the sentences that stand in an article other than that of the passage that was asked for. */
  foundElsewhere(sentenceIds: readonly number[]): number[] {
    this.read([...new Set(sentenceIds.map(textIdOf))].filter((id) => !this.known.has(id)));
    return sentenceIds.filter((id) => this.articlesOf(textIdOf(id)).length > 0);
  }

  /** Without the article of the passage that was asked for; none for a text that was not looked for. */
  articlesOf(textId: number): readonly FoundArticle[] {
    return this.known.get(textId)?.articles ?? [];
  }

  sha256Of(textId: number): string {
    return this.known.get(textId)?.sha256 ?? "";
  }

  private read(textIds: readonly number[]): void {
    const texts = this.index.textsOfIds(textIds);
    const articles = articlesWithTexts(
      this.db,
      texts.map(({ sha256 }) => sha256),
    );
    for (const { id, sha256, language } of texts) {
      const others = (articles.get(sha256) ?? []).filter(
        (article) => article.language === language && article.id !== this.asked.articleId,
      );
      this.known.set(id, { sha256, articles: others });
    }
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
