import { z } from "zod";

import { AchRating, AchWeight } from "./ach.ts";
import { TextEncoding } from "./article.ts";
import { CardPlace, CardSubject } from "./board.ts";
import { ClaimKind, RelationType, Stance, StatusOverride } from "./claim.ts";
import { Credibility, Reliability } from "./grades.ts";
import { TagColour, TagShortcut } from "./highlight.ts";
import {
  ArticleId,
  BoardId,
  CardId,
  ClaimId,
  EvidenceId,
  HighlightId,
  HighlightQueryId,
  OriginId,
  RelationId,
  SourceId,
  TagId,
  WordingId,
} from "./ids.ts";
import { Confidence, Likelihood } from "./likelihood.ts";
import { OriginKind } from "./origin.ts";
import { Query } from "./query.ts";
import {
  filledText,
  Moment,
  nameText,
  noteText,
  optionalText,
  PartialDate,
  statementText,
} from "./text.ts";

// A whole project as JSON, for other programs; docs/project-json.md explains it. Lists that have an order
// are in it, so nothing has a position. What is in the trash, the journal and the view are not included.

/** Raised when a reader of the version before could not read it any more. */
export const projectJsonVersion = 1;

/** What says that a file is one of these, in its first lines. */
export const ProjectJsonHead = z.object({
  format: z.literal("corroboard-project"),
  version: z.int().min(1),
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u, "is not a SHA-256 in lower-case hex");

export const ArticleJson = z.strictObject({
  id: ArticleId,
  title: nameText,
  titleIsProposed: z.boolean(),
  sourceId: SourceId.nullable(),
  author: optionalText,
  publishedOn: PartialDate.nullable(),
  url: optionalText,
  accessedOn: PartialDate.nullable(),
  language: optionalText,
  note: noteText,
  originId: OriginId.nullable(),
  importedAt: Moment,
  fileName: optionalText,
  encoding: TextEncoding,
  hasByteOrderMark: z.boolean(),
  /** Of the file as it was imported. */
  bytesSha256: sha256,
  /** The file as it was imported. */
  bytesBase64: z.base64(),
  /** Of the text in UTF-8. */
  textSha256: sha256,
  /** The frozen text that every span refers to. */
  text: z.string().refine((value) => value.isWellFormed(), "contains half of a character"),
});
export type ArticleJson = z.infer<typeof ArticleJson>;

export const HighlightJson = z.strictObject({
  id: HighlightId,
  articleId: ArticleId,
  /** UTF-16 code units of the article's text, from 0; the end is not included. */
  start: z.int().min(0),
  end: z.int().min(1),
  /** The text at the span. */
  exact: z.string(),
  /** The text just before and after it. */
  prefix: z.string(),
  suffix: z.string(),
  note: noteText,
  createdAt: Moment,
  tagIds: z.array(TagId),
});
export type HighlightJson = z.infer<typeof HighlightJson>;

export const ClaimJson = z.strictObject({
  id: ClaimId,
  statement: statementText,
  kind: ClaimKind.nullable(),
  likelihood: Likelihood.nullable(),
  confidence: Confidence.nullable(),
  confidenceBasis: noteText,
  statusOverride: StatusOverride.nullable(),
  note: noteText,
  createdAt: Moment,
  tagIds: z.array(TagId),
  variants: z.array(z.strictObject({ id: WordingId, statement: statementText, createdAt: Moment })),
});
export type ClaimJson = z.infer<typeof ClaimJson>;

export const CardJson = z.strictObject({
  id: CardId,
  subject: CardSubject,
  ...CardPlace.shape,
});
export type CardJson = z.infer<typeof CardJson>;

export const ProjectJson = z.strictObject({
  format: z.literal("corroboard-project"),
  version: z.literal(projectJsonVersion),
  project: z.strictObject({ title: nameText, createdAt: Moment }),
  sources: z.array(
    z.strictObject({ id: SourceId, name: nameText, reliability: Reliability, note: noteText }),
  ),
  origins: z.array(
    z.strictObject({
      id: OriginId,
      name: nameText,
      kind: OriginKind,
      note: noteText,
      articleId: ArticleId.nullable(),
    }),
  ),
  articles: z.array(ArticleJson),
  /** Pairs of articles that the analyst judged not to derive from one another. */
  independentArticles: z.array(
    z.strictObject({ articleIds: z.tuple([ArticleId, ArticleId]), decidedAt: Moment }),
  ),
  tags: z.array(
    z.strictObject({
      id: TagId,
      name: nameText,
      colour: TagColour,
      parentId: TagId.nullable(),
      description: noteText,
      shortcut: TagShortcut.nullable(),
    }),
  ),
  highlights: z.array(HighlightJson),
  claims: z.array(ClaimJson),
  evidence: z.array(
    z.strictObject({
      id: EvidenceId,
      claimId: ClaimId,
      highlightId: HighlightId,
      stance: Stance,
      credibility: Credibility.nullable(),
      attribution: optionalText,
      note: noteText,
      createdAt: Moment,
    }),
  ),
  relations: z.array(
    z.strictObject({
      id: RelationId,
      fromClaimId: ClaimId,
      toClaimId: ClaimId,
      type: RelationType,
      note: noteText,
      createdAt: Moment,
    }),
  ),
  /** Articles that were read for a claim and are silent. */
  silences: z.array(z.strictObject({ claimId: ClaimId, articleId: ArticleId, checkedAt: Moment })),
  competingHypotheses: z.strictObject({
    hypotheses: z.array(ClaimId),
    rows: z.array(
      z.strictObject({
        claimId: ClaimId,
        credibility: AchWeight,
        relevance: AchWeight,
        ratings: z.array(z.strictObject({ hypothesisClaimId: ClaimId, rating: AchRating })),
      }),
    ),
  }),
  /** Questions to the highlights that are kept by name. */
  highlightQueries: z.array(
    z.strictObject({
      id: HighlightQueryId,
      name: nameText,
      query: Query,
      createdAt: Moment,
    }),
  ),
  boards: z.array(
    z.strictObject({
      id: BoardId,
      title: nameText,
      createdAt: Moment,
      cards: z.array(CardJson),
    }),
  ),
  briefings: z.array(
    z.strictObject({
      id: z.uuidv7(),
      title: filledText(1_000),
      createdAt: Moment,
      document: z.json(),
    }),
  ),
});
export type ProjectJson = z.infer<typeof ProjectJson>;
