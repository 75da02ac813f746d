import type { Finding, QuoteCitation } from "#contract/briefing";
import type { ArticleId } from "#contract/ids";

import type { CheckFacts } from "./check-facts.ts";
import { placeOf } from "./passages-of-text.ts";
import type { Passage, Segment } from "./passages-of-text.ts";

const shownChars = 60;

/** A quote that is gone, or is not what the article says at its place. Nothing else keeps a briefing in. */
export function unverifiedQuotes(passages: readonly Passage[], facts: CheckFacts): Finding[] {
  return passages.flatMap((passage) =>
    passage.segments.flatMap((segment): Finding[] => {
      const { citation } = segment;
      if (citation?.kind !== "quote") {
        return [];
      }
      const quote = facts.quotes.get(citation.highlightId);
      if (quote?.verified === true) {
        return [];
      }
      return [
        {
          rule: "unverified quote",
          message:
            quote === undefined
              ? `The highlight of “${shortened(citation.words)}” was removed, so nothing supports this quote.`
              : `“${shortened(quote.exact)}” is not what “${quote.articleTitle}” says there.`,
          place: placeOf(passage, segment.start, segment.end),
          claimId: null,
          fix: fixOfQuote(citation, facts),
        },
      ];
    }),
  );
}

/** Where the article, or else another one, says these words. */
function fixOfQuote(citation: QuoteCitation, facts: CheckFacts): Finding["fix"] {
  if (canBeHighlighted(citation, facts)) {
    const { articleId, start, end } = citation;
    return { kind: "highlight again", articleId, start, end };
  }
  const elsewhere = findVerbatim(citation.words, facts);
  return elsewhere === null ? null : { kind: "highlight again", ...elsewhere };
}

/** Whether the article is there and still says this where it was cited. */
function canBeHighlighted(
  { articleId, start, end, words }: QuoteCitation,
  { articles, frozenText }: CheckFacts,
): boolean {
  return articles.has(articleId) && frozenText(articleId)?.slice(start, end) === words;
}

/** In quotation marks fewer words than these are a name or a distance kept, not a quotation. */
const leastQuotedWords = 4;

/** What looks like a quotation and was typed: a footnote cannot say where it stands. */
export function uncitedQuotations(passages: readonly Passage[], facts: CheckFacts): Finding[] {
  return passages.flatMap((passage) => {
    if (passage.kind === "quotation") {
      const isCited = passage.segments.some(({ citation }) => citation?.kind === "quote");
      const typed = passage.words.trim();
      const at = passage.words.indexOf(typed);
      return isCited || typed === ""
        ? []
        : [quotationFinding(passage, at, at + typed.length, typed, facts)];
    }
    return passage.segments
      .filter(({ citation }) => citation === null)
      .flatMap((segment) => typedQuotations(passage, segment, facts));
  });
}

function typedQuotations(passage: Passage, segment: Segment, facts: CheckFacts): Finding[] {
  return [...segment.words.matchAll(/“([^“”]+)”|"([^"]+)"/gu)].flatMap((match) => {
    const words = (match[1] ?? match[2] ?? "").trim();
    const start = segment.start + match.index;
    return words.split(/\s+/u).length < leastQuotedWords
      ? []
      : [quotationFinding(passage, start, start + match[0].length, words, facts)];
  });
}

function quotationFinding(
  passage: Passage,
  start: number,
  end: number,
  words: string,
  facts: CheckFacts,
): Finding {
  const found = findVerbatim(words, facts);
  const isOneRun = passage.segments.some((one) => one.start <= start && one.end >= end);
  return {
    rule: "uncited quotation",
    message:
      found === null
        ? `“${shortened(words)}” reads as a quotation, and no article says it in these words.`
        : `“${shortened(words)}” is a quotation without a citation; an article says it.`,
    place: placeOf(passage, start, end),
    claimId: null,
    fix: found === null || !isOneRun ? null : { kind: "cite passage", ...found },
  };
}

function findVerbatim(
  words: string,
  { articles, frozenText }: CheckFacts,
): { articleId: ArticleId; start: number; end: number } | null {
  for (const articleId of articles.keys()) {
    const start = frozenText(articleId)?.indexOf(words) ?? -1;
    if (start !== -1) {
      return { articleId, start, end: start + words.length };
    }
  }
  return null;
}

/** Citations of a claim or an article that is gone. They leave, marked as what they are. */
export function unsupportedCitations(passages: readonly Passage[], facts: CheckFacts): Finding[] {
  return passages.flatMap((passage) =>
    passage.segments.flatMap(({ citation, start, end }): Finding[] => {
      const isGone =
        (citation?.kind === "claim" && !facts.claims.has(citation.claimId)) ||
        (citation?.kind === "article" && !facts.articles.has(citation.articleId));
      return citation === null || !isGone
        ? []
        : [
            {
              rule: "unsupported citation",
              message: `The ${citation.kind} “${shortened(citation.words)}” was removed; nothing supports this citation.`,
              place: placeOf(passage, start, end),
              claimId: null,
              fix: { kind: "keep words" },
            },
          ];
    }),
  );
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/gu, " ").trim();
  return line.length <= shownChars ? line : `${line.slice(0, shownChars).toWellFormed()}…`;
}
