import type { Claim, Stance } from "#contract/claim";
import { bandOfLikelihood } from "#contract/likelihood";

import { named } from "../projects/check-articles.ts";
import { sourceLabel } from "./briefing-document.ts";
import type {
  BriefingClaim,
  BriefingDocument,
  BriefingQuote,
  BriefingRelation,
} from "./briefing-document.ts";

export const stanceTitle: Record<Stance, string> = {
  supports: "Supports",
  disputes: "Disputes",
  qualifies: "Qualifies",
  mentions: "Mentions",
};

const stanceDone: Record<Stance, string> = {
  supports: "supported",
  disputes: "disputed",
  qualifies: "qualified",
  mentions: "mentioned",
};

const relationWords: Record<
  BriefingRelation["type"],
  Record<BriefingRelation["direction"], string>
> = {
  supports: { to: "Supports", from: "Is supported by" },
  contradicts: { to: "Contradicts", from: "Is contradicted by" },
  refines: { to: "Refines", from: "Is refined by" },
  "depends on": { to: "Depends on", from: "Is a condition of" },
};

const whyLeftOut: Record<BriefingDocument["scope"], string> = {
  project: "left out",
  board: "not on the board",
  filter: "that the filter leaves out",
  claims: "not chosen",
  briefing: "that the briefing does not cite",
};

/** Stands before a quote that its article does not bear out. */
export const notVerified = "⚠ Not verified:";

/** Stands after such a quote. */
export const doNotQuote = "The article does not say this at the recorded place: do not quote it.";

export const legend =
  "Signs: + supports, − disputes, ± both supports and disputes (mixed), ≈ qualifies, · mentions, " +
  "○ checked and silent, empty: not checked.";

export const footnotePreface =
  "Footnotes give the place of each quote in the frozen text of its article: characters in UTF-16 code " +
  "units from 0, the last not included; paragraphs from 1.";

/** "1 claim", "2 claims". */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * "Supported by 3 articles, disputed by 1; 2 independent lines." A stance whose articles are not all
 * independent says so itself: "Supported by 3 articles (1 independent line)".
 */
export function countsSentence(counts: Claim["counts"]): string {
  const parts = (["supports", "disputes", "qualifies", "mentions"] as const)
    .filter((stance) => counts[stance].articles > 0)
    .map((stance, index) => {
      const { articles, independent } = counts[stance];
      const number = index === 0 ? counted(articles, "article") : String(articles);
      const lines = independent < articles ? ` (${counted(independent, "independent line")})` : "";
      return `${stanceDone[stance]} by ${number}${lines}`;
    });
  return parts.length === 0
    ? "No evidence."
    : `${capitalised(parts.join(", "))}; ${counted(counts.all.independent, "independent line")}.`;
}

/**
 * How a claim is assessed, paragraph by paragraph: a label, and words of the template or of the analyst.
 * Likelihood and confidence stand apart, as ICD 203 asks.
 */
export function assessmentOf(
  claim: Pick<
    BriefingClaim,
    "status" | "override" | "counts" | "likelihood" | "confidence" | "confidenceBasis"
  >,
): { label: string; words: string }[] {
  const { status, override, likelihood, confidence, confidenceBasis } = claim;
  const computed =
    override === null
      ? ""
      : `, set by the analyst; the evidence by itself gives: ${override.computed}`;
  return [
    { label: "Status:", words: `${status}${computed}. ${countsSentence(claim.counts)}` },
    ...(override === null ? [] : [{ label: "Reason for this status:", words: override.reason }]),
    ...(likelihood === null
      ? []
      : [{ label: "Likelihood:", words: `${likelihood} (${percentOf(likelihood)}).` }]),
    ...(confidence === null ? [] : [{ label: "Confidence:", words: `${confidence}.` }]),
    ...(confidenceBasis.trim() === ""
      ? []
      : [{ label: "Basis of the confidence:", words: confidenceBasis }]),
  ];
}

function percentOf(likelihood: NonNullable<BriefingClaim["likelihood"]>): string {
  const { fromPercent, toPercent } = bandOfLikelihood(likelihood);
  return `${fromPercent}–${toPercent} %`;
}

/** "Contradicts", "Is contradicted by". */
export function relationVerb({
  type,
  direction,
}: Pick<BriefingRelation, "type" | "direction">): string {
  return relationWords[type][direction];
}

/** "Contradicts claim 2: ", to be followed by that claim's statement. */
export function relationSentence({ type, direction, number }: BriefingRelation): string {
  const other = number === null ? "a claim that is not in this document" : `claim ${number}`;
  return `${relationVerb({ type, direction })} ${other}: `;
}

/** How much there is, and that it was verified. */
export function summaryOf({ scope, claims: all, claimsLeftOut, quotes }: BriefingDocument): string {
  const cited = new Set(quotes.map(({ source }) => source)).size;
  const verified = quotes.filter((quote) => quote.verified).length;
  const sentences = [
    `${counted(all.length, "claim")}, ${counted(quotes.length, "quote")} from ${counted(cited, "source")}.`,
  ];
  if (quotes.length > 0 && verified === quotes.length) {
    sentences.push("Every quote was compared with the frozen text of its article and is verbatim.");
  } else if (quotes.length > 0) {
    sentences.push(
      `Compared with the frozen texts of their articles, ${verified} of ${quotes.length} quotes are verbatim.`,
    );
  }
  if (claimsLeftOut > 0) {
    sentences.push(`Not shown: ${counted(claimsLeftOut, "claim")} ${whyLeftOut[scope]}.`);
  }
  return sentences.join(" ");
}

/** What a reader must know of the quotes before using the document, one sentence each. */
export function warningsOf(document: BriefingDocument): string[] {
  return document.quotes
    .filter(({ verified }) => !verified)
    .map((quote) => warningOf(quote, document));
}

export function leftOutSentence(count: number): string {
  return `Not listed: ${counted(count, "article")} not used here.`;
}

function warningOf(quote: BriefingQuote, { sources }: BriefingDocument): string {
  const title = named(sources[quote.source - 1]?.title ?? "");
  return (
    `Not verified: “${named(quote.exact)}” is not what ${sourceLabel(quote.source)} “${title}” says ` +
    `at characters ${quote.start}–${quote.end}.`
  );
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
