import { createContext, use } from "react";

import type { Article } from "#contract/article";
import { wordsOfClaim } from "#contract/briefing";
import type { Citation, CitedQuote } from "#contract/briefing";
import type { Claim } from "#contract/claim";
import type { ArticleId, ClaimId, HighlightId } from "#contract/ids";

/** What the citations of a briefing show; null while it is not known yet. */
export type CitationFacts = {
  readonly claims: ReadonlyMap<ClaimId, Claim> | null;
  readonly quotes: ReadonlyMap<HighlightId, CitedQuote> | null;
  /** False while a new citation is looked up: the quotes that are not there may be those. */
  readonly hasAllQuotes: boolean;
  readonly articles: ReadonlyMap<ArticleId, Article> | null;
};

export const nothingKnown: CitationFacts = {
  claims: null,
  quotes: null,
  hasAllQuotes: false,
  articles: null,
};

export const CitationFactsContext = createContext(nothingKnown);

export function useCitationFacts(): CitationFacts {
  return use(CitationFactsContext);
}

export type CitationNow = {
  readonly words: string;
  /** "unsupported": what it cites is gone, or is not what the article says. */
  readonly state: "supported" | "unsupported" | "unknown";
  /** Source and grade, or status: shown when the citation has the focus or the pointer. */
  readonly about: string;
};

/** What a citation shows now, and what stands behind it. */
export function citationNow(citation: Citation, facts: CitationFacts): CitationNow {
  switch (citation.kind) {
    case "claim": {
      const claim = facts.claims?.get(citation.claimId);
      if (claim === undefined) {
        return gone(citation.words, facts.claims === null, "The claim was removed");
      }
      const { supports, disputes } = claim.counts;
      return {
        words: wordsOfClaim(claim, citation.part),
        state: "supported",
        about: `Claim, ${wordsOfClaim(claim, "status")}: supported by ${supports.articles}, disputed by ${disputes.articles}`,
      };
    }
    case "quote": {
      const quote = facts.quotes?.get(citation.highlightId);
      if (quote === undefined) {
        return gone(citation.words, !facts.hasAllQuotes, "The highlight was removed");
      }
      const about = `${quote.outlet ?? quote.articleTitle}, grade ${quote.grades.join(" and ")}`;
      return quote.verified
        ? { words: quote.exact, state: "supported", about: `Quote, verified: ${about}` }
        : {
            words: quote.exact,
            state: "unsupported",
            about: `Not verified: the article does not say this there. ${about}`,
          };
    }
    case "article": {
      const article = facts.articles?.get(citation.articleId);
      if (article === undefined) {
        return gone(citation.words, facts.articles === null, "The article was removed");
      }
      return {
        words: article.title,
        state: "supported",
        about: `Article: ${[article.outlet, article.publishedOn].filter((one) => one !== null).join(", ") || "no outlet given"}, reliability ${article.reliability}`,
      };
    }
  }
}

/** The citation with the words that it shows now, to be stored. */
export function citationToStore(citation: Citation, facts: CitationFacts): Citation {
  const { words, state } = citationNow(citation, facts);
  if (state !== "supported") {
    return citation;
  }
  const quote = citation.kind === "quote" ? facts.quotes?.get(citation.highlightId) : undefined;
  return citation.kind === "quote" && quote !== undefined
    ? { ...citation, words, articleId: quote.articleId, start: quote.start, end: quote.end }
    : { ...citation, words };
}

function gone(words: string, isUnknown: boolean, about: string): CitationNow {
  return isUnknown
    ? { words, state: "unknown", about: "" }
    : { words, state: "unsupported", about: `Unsupported: ${about.toLowerCase()}` };
}
