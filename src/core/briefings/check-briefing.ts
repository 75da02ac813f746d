import { FindingRule } from "#contract/briefing";
import type { BriefingCheck, BriefingText, Finding } from "#contract/briefing";
import { Failure } from "#contract/failure";
import type { ArticleId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import { listArticles, textOfArticle } from "../articles/article-store.ts";
import { listClaims } from "../claims/claim-store.ts";
import type { ReadContext } from "../core-context.ts";
import { listEvidence } from "../evidence/evidence-store.ts";
import type { ReadableDb } from "../store/db.ts";
import { readBriefing } from "./briefing-store.ts";
import type { CheckFacts } from "./checks/check-facts.ts";
import {
  disputedAsFact,
  judgementsWithoutEvidence,
  singleOriginAsCorroborated,
  uncitedSources,
} from "./checks/claim-rules.ts";
import { likelihoodWithConfidence, mixedRows, unlistedHedges } from "./checks/likelihood-rules.ts";
import { passagesOfText } from "./checks/passages-of-text.ts";
import { uncitedQuotations, unsupportedCitations, unverifiedQuotes } from "./checks/quote-rules.ts";
import { citationsOf } from "./citations-of.ts";
import { readCitedQuotes } from "./cited-quotes.ts";

/** What to look at before a briefing leaves. Only a quote that does not verify keeps it from leaving. */
export function checkBriefing(
  context: ReadContext,
  input: ParsedInputOf<"briefing.check">,
): BriefingCheck {
  const { briefing, text } = readBriefing(context, input);
  return { revision: briefing.revision, ...checkText(text, gatherCheckFacts(context, text)) };
}

export function checkText(text: BriefingText, facts: CheckFacts): Omit<BriefingCheck, "revision"> {
  const passages = passagesOfText(text, facts);
  const findings = [
    ...unverifiedQuotes(passages, facts),
    ...uncitedQuotations(passages, facts),
    ...unsupportedCitations(passages, facts),
    ...judgementsWithoutEvidence(passages, facts),
    ...mixedRows(passages, facts),
    ...likelihoodWithConfidence(passages),
    ...unlistedHedges(passages),
    ...disputedAsFact(passages, facts),
    ...singleOriginAsCorroborated(passages, facts),
    ...uncitedSources(text, passages, facts),
  ];
  const quotes = citationsOf(text).filter(({ kind }) => kind === "quote");
  const unverified = findings.filter(({ rule }) => rule === "unverified quote").length;
  return {
    findings: findings.toSorted(byRuleAndPlace),
    quoteCount: quotes.length,
    verifiedCount: quotes.length - unverified,
    mayLeave: unverified === 0,
  };
}

export function gatherCheckFacts(context: ReadContext, text: BriefingText): CheckFacts {
  const highlightIds = citationsOf(text).flatMap((citation) =>
    citation.kind === "quote" ? [citation.highlightId] : [],
  );
  const evidence = Map.groupBy(listEvidence(context, {}), ({ claimId }) => claimId);
  return {
    claims: new Map(listClaims(context, {}).map((claim) => [claim.id, claim])),
    quotes: new Map(
      readCitedQuotes(context.db, [...new Set(highlightIds)]).map((quote) => [
        quote.highlightId,
        quote,
      ]),
    ),
    articles: new Map(listArticles(context).map((article) => [article.id, article])),
    evidenceOf: (claimId) => evidence.get(claimId) ?? [],
    frozenText: frozenTextReader(context.db),
  };
}

/** Each text is read once, and only when it is asked for. */
function frozenTextReader(db: ReadableDb): CheckFacts["frozenText"] {
  const texts = new Map<ArticleId, string | null>();
  return (articleId) => {
    let text = texts.get(articleId);
    if (text === undefined) {
      try {
        text = textOfArticle(db, articleId);
      } catch (error) {
        if (!(error instanceof Failure)) {
          throw error;
        }
        text = null;
      }
      texts.set(articleId, text);
    }
    return text;
  };
}

function byRuleAndPlace(a: Finding, b: Finding): number {
  const rank = ({ rule }: Finding) => FindingRule.options.indexOf(rule);
  const isBlocking = (finding: Finding) => (finding.rule === "unverified quote" ? 0 : 1);
  return (
    isBlocking(a) - isBlocking(b) ||
    (a.place?.block ?? 0) - (b.place?.block ?? 0) ||
    (a.place?.run ?? 0) - (b.place?.run ?? 0) ||
    rank(a) - rank(b)
  );
}
