import type { TextSpan } from "#contract/article";
import type { OutputOf, ParsedInputOf } from "#contract/requests";
import type { FoundSentence } from "#contract/search";

import { stemOfWord } from "../claims/stem-of-word.ts";
import type { ReadContext } from "../core-context.ts";
import { wordsOf } from "../wording/words.ts";
import type { Word } from "../wording/words.ts";
import { parseWords } from "./parse-words.ts";
import type { WantedWords } from "./parse-words.ts";
import { textIdOf } from "./passage-index.ts";
import type { PassageIndex } from "./passage-index.ts";
import { articlesWithText, readCanonicalText } from "./search-store.ts";

/** More sentences are not looked at, so that common words take no longer than rare ones. */
const maxCandidates = 20_000;
/** More hits than this are not read in a list. */
const maxHits = 500;

/** The sentences of all articles that have all of the words, in any form, and the phrases word for word. */
export function findWords(
  { db, search }: ReadContext,
  { text: typed }: ParsedInputOf<"search.find">,
): OutputOf<"search.find"> {
  const wanted = parseWords(typed);
  return search.read((index) => {
    const candidates = candidatesFor(index, wanted);
    const found = new Map<number, OutputOf<"search.find">["articles"]>();
    let hits = 0;
    let looked = 0;
    let text = { id: -1, words: "" };
    for (const id of candidates) {
      if (hits >= maxHits) {
        break;
      }
      looked += 1;
      const textId = textIdOf(id);
      const indexed = index.textOfId(textId);
      const sentence = index.sentence(id);
      if (indexed === undefined || sentence === undefined) {
        continue;
      }
      const articles =
        found.get(textId) ??
        articlesWithText(db, indexed).map(({ id: articleId, title, outlet, reliability }) => ({
          articleId,
          articleTitle: title,
          outlet,
          reliability,
          hits: new Array<FoundSentence>(),
        }));
      found.set(textId, articles);
      if (articles.length === 0) {
        continue; // in the trash
      }
      if (text.id !== textId) {
        text = { id: textId, words: readCanonicalText(db, indexed.sha256) };
      }
      const { start, end } = sentence;
      const marked = wordsWanted(wordsOf(text.words, start, end), wanted);
      if (marked !== null) {
        const exact = text.words.slice(start, end);
        for (const article of articles) {
          article.hits.push({ start, end, exact, words: marked });
          hits += 1;
        }
      }
    }
    return {
      articles: [...found.values()]
        .flat()
        .filter((article) => article.hits.length > 0)
        .toSorted((a, b) => b.hits.length - a.hits.length),
      isCut: looked < candidates.length || candidates.length === maxCandidates,
    };
  });
}

/** Sentences that have the stems of all words. */
function candidatesFor(index: PassageIndex, { words, phrases }: WantedWords): number[] {
  const stems = new Set([...words, ...phrases.flat()].map(stemOfWord));
  const known = [...stems].map((stem) => index.stem(stem));
  return known.length === 0 || known.includes(undefined)
    ? []
    : index.sentenceIdsWithAll(
        known.flatMap((stem) => stem?.id ?? []),
        maxCandidates,
      );
}

/** Where the wanted words and phrases stand; null when a phrase does not. */
function wordsWanted(words: readonly Word[], wanted: WantedWords): TextSpan[] | null {
  const stems = new Set(wanted.words.map(stemOfWord));
  const marked = words
    .filter(({ folded }) => stems.has(stemOfWord(folded)))
    .map(({ start, end }) => ({ start, end }));
  for (const phrase of wanted.phrases) {
    const places = words.flatMap((first, at) => {
      const last = words[at + phrase.length - 1];
      const isHere =
        last !== undefined && phrase.every((word, step) => words[at + step]?.folded === word);
      return isHere ? [{ start: first.start, end: last.end }] : [];
    });
    if (places.length === 0) {
      return null;
    }
    marked.push(...places);
  }
  return marked.toSorted((a, b) => a.start - b.start);
}
