import { z } from "zod";

import { TextSpan } from "./article.ts";
import { statusInForce } from "./claim.ts";
import type { Claim } from "./claim.ts";
import { Reliability } from "./grades.ts";
import { ArticleId, BoardId, BriefingId, ClaimId, HighlightId } from "./ids.ts";
import { bandOfLikelihood, Likelihood } from "./likelihood.ts";
import { filledText, Moment, nameText, text } from "./text.ts";

/** Words of the analyst. */
export const TextRun = z.strictObject({
  kind: z.literal("text"),
  text: text(100_000),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  code: z.literal(true).optional(),
  /** An address of the web; anything else is not a link. */
  link: text(4_000)
    .regex(/^https?:\/\//iu, "is not an address of the web")
    .optional(),
});
export type TextRun = z.infer<typeof TextRun>;

/** What of a claim a citation shows. */
export const ClaimPart = z.enum(["statement", "status", "likelihood", "confidence", "basis"]);
export type ClaimPart = z.infer<typeof ClaimPart>;

/** In every citation `words` is what it last showed: shown as unsupported when its subject is gone. */
export const ClaimCitation = z.strictObject({
  kind: z.literal("claim"),
  claimId: ClaimId,
  part: ClaimPart,
  words: text(100_000),
});
export type ClaimCitation = z.infer<typeof ClaimCitation>;

/** What a citation of a claim shows now. */
export function wordsOfClaim(
  claim: Pick<
    Claim,
    "statement" | "status" | "statusOverride" | "likelihood" | "confidence" | "confidenceBasis"
  >,
  part: ClaimPart,
): string {
  switch (part) {
    case "statement":
      return claim.statement;
    case "status":
      return statusInForce(claim);
    case "likelihood": {
      if (claim.likelihood === null) {
        return "not judged";
      }
      const { fromPercent, toPercent } = bandOfLikelihood(claim.likelihood);
      return `${claim.likelihood} (${fromPercent}–${toPercent} %)`;
    }
    case "confidence":
      return claim.confidence ?? "not judged";
    case "basis":
      return claim.confidenceBasis.trim() === "" ? "not stated" : claim.confidenceBasis;
  }
}

export const QuoteCitation = z.strictObject({
  kind: z.literal("quote"),
  highlightId: HighlightId,
  /** Where it stood when it was cited, so that it can be highlighted again. */
  articleId: ArticleId,
  ...TextSpan.shape,
  words: text(1_000_000),
});
export type QuoteCitation = z.infer<typeof QuoteCitation>;

export const ArticleCitation = z.strictObject({
  kind: z.literal("article"),
  articleId: ArticleId,
  words: text(1_000),
});
export type ArticleCitation = z.infer<typeof ArticleCitation>;

export const Citation = z.discriminatedUnion("kind", [
  ClaimCitation,
  QuoteCitation,
  ArticleCitation,
]);
export type Citation = z.infer<typeof Citation>;

export const BriefingRun = z.discriminatedUnion("kind", [
  TextRun,
  z.strictObject({ kind: z.literal("break") }),
  ClaimCitation,
  QuoteCitation,
  ArticleCitation,
]);
export type BriefingRun = z.infer<typeof BriefingRun>;

const runs = z.array(BriefingRun).max(20_000);

/** Deepest level of a list, from 0. */
export const maxListDepth = 8;

export const BriefingBlock = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("heading"), level: z.int().min(1).max(3), runs }),
  z.strictObject({ kind: z.literal("paragraph"), runs }),
  z.strictObject({ kind: z.literal("quotation"), runs }),
  z.strictObject({ kind: z.literal("code"), text: text(1_000_000) }),
  /** Items that follow each other at one depth are one list. */
  z.strictObject({
    kind: z.literal("item"),
    ordered: z.boolean(),
    depth: z.int().min(0).max(maxListDepth),
    runs,
  }),
  /** Rows of cells; the first row is the header where `header` says so. */
  z.strictObject({
    kind: z.literal("table"),
    header: z.boolean(),
    rows: z.array(z.array(runs).min(1).max(100)).min(1).max(2_000),
  }),
  /** The table of claims and sources as it is now: of a board, or of all claims. */
  z.strictObject({ kind: z.literal("matrix"), boardId: BoardId.nullable() }),
  /** The table of competing hypotheses as it is now. */
  z.strictObject({ kind: z.literal("ach") }),
  /** A picture of the board as it is now. */
  z.strictObject({ kind: z.literal("board"), boardId: BoardId }),
]);
export type BriefingBlock = z.infer<typeof BriefingBlock>;

