import type { Article } from "#contract/article";
import type { ArticleId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";
import type { CheckedQuote, ReadQuote } from "#contract/verification";

import { listArticles, textOfArticle } from "../articles/article-store.ts";
import type { ReadContext } from "../core-context.ts";
import { closersOf, picturesIn } from "./plain-text.ts";
import { readBriefingQuotes } from "./read-briefing-quotes.ts";

/**
 * Reads an exported briefing and says of each of its quotes whether it still stands, verbatim, in the
 * frozen articles of the project. An article is known by the hash of its bytes, whatever its title.
 * @throws Failure unsupported-format when the file is nested too deeply to be read
 */
export function verifyBriefing(
  context: ReadContext,
  { kind, text }: ParsedInputOf<"briefing.verify">,
): OutputOf<"briefing.verify"> {
  return checkQuotes(context, { quotes: readBriefingQuotes(kind, text) });
}

/** Says of each quote whether it still stands, verbatim, in the frozen articles of the project. */
export function checkQuotes(
  context: ReadContext,
  { quotes }: ParsedInputOf<"briefing.check-quotes">,
): OutputOf<"briefing.check-quotes"> {
  const articles = listArticles(context);
  const texts = new Map<ArticleId, string>();
  const textOf = ({ id }: Article): string => {
    // As the formats show it: quotes were written with these pictures.
    const known = texts.get(id) ?? picturesIn(textOfArticle(context.db, id));
    texts.set(id, known);
    return known;
  };
  return { quotes: quotes.map((quote) => check(quote, articles, textOf)) };
}

function check(
  { footnote, words, isPlain, place }: ReadQuote,
  articles: readonly Article[],
  textOf: (article: Article) => string,
): CheckedQuote {
  const nowhere = { foundAt: null, articleId: null, otherTitle: null };
  const read = { footnote, words };
  if (place === null) {
    return { ...read, source: "", place: null, verdict: "no place", ...nowhere };
  }
  const { source, start, end } = place;
  const cited = { ...read, source, place: { start, end } };
  // Twice the same file is two articles with one text: either will do.
  const article = articles.find(({ bytesSha256 }) => bytesSha256.startsWith(place.hash));
  if (article === undefined) {
    return { ...cited, verdict: "no such article", ...nowhere };
  }
  const found = isPlain && words !== "" ? nearestPlace(textOf(article), words, place) : null;
  const standsThere = found === start && found + words.length === end;
  return {
    ...cited,
    verdict: found === null ? "does not stand" : standsThere ? "stands" : "stands elsewhere",
    foundAt: found === null ? null : { start: found, end: found + words.length },
    articleId: article.id,
    otherTitle: isCalled(source, article.title) ? null : article.title,
  };
}

/** Where the text has the words, nearest to where they should begin; null when nowhere. */
function nearestPlace(
  text: string,
  words: string,
  { start }: { readonly start: number },
): number | null {
  const before = text.lastIndexOf(words, start);
  const after = text.indexOf(words, start);
  if (before === -1 || after === -1) {
    return before === after ? null : Math.max(before, after);
  }
  return start - before <= after - start ? before : after;
}

/** Whether what a footnote says of its source begins with this title. */
function isCalled(source: string, title: string): boolean {
  const shown = picturesIn(title);
  const called = shown + closersOf(shown);
  return (
    source === called ||
    source.startsWith(`${called}, `) ||
    source.startsWith(`${called} (proposed title)`)
  );
}
