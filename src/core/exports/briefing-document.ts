import type { Claim, ClaimStatus, RelationType, Stance } from "#contract/claim";
import type { ExportScope } from "#contract/export";
import type { Reliability } from "#contract/grades";
import type { Confidence, Likelihood } from "#contract/likelihood";

/**
 * Everything that a briefing says, in the order in which it says it, before any file format. Quotes,
 * claims and sources refer to each other by their number in this document, from 1.
 */
export type BriefingDocument = {
  readonly title: string;
  /** What was asked for. */
  readonly scope: ExportScope["kind"];
  readonly claims: readonly BriefingClaim[];
  /** Claims of the project that were not asked for. */
  readonly claimsLeftOut: number;
  readonly boardNotes: readonly string[];
  /** Quotes that lie on the board and are evidence for none of these claims. */
  readonly boardQuotes: readonly BriefingQuote[];
  readonly quotes: readonly BriefingQuote[];
  readonly sources: readonly BriefingSource[];
  /** Articles of the project that say nothing here and were too many to list. */
  readonly sourcesLeftOut: number;
};

export type BriefingClaim = {
  readonly number: number;
  readonly onBoard: boolean;
  /** Words of the group that the claim lies in on the board. */
  readonly group: string | null;
  readonly statement: string;
  readonly note: string;
  readonly tags: readonly string[];
  /** The status in force. */
  readonly status: ClaimStatus;
  /** Where the status is the analyst's own: what the evidence gives by itself, and why it is not that. */
  readonly override: { readonly computed: ClaimStatus; readonly reason: string } | null;
  readonly likelihood: Likelihood | null;
  readonly confidence: Confidence | null;
  /** What the confidence rests on; may be empty. */
  readonly confidenceBasis: string;
  readonly counts: Claim["counts"];
  readonly relations: readonly BriefingRelation[];
  /** Stance by stance, then by source, then by place in it. */
  readonly evidence: readonly BriefingEvidence[];
  /** One for each source, in their order. */
  readonly coverage: readonly BriefingCoverage[];
};

export type BriefingEvidence = {
  readonly stance: Stance;
  readonly quote: BriefingQuote;
  readonly attribution: string | null;
  readonly reliability: Reliability;
  readonly credibility: number | null;
  readonly note: string;
};

export type BriefingRelation = {
  readonly type: RelationType;
  /** "to": this claim says so of the other. "from": the other claim says so of this one. */
  readonly direction: "to" | "from";
  /** Null when the other claim is not in this document. */
  readonly number: number | null;
  readonly statement: string;
  readonly note: string;
};

/** The stances that a source takes towards a claim, in the order of the contract. */
export type BriefingCoverage =
  | { readonly kind: "evidence"; readonly stances: readonly Stance[] }
  | { readonly kind: "silent" }
  | { readonly kind: "unchecked" };

export type BriefingQuote = {
  readonly number: number;
  readonly source: number;
  /** Half-open, UTF-16 code units of the article's canonical text. */
  readonly start: number;
  readonly end: number;
  /** Numbers from 1 of the first and last block that the quote touches; null where it touches none. */
  readonly blocks: { readonly first: number; readonly last: number } | null;
  /** What was highlighted. Only if `verified` is it what the article says at this place. */
  readonly exact: string;
  readonly verified: boolean;
  /** Such as "B2": those that it has as evidence here, each once, in their order; at least one. */
  readonly grades: readonly string[];
};

export type BriefingSource = {
  readonly number: number;
  readonly title: string;
  readonly titleIsProposed: boolean;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
  readonly accessedOn: string | null;
  readonly language: string | null;
  readonly reliability: Reliability;
  /** Of the original bytes, lower-case hex. */
  readonly bytesSha256: string;
};

/** "S1": how a briefing refers to a source. */
export function sourceLabel(number: number): string {
  return `S${number}`;
}