/** The tradecraft standards of ICD 203 (2015), section 6 e, by their number. */
export const tradecraftStandards: readonly { readonly number: number; readonly words: string }[] = [
  {
    number: 1,
    words: "Describes the quality and credibility of sources, data and methods",
  },
  { number: 2, words: "Expresses and explains uncertainties of its judgements" },
  { number: 3, words: "Distinguishes information from assumptions and judgements" },
  { number: 4, words: "Incorporates analysis of alternatives" },
  { number: 5, words: "Demonstrates relevance to the reader and addresses implications" },
  { number: 6, words: "Uses clear and logical argumentation" },
  { number: 7, words: "Explains change to or consistency of judgements" },
  { number: 8, words: "Makes accurate judgements and assessments" },
  { number: 9, words: "Incorporates effective visual information where it helps" },
];

/** What is stored of a briefing. */
export const BriefingText = z.strictObject({
  version: z.literal(1),
  blocks: z.array(BriefingBlock).max(20_000),
  /** Numbers of the tradecraft standards that the analyst has ticked, in order. */
  ticked: z.array(z.int().min(1).max(9)).max(9),
});
export type BriefingText = z.infer<typeof BriefingText>;

export const Briefing = z.strictObject({
  id: BriefingId,
  title: nameText,
  position: z.int(),
  createdAt: Moment,
  /** Tells two states of its text apart; equal texts have equal revisions. */
  revision: z.string(),
});
export type Briefing = z.infer<typeof Briefing>;

/** A quote that a briefing may cite, compared with the frozen text. */
export const CitedQuote = z.strictObject({
  highlightId: HighlightId,
  articleId: ArticleId,
  ...TextSpan.shape,
  exact: z.string(),
  /** False when the frozen text at the span no longer equals `exact`. */
  verified: z.boolean(),
  articleTitle: z.string(),
  outlet: z.string().nullable(),
  reliability: Reliability,
  /** Such as "B2": as evidence for claims, each once; its source's alone when it is evidence for none. */
  grades: z.array(z.string()),
});
export type CitedQuote = z.infer<typeof CitedQuote>;

export const FindingRule = z.enum([
  "unverified quote", // the only one that keeps a briefing from leaving
  "uncited quotation",
  "unsupported citation",
  "judgement without evidence",
  "mixed likelihood words",
  "likelihood with confidence",
  "unlisted hedge",
  "disputed as fact",
  "single origin as corroborated",
  "uncited source",
]);
export type FindingRule = z.infer<typeof FindingRule>;

/** Where in a briefing: a block, and a stretch of what its runs show, in UTF-16 code units. */
export const BriefingPlace = z.strictObject({
  block: z.int(),
  /** Row and column in a table; null elsewhere. */
  cell: z.strictObject({ row: z.int(), column: z.int() }).nullable(),
  /** Which run; null for the whole block. */
  run: z.int().nullable(),
  /** Within a run of text. */
  start: z.int(),
  end: z.int(),
});
export type BriefingPlace = z.infer<typeof BriefingPlace>;

/** What one key can put right. */
export const FindingFix = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("replace text"), with: z.string() }),
  z.strictObject({ kind: z.literal("set likelihood"), claimId: ClaimId, likelihood: Likelihood }),
  /** Highlights the passage of a quote whose highlight is gone, and cites that. */
  z.strictObject({ kind: z.literal("highlight again"), articleId: ArticleId, ...TextSpan.shape }),
  /** Turns typed words into a citation of the passage that says them. */
  z.strictObject({ kind: z.literal("cite passage"), articleId: ArticleId, ...TextSpan.shape }),
  z.strictObject({ kind: z.literal("cite article"), articleId: ArticleId }),
  /** Says in brackets behind the claim what its status is, as a citation that stays true. */
  z.strictObject({ kind: z.literal("tell status"), claimId: ClaimId }),
  /** Turns a citation of what is gone into the words that it last showed. */
  z.strictObject({ kind: z.literal("keep words") }),
]);
export type FindingFix = z.infer<typeof FindingFix>;

export const Finding = z.strictObject({
  rule: FindingRule,
  /** One sentence. */
  message: z.string(),
  /** Null when it is about no one place. */
  place: BriefingPlace.nullable(),
  claimId: ClaimId.nullable(),
  fix: FindingFix.nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const BriefingCheck = z.strictObject({
  revision: z.string(),
  /** What blocks first, then by place. */
  findings: z.array(Finding),
  /** Quotes that are cited, and how many of them are verbatim. */
  quoteCount: z.int(),
  verifiedCount: z.int(),
  /** False while a quote does not verify. */
  mayLeave: z.boolean(),
});
export type BriefingCheck = z.infer<typeof BriefingCheck>;

/** Names a template: its file's name without the extension; "own/" before the analyst's own. */
export const TemplateId = filledText(300);

export const BriefingTemplate = z.strictObject({
  id: TemplateId,
  name: nameText,
  /** One sentence; may be empty. */
  purpose: z.string(),
  isOwn: z.boolean(),
});
export type BriefingTemplate = z.infer<typeof BriefingTemplate>;
