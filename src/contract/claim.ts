import { z } from "zod";

import { Credibility, Reliability } from "./grades.ts";
import {
  ArticleId,
  ClaimId,
  EvidenceId,
  HighlightId,
  RelationId,
  TagId,
  WordingId,
} from "./ids.ts";
import { Confidence, Likelihood } from "./likelihood.ts";
import { filledText, Moment, noteText, optionalText, statementText } from "./text.ts";

export const Stance = z.enum(["supports", "disputes", "qualifies", "mentions"]);
export type Stance = z.infer<typeof Stance>;

export const RelationType = z.enum(["supports", "contradicts", "refines", "depends on"]);
export type RelationType = z.infer<typeof RelationType>;

/** Computed from the evidence; see core/claims/status-of-claim.ts for the rule. */
export const ClaimStatus = z.enum([
  "not assessed",
  "uncorroborated",
  "single origin",
  "corroborated",
  "disputed",
  "contradicted",
]);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

/** How many highlights, and from how many articles and independent lines, take each stance. */
export const StanceCount = z.strictObject({
  highlights: z.int(),
  articles: z.int(),
  /** Articles of one origin count once. */
  independent: z.int(),
});

/** What sort of statement a claim is: a fact, what someone said, a judgement, or one about the future. */
export const ClaimKind = z.enum(["fact", "statement", "assessment", "forecast"]);
export type ClaimKind = z.infer<typeof ClaimKind>;

/** The analyst's own status, which is shown beside the computed one. */
export const StatusOverride = z.strictObject({
  status: ClaimStatus,
  reason: filledText(100_000),
});
export type StatusOverride = z.infer<typeof StatusOverride>;

export const Claim = z.strictObject({
  id: ClaimId,
  statement: statementText,
  note: noteText,
  tagIds: z.array(TagId),
  position: z.int(),
  createdAt: Moment,
  /** What the evidence gives by itself. */
  status: ClaimStatus,
  /** Null where the analyst leaves it at the computed status. */
  statusOverride: StatusOverride.nullable(),
  kind: ClaimKind.nullable(),
  likelihood: Likelihood.nullable(),
  confidence: Confidence.nullable(),
  /** What the confidence rests on, in words; may be empty. */
  confidenceBasis: noteText,
  /** Other wordings of it, oldest first. */
  variants: z.array(z.strictObject({ id: WordingId, statement: statementText })),
  /** Articles with evidence on it, in the order of the library. */
  articleIds: z.array(ArticleId),
  /** Grades of the sources of that evidence, each once, A first; F is unknown and stands last, apart. */
  reliabilities: z.array(Reliability),
  /** Claims that it contradicts or that contradict it, each once. */
  contradictions: z.int(),
  /** Those of them that some article supports. */
  supportedContradictions: z.int(),
  counts: z.strictObject({
    supports: StanceCount,
    disputes: StanceCount,
    qualifies: StanceCount,
    mentions: StanceCount,
    /** All stances together. */
    all: StanceCount,
  }),
});
export type Claim = z.infer<typeof Claim>;

/** The status to sort, group and filter by: the analyst's where there is one, else the computed one. */
export function statusInForce(claim: Pick<Claim, "status" | "statusOverride">): ClaimStatus {
  return claim.statusOverride?.status ?? claim.status;
}

/** Something about a claim that an analyst may want to look at again. */
export const ClaimAdvice = z.strictObject({
  kind: z.enum([
    "confirmed by one line",
    "credible while disputed",
    "high confidence on one line",
    "mixed likelihood words",
  ]),
  /** One sentence that says why. */
  message: z.string(),
  /** The evidence it is about; empty when it is about the claim. */
  evidenceIds: z.array(EvidenceId),
});
export type ClaimAdvice = z.infer<typeof ClaimAdvice>;

/** Orders of the list of claims; equals keep the analyst's order. */
export const ClaimSort = z.enum([
  "position", // the analyst's own
  "status", // contradicted and disputed first, not assessed last
  "statement", // alphabetical
  "newest",
  "evidence", // most highlights first
  "independent", // most independent supporting lines first
  "contradictions", // most first
  "disputes", // most disputing passages first
  "tag", // by their first tag in the codebook's order; untagged ones last
  "article", // by the first article with evidence in the library's order; those without last
  "reliability", // best graded source first; unknown ones after all that are graded
]);
export type ClaimSort = z.infer<typeof ClaimSort>;

/** A link of a highlight to a claim, with what is shown beside it. */
export const Evidence = z.strictObject({
  id: EvidenceId,
  claimId: ClaimId,
  highlightId: HighlightId,
  stance: Stance,
  credibility: Credibility.nullable(),
  /** "Said by": whom the passage attributes the claim to. */
  attribution: optionalText,
  note: noteText,
  createdAt: Moment,
  articleId: ArticleId,
  articleTitle: z.string(),
  outlet: z.string().nullable(),
  reliability: Reliability,
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  /** False when the frozen text at the span no longer equals `exact`: never show it as verbatim. */
  verified: z.boolean(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A typed link from one claim to another. */
export const Relation = z.strictObject({
  id: RelationId,
  fromClaimId: ClaimId,
  toClaimId: ClaimId,
  type: RelationType,
  note: noteText,
  createdAt: Moment,
});
export type Relation = z.infer<typeof Relation>;

/** Per claim and article: has evidence (computed), checked and silent, or not yet checked. */
export const CoverageState = z.enum(["has evidence", "silent", "unchecked"]);
export const Coverage = z.strictObject({
  claimId: ClaimId,
  articleId: ArticleId,
  state: CoverageState,
});
export type Coverage = z.infer<typeof Coverage>;

/** What an article says about a claim; "mixed" where its passages take two of the first three stances. */
export const MatrixCellState = z.enum([
  "supports",
  "disputes",
  "qualifies",
  "mentions",
  "mixed",
  "silent",
]);
export type MatrixCellState = z.infer<typeof MatrixCellState>;

export const MatrixCell = z.strictObject({
  claimId: ClaimId,
  articleId: ArticleId,
  state: MatrixCellState,
  /** Passages of each stance. */
  counts: z.strictObject({
    supports: z.int(),
    disputes: z.int(),
    qualifies: z.int(),
    mentions: z.int(),
  }),
});
export type MatrixCell = z.infer<typeof MatrixCell>;

export const Matrix = z.strictObject({
  /** Cells about which something is known; those that are left out are not yet checked. */
  cells: z.array(MatrixCell),
  /** How many there are: the progress of checking, out of `cellCount`. */
  checkedCount: z.int(),
  /** Claims times articles. */
  cellCount: z.int(),
});
export type Matrix = z.infer<typeof Matrix>;
