import { z } from "zod";

import { AchRating, AchTable, AchWeight } from "./ach.ts";
import {
  Article,
  ArticlePatch,
  ArticleText,
  FileToImport,
  ImportResult,
  Source,
  TextSpan,
} from "./article.ts";
import {
  Backup,
  BackupDifference,
  BackupId,
  BackupPlaceId,
  BackupSettings,
  backupSizeLimits,
} from "./backup.ts";
import { Board, BoardFormat, Card, CardPlace, CardSubject } from "./board.ts";
import {
  Briefing,
  BriefingCheck,
  BriefingTemplate,
  BriefingText,
  CitedQuote,
  TemplateId,
} from "./briefing.ts";
import type { Topic } from "./changes.ts";
import { CheckReport } from "./check.ts";
import {
  Claim,
  ClaimAdvice,
  ClaimKind,
  ClaimSort,
  ClaimStatus,
  Coverage,
  Evidence,
  Matrix,
  Relation,
  RelationType,
  Stance,
  StatusOverride,
} from "./claim.ts";
import {
  CodebookReport,
  Cooccurrence,
  NewTag,
  SharedUnit,
  TagAdvice,
  TagUsage,
} from "./codebook.ts";
import { ExportedDocument, ExportFormat, ExportScope } from "./export.ts";
import { Credibility, Reliability } from "./grades.ts";
import {
  HighlightQuery,
  HighlightRow,
  HighlightView,
  highlightView,
  Note,
  queryText,
} from "./highlight-table.ts";
import { Highlight, Tag, TagColour, TagShortcut } from "./highlight.ts";
import { Change, History } from "./history.ts";
import {
  ArticleId,
  BoardId,
  BriefingId,
  CardId,
  ClaimId,
  EvidenceId,
  HighlightId,
  HighlightQueryId,
  OriginId,
  ProjectId,
  RelationId,
  SourceId,
  TagId,
  UploadId,
} from "./ids.ts";
import { Confidence, Likelihood } from "./likelihood.ts";
import { Derivation, Origin, OriginKind } from "./origin.ts";
import {
  FoundInArticle,
  PassageMatch,
  PassageSpan,
  SearchStatus,
  SimilarPassage,
} from "./search.ts";
import {
  filledText,
  isWellFormedThroughout,
  Moment,
  nameText,
  noteText,
  optionalText,
  statementText,
  text,
} from "./text.ts";
import { Trash, TrashRef } from "./trash.ts";
import { BriefingFileKind, CheckedQuote, ReadQuote } from "./verification.ts";
import { SharedQuotation, WordingComparison, WordingOverview } from "./wording.ts";

/** Most ids or items that one request may carry. */
const maxItems = 10_000;
/** Most passages that one request may highlight: all hits of a search. */
const maxSpans = 50_000;

const nothing = z.strictObject({});

/** How the page was left: anything that JSON can hold, as long as it can be stored. */
const viewValue = z
  .json()
  .refine((value) => JSON.stringify(value).length <= 1_000_000, "is longer than 1000000 characters")
  .refine(isWellFormedThroughout, "contains half of a character (a lone surrogate)");

function query<Input extends z.ZodType, Output extends z.ZodType>(
  /** Topics whose change makes an earlier answer stale. */
  reads: readonly Topic[],
  input: Input,
  output: Output,
) {
  return { kind: "query", reads, input, output } as const;
}

function command<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { kind: "command", input, output } as const;
}

/** Where a claim's first evidence, or a link, comes from: a stored highlight, or a span to be highlighted. */
export const Passage = z.union([
  z.strictObject({ highlightId: HighlightId }),
  z.strictObject({ articleId: ArticleId, start: z.int().min(0), end: z.int().min(1) }),
]);
export type Passage = z.infer<typeof Passage>;

const evidenceFields = {
  stance: Stance,
  credibility: Credibility.nullable().optional(),
  attribution: optionalText.optional(),
  note: noteText.optional(),
};

/** What the analyst judges about a claim; only what is given changes, null takes it back. */
const judgementFields = {
  kind: ClaimKind.nullable().optional(),
  likelihood: Likelihood.nullable().optional(),
  confidence: Confidence.nullable().optional(),
  confidenceBasis: noteText.optional(),
  statusOverride: StatusOverride.nullable().optional(),
};

const claimIds = z.array(ClaimId).min(1).max(maxItems);

/** What joins the table of competing hypotheses: claims, or a new claim that is made with it. */
const achEntries = z.union([
  z.strictObject({ claimIds }),
  z.strictObject({ statement: statementText }),
]);

/** What an export is made of. */
const exportTopics = [
  "project",
  "articles",
  "sources",
  "origins",
  "tags",
  "highlights",
  "claims",
  "evidence",
  "relations",
  "coverage",
  "boards",
] as const satisfies readonly Topic[];

const highlightIds = z.array(HighlightId).min(1).max(maxItems);

/** What the table of highlights is made of. */
const highlightTopics = [
  "highlights",
  "tags",
  "articles",
  "sources",
  "evidence",
  "claims",
] as const satisfies readonly Topic[];

/** Questions: they change nothing. */
export const queries = {
  "project.read": query(
    ["project"],
    nothing,
    z.strictObject({
      id: ProjectId,
      title: nameText,
      /** Name of the project file, without its folder. */
      fileName: z.string(),
      createdAt: Moment,
    }),
  ),
  /**
   * The whole project as the bytes of a project file, also while its disk is full. A host hands them over as
   * they are, never as JSON.
   */
  "project.copy": query(
    [],
    nothing,
    z.strictObject({
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "is not bytes"),
    }),
  ),
  /** Integrity, anchors and quotes of the whole project. */
  "project.check": query([], nothing, CheckReport),

  "article.list": query(["articles", "sources", "highlights"], nothing, z.array(Article)),
  "article.read": query(["articles"], z.strictObject({ articleId: ArticleId }), ArticleText),
  /** The file as it was imported, byte for byte. */
  "article.original": query(
    ["articles"],
    z.strictObject({ articleId: ArticleId }),
    z.strictObject({ fileName: z.string().nullable(), base64: z.string() }),
  ),
  "source.list": query(["sources", "articles"], nothing, z.array(Source)),

  /** By name. */
  "origin.list": query(["origins", "articles"], nothing, z.array(Origin)),

  "tag.list": query(["tags", "highlights"], nothing, z.array(Tag)),
  /** Of every tag, in the codebook's order. */
  "tag.usage": query(["tags", "highlights", "claims", "articles"], nothing, z.array(TagUsage)),
  "tag.advice": query(["tags", "highlights", "claims", "articles"], nothing, TagAdvice),
  "tag.cooccurrence": query(
    ["tags", "highlights", "articles"],
    z.strictObject({ unit: SharedUnit }),
    Cooccurrence,
  ),
  /** The codebook as a table that `tag.import-csv` takes back. */
  "tag.export-csv": query(
    ["tags", "project"],
    nothing,
    z.strictObject({ fileName: z.string(), csv: z.string() }),
  ),
  /** In order of article, then of span; only those that meet every given condition. */
  "highlight.list": query(
    ["highlights", "evidence", "tags", "articles"],
    z.strictObject({
      articleId: ArticleId.optional(),
      tagId: TagId.optional(),
      /** Touches this stretch; UTF-16 code units, half-open. */
      touching: TextSpan.optional(),
      highlightIds: highlightIds.optional(),
    }),
    z.array(Highlight),
  ),
  /** Which highlights the table of all highlights shows, in order. */
  "highlight.view": query(highlightTopics, z.strictObject(highlightView), HighlightView),
  /** What stands in some rows of the table, in the order of the ids; those in the trash are left out. */
  "highlight.rows": query(
    highlightTopics,
    z.strictObject({ highlightIds: z.array(HighlightId).max(1_000) }),
    z.array(HighlightRow),
  ),
  /** What the table shows, in its order, every quote verified against the frozen text. */
  "highlight.export-csv": query(
    highlightTopics,
    z.strictObject(highlightView),
    z.strictObject({ fileName: z.string(), csv: z.string(), rows: z.int() }),
  ),
  /** The same as a document: a heading for each group, and each quote with where it stands. */
  "highlight.export-markdown": query(
    highlightTopics,
    z.strictObject(highlightView),
    z.strictObject({ fileName: z.string(), markdown: z.string(), rows: z.int() }),
  ),
  /** By name. */
  "highlight-query.list": query([...highlightTopics, "queries"], nothing, z.array(HighlightQuery)),
  /** All notes that are not empty: of articles, highlights, tags, claims and evidence, in that order. */
  "note.list": query(
    ["articles", "highlights", "tags", "claims", "evidence"],
    nothing,
    z.array(Note),
  ),

  /** In the analyst's order unless sorted; only those that match every given condition. */
  "claim.list": query(
    ["claims", "evidence", "articles", "sources", "highlights", "relations", "tags", "origins"],
    z.strictObject({
      /** The status in force: the analyst's where there is one. */
      status: ClaimStatus.optional(),
      kind: ClaimKind.optional(),
      likelihood: Likelihood.optional(),
      confidence: Confidence.optional(),
      /** Only claims towards which some passage takes this stance. */
      stance: Stance.optional(),
      /** Only claims with evidence from a source of one of these grades. */
      reliability: z.array(Reliability).min(1).max(6).optional(),
      sort: ClaimSort.optional(),
      tagId: TagId.optional(),
      /** Only claims with evidence from this article. */
      articleId: ArticleId.optional(),
      /** Every word must occur in the statement, a variant or the note, whatever its case or accents. */
      text: text(1_000).optional(),
    }),
    z.array(Claim),
  ),
  /**
   * The claims most like a text that is being typed, best first: rare words count for more than common
   * ones. Offered before a new claim is made, so that near-duplicates are not born.
   */
  "claim.nearest": query(
    ["claims", "evidence", "articles", "sources", "highlights", "relations", "tags", "origins"],
    z.strictObject({ text: text(10_000), limit: z.int().min(1).max(50) }),
    z.array(
      z.strictObject({
        claim: Claim,
        /** Above 0, up to 1 for the same words. Cannot tell a statement from its negation. */
        score: z.number(),
        /** The claim's statement or the variant that is like the text. */
        wording: statementText,
      }),
    ),
  ),
  /** What to look at again: grades and words that the evidence does not bear out. Never blocks anything. */
  "claim.advice": query(
    ["claims", "evidence", "articles", "sources", "highlights", "relations", "origins"],
    z.strictObject({ claimId: ClaimId }),
    z.array(ClaimAdvice),
  ),
  "evidence.list": query(
    ["evidence", "highlights", "articles", "sources", "claims"],
    z.strictObject({
      claimId: ClaimId.optional(),
      highlightId: HighlightId.optional(),
      articleId: ArticleId.optional(),
    }),
    z.array(Evidence),
  ),
  "relation.list": query(
    ["relations", "claims"],
    z.strictObject({ claimId: ClaimId.optional() }),
    z.array(Relation),
  ),
  /** Every pair of claim and article. */
  "coverage.list": query(
    ["coverage", "evidence", "claims", "articles", "highlights"],
    nothing,
    z.array(Coverage),
  ),

  /** Claim × article, without the cells that were not checked yet: proportional to what is known. */
  "coverage.matrix": query(
    ["coverage", "evidence", "claims", "articles", "highlights"],
    nothing,
    Matrix,
  ),
  /** The sentences of an article that are most like a claim and its evidence, best first. */
  "coverage.suggest": query(
    ["claims", "evidence", "articles", "highlights"],
    z.strictObject({ claimId: ClaimId, articleId: ArticleId, limit: z.int().min(1).max(50) }),
    z.array(z.strictObject({ ...TextSpan.shape, score: z.number() })),
  ),

  /** What every two articles share: long runs of common words, narration and quotation told apart. */
  "wording.overview": query(["articles", "origins"], nothing, WordingOverview),
  /** What two articles share, run by run. */
  "wording.compare": query(
    ["articles", "origins"],
    z.strictObject({ articleIdA: ArticleId, articleIdB: ArticleId }),
    WordingComparison,
  ),
  /** Every quotation whose words stand in two or more articles; those in most articles first. */
  "quotation.list": query(["articles"], nothing, z.array(SharedQuotation)),

  /** How far the articles have been read for the requests below, which answer from what was read. */
  "search.status": query(["search"], nothing, SearchStatus),
  /**
   * The sentences of all articles that have every word that is asked for, in any form, and what stands in
   * quotation marks word for word; by article, those with most hits first.
   */
  "search.find": query(
    ["articles", "sources", "search"],
    z.strictObject({ text: text(1_000) }),
    z.strictObject({
      articles: z.array(FoundInArticle),
      /** There are more than were looked at. */
      isCut: z.boolean(),
    }),
  ),
  /**
   * The sentences of all other articles that are most like a passage, or like a free text, best first.
   * A passage of several sentences is compared as a whole and sentence by sentence. Boilerplate and the
   * trash are left out.
   */
  "passage.similar": query(
    ["articles", "sources", "search"],
    z.union([
      z.strictObject({ ...PassageSpan.shape, limit: z.int().min(1).max(50) }),
      z.strictObject({ text: text(10_000), limit: z.int().min(1).max(50) }),
    ]),
    z.array(SimilarPassage),
  ),
  /**
   * Per article the place that answers to a passage by content: evidence of the same claim, else a shared
   * quotation or run of words, else the most similar sentence, if it is similar enough. Articles without
   * such a place are left out.
   */
  "passage.matches": query(
    ["articles", "claims", "evidence", "highlights", "search"],
    z.strictObject({ ...PassageSpan.shape, articleIds: z.array(ArticleId).min(1).max(50) }),
    z.array(PassageMatch),
  ),

  /** The table of competing hypotheses, with scores, leaders and what they are sensitive to. */
  "ach.read": query(
    ["hypotheses", "claims", "evidence", "articles", "highlights", "origins"],
    nothing,
    AchTable,
  ),

  "board.list": query(["boards"], nothing, z.array(Board)),
  /** A board and its cards, groups before their members; cards of trashed things are left out. */
  "board.read": query(
    ["boards", "claims", "highlights", "articles"],
    z.strictObject({ boardId: BoardId }),
    z.strictObject({ board: Board, cards: z.array(Card) }),
  ),
  /** A board as a file. */
  "board.export": query(
    ["boards", "claims", "evidence", "relations", "highlights", "articles", "sources", "origins"],
    z.strictObject({ boardId: BoardId, format: BoardFormat }),
    z.strictObject({
      fileName: z.string(),
      text: z.string(),
      /** Of the picture, in pixels at zoom 1; null where there is none. */
      size: z.strictObject({ width: z.int(), height: z.int() }).nullable(),
      /** All that a picture says, in words, for those who cannot see it; null where there is none. */
      description: z.string().nullable(),
    }),
  ),

  "briefing.list": query(["briefings"], nothing, z.array(Briefing)),
  "briefing.read": query(
    ["briefings"],
    z.strictObject({ briefingId: BriefingId }),
    z.strictObject({ briefing: Briefing, text: BriefingText }),
  ),
  /** What citations of these highlights show, in the order of the ids; those that are gone are left out. */
  "briefing.quotes": query(
    ["highlights", "articles", "sources", "evidence", "claims"],
    z.strictObject({ highlightIds: z.array(HighlightId).max(maxItems) }),
    z.array(CitedQuote),
  ),
  /** What to look at before a briefing leaves. */
  "briefing.check": query(
    [...exportTopics, "briefings"],
    z.strictObject({ briefingId: BriefingId }),
    BriefingCheck,
  ),
  /** Those that come with Corroboard, then the analyst's own, each by name; they are read anew each time. */
  "briefing.templates": query(
    [],
    nothing,
    z.strictObject({
      templates: z.array(BriefingTemplate),
      /** Folder into which an analyst puts own ones. */
      ownFolder: z.string(),
      /** One sentence for each file that is none. */
      refused: z.array(z.string()),
    }),
  ),

  /** What was removed and can be restored, newest first. */
  "trash.list": query(
    ["articles", "highlights", "claims", "tags", "boards", "briefings", "queries"],
    z.strictObject({ limit: z.int().min(1).max(1_000) }),
    Trash,
  ),

  "history.read": query(["history"], nothing, History),
  /** Newest first. */
  "change.list": query(
    ["history"],
    z.strictObject({ limit: z.int().min(1).max(1_000), beforeSeq: z.int().optional() }),
    z.array(Change),
  ),

  /** Newest first, and what was odd about the project when it was opened, one sentence each. */
  "backup.list": query(
    ["backups"],
    nothing,
    z.strictObject({ backups: z.array(Backup), notices: z.array(z.string()) }),
  ),
  /** Where backups go, what they may take, and where else they could go; drives are looked for each time. */
  "backup.settings": query(["backups"], nothing, BackupSettings),
  /** What a backup holds, and what restoring it would change. */
  "backup.inspect": query(
    ["backups", "history"],
    z.strictObject({ backupId: BackupId }),
    BackupDifference,
  ),

  /** How the page was left, such as the open panes; null when never saved. Not journaled. */
  "view.read": query(["view"], z.strictObject({ key: filledText(100) }), z.json()),

  /**
   * The briefing in Markdown (GFM with footnotes): claims in board order, stance by stance, every quote
   * verified against the frozen text. The same project gives the same bytes.
   */
  "export.markdown": query(
    [...exportTopics, "briefings", "hypotheses"],
    z.strictObject({
      /** Whose order to follow; the first board when not given. */
      boardId: BoardId.optional(),
      /** Only claims that are on the board; otherwise the others follow, in the list's order. */
      onlyBoard: z.boolean().optional(),
      /** This written briefing instead; refused while a quote in it does not verify. */
      briefingId: BriefingId.optional(),
    }),
    z.strictObject({
      fileName: z.string(),
      markdown: z.string(),
      /** One sentence for each quote that failed verification, naming it. */
      warnings: z.array(z.string()),
    }),
  ),
  /**
   * What is chosen, in any format, every quote verified against the frozen text. The same project gives
   * the same bytes (a PDF only from the same browser with the same fonts).
   */
  "export.document": query(
    [...exportTopics, "briefings", "hypotheses"],
    z.strictObject({
      format: ExportFormat,
      /** The whole project when not given. */
      scope: ExportScope.optional(),
      /** A folder as one ZIP file. */
      zipped: z.boolean().optional(),
    }),
    ExportedDocument,
  ),
  /** Whether each quote of an exported briefing still stands, verbatim, in the frozen articles. */
  "briefing.verify": query(
    ["articles"],
    z.strictObject({ kind: BriefingFileKind, text: text(64 * 1024 * 1024) }),
    z.strictObject({ quotes: z.array(CheckedQuote) }),
  ),
  /** The same of quotes that were read already, for files that are larger than one request. */
  "briefing.check-quotes": query(
    ["articles"],
    z.strictObject({ quotes: z.array(ReadQuote).max(10_000) }),
    z.strictObject({ quotes: z.array(CheckedQuote) }),
  ),
  /** The whole project but for its trash, journal and view, as docs/project-json.md says. */
  "export.json": query(
    [...exportTopics, "hypotheses", "briefings"],
    nothing,
    z.strictObject({
      fileName: z.string(),
      json: z.string(),
      /** One sentence for each quote that failed verification, naming it. */
      warnings: z.array(z.string()),
    }),
  ),
} as const;

/** Changes: each is one transaction and one entry of the journal, unless marked otherwise. */
export const commands = {
  "project.rename": command(z.strictObject({ title: nameText }), nothing),
  /** Fills a new project with one that was exported as JSON; a project that has anything in it refuses. */
  "project.import-json": command(
    z.strictObject({ upload: UploadId }),
    z.strictObject({ articles: z.int(), highlights: z.int(), claims: z.int() }),
  ),

  /** Takes bytes and answers with a handle for `article.import`. Not journaled; forgotten when the core stops. */
  "upload.put": command(
    z.strictObject({
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "is not bytes"),
    }),
    z.strictObject({ upload: UploadId }),
  ),
  /** All that can be read are imported in one change; the others are refused by name, with the reason. */
  "article.import": command(
    z.strictObject({ files: z.array(FileToImport).min(1).max(maxItems) }),
    ImportResult,
  ),
  "article.describe": command(
    z.strictObject({ articleId: ArticleId, patch: ArticlePatch }),
    Article,
  ),
  "article.trash": command(
    z.strictObject({ articleIds: z.array(ArticleId).min(1).max(maxItems) }),
    nothing,
  ),
  "source.grade": command(
    z.strictObject({ sourceId: SourceId, reliability: Reliability, note: noteText.optional() }),
    Source,
  ),

  "origin.create": command(
    z.strictObject({
      name: nameText,
      kind: OriginKind.exclude(["article"]),
      note: noteText.optional(),
    }),
    Origin,
  ),
  "origin.change": command(
    z.strictObject({
      originId: OriginId,
      name: nameText.optional(),
      kind: OriginKind.exclude(["article"]).optional(),
      note: noteText.optional(),
    }),
    Origin,
  ),
  /** Its articles stand for themselves again. */
  "origin.remove": command(z.strictObject({ originId: OriginId }), nothing),
  /** Says what articles derive from, or that they are independent of one another. */
  "article.set-origin": command(
    z.strictObject({ articleIds: z.array(ArticleId).min(1).max(50), derivation: Derivation }),
    z.array(Article),
  ),

  "tag.create": command(
    z.strictObject({
      name: nameText,
      /** The least used hue when not given. */
      colour: TagColour.optional(),
      parentId: TagId.nullable().optional(),
      description: noteText.optional(),
      /** The first free key of 1 to 9 when not given; null for none. */
      shortcut: TagShortcut.nullable().optional(),
    }),
    Tag,
  ),
  "tag.change": command(
    z.strictObject({
      tagId: TagId,
      name: nameText.optional(),
      colour: TagColour.optional(),
      parentId: TagId.nullable().optional(),
      description: noteText.optional(),
      shortcut: TagShortcut.nullable().optional(),
    }),
    Tag,
  ),
  /** Puts the tag below another one (null: at the top), before one of its new siblings (null: as the last). */
  "tag.move": command(
    z.strictObject({ tagId: TagId, parentId: TagId.nullable(), beforeTagId: TagId.nullable() }),
    Tag,
  ),
  /**
   * Makes one tag of several: highlights and claims that carried one of them carry the one that stays, tags
   * below them move below it, descriptions are joined, and saved queries follow.
   */
  "tag.merge": command(
    z.strictObject({ intoTagId: TagId, tagIds: z.array(TagId).min(1).max(1_000) }),
    Tag,
  ),
  /** Makes and changes tags by name as one change; nothing is removed. What cannot be read is reported. */
  "tag.import-csv": command(z.strictObject({ csv: text(4_000_000) }), CodebookReport),
  /** The highlights that carried it stay. */
  "tag.trash": command(z.strictObject({ tagId: TagId }), nothing),

  /** A span that is already highlighted gets the tags as well; no second highlight is made. */
  "highlight.create": command(
    z.strictObject({
      articleId: ArticleId,
      start: z.int().min(0),
      end: z.int().min(1),
      tagIds: z.array(TagId).max(100).optional(),
      newTag: NewTag.optional(),
      note: noteText.optional(),
    }),
    Highlight,
  ),
  /** The same for many spans at once; they may overlap one another. */
  "highlight.create-many": command(
    z.strictObject({
      places: z
        .array(
          z.strictObject({
            articleId: ArticleId,
            /** Pairs of start and end. */
            spans: z
              .array(z.tuple([z.int().min(0), z.int().min(1)]))
              .min(1)
              .max(maxSpans),
          }),
        )
        .min(1)
        .max(maxItems)
        .refine(
          (places) => places.reduce((sum, { spans }) => sum + spans.length, 0) <= maxSpans,
          `has more than ${maxSpans} spans`,
        ),
      tagIds: z.array(TagId).max(100).optional(),
      newTag: NewTag.optional(),
    }),
    z.strictObject({
      created: z.int(),
      /** Spans that were highlighted already; they got the tags as well. */
      existing: z.int(),
    }),
  ),
  /** Puts tags on and takes tags off; what is already so stays so. */
  "highlight.tag": command(
    z.strictObject({
      highlightIds,
      add: z.array(TagId).max(100).optional(),
      newTag: NewTag.optional(),
      remove: z.array(TagId).max(100).optional(),
    }),
    z.array(Highlight),
  ),
  /**
   * Makes two highlights of one. Both carry its tags and its evidence; the first keeps its note and its
   * cards. White space at the cut belongs to neither.
   */
  "highlight.split": command(
    z.strictObject({ highlightId: HighlightId, at: z.int().min(1) }),
    z.strictObject({ first: Highlight, second: Highlight }),
  ),
  /**
   * Makes one highlight of several of one article that overlap or have nothing but white space between
   * them. It carries the tags, evidence, cards and notes of all, by the rules of merge-highlights.ts.
   */
  "highlight.merge": command(
    z.strictObject({ highlightIds: z.array(HighlightId).min(2).max(1_000) }),
    Highlight,
  ),
  /** Makes a saved query, or changes the one with that id. */
  "highlight-query.save": command(
    z.strictObject({ queryId: HighlightQueryId.optional(), name: nameText, text: queryText }),
    HighlightQuery,
  ),
  "highlight-query.trash": command(z.strictObject({ queryId: HighlightQueryId }), nothing),
  "highlight.change": command(
    z.strictObject({
      highlightId: HighlightId,
      note: noteText.optional(),
      /** Both or neither: a new span in the same article. */
      start: z.int().min(0).optional(),
      end: z.int().min(1).optional(),
    }),
    Highlight,
  ),
  "highlight.trash": command(z.strictObject({ highlightIds }), nothing),

  /** With a passage, the claim, its highlight if need be and the link are one change. */
  "claim.create": command(
    z.strictObject({
      statement: statementText,
      note: noteText.optional(),
      tagIds: z.array(TagId).max(100).optional(),
      passage: Passage.optional(),
      /** Further passages, linked with the same stance. */
      morePassages: z.array(Passage).max(maxItems).optional(),
      stance: Stance.optional(),
      ...judgementFields,
    }),
    z.strictObject({ claim: Claim, evidence: Evidence.nullable() }),
  ),
  "claim.change": command(
    z.strictObject({
      claimId: ClaimId,
      statement: statementText.optional(),
      note: noteText.optional(),
      tagIds: z.array(TagId).max(100).optional(),
      /** Made in the same change, and put on with `tagIds`, else with those that the claim carries. */
      newTag: NewTag.optional(),
      ...judgementFields,
    }),
    Claim,
  ),
  /** The same for many claims; tags are put on and taken off, what is already so stays so. */
  "claim.change-many": command(
    z.strictObject({
      claimIds,
      addTagIds: z.array(TagId).max(100).optional(),
      removeTagIds: z.array(TagId).max(100).optional(),
      ...judgementFields,
    }),
    z.array(Claim),
  ),
  /** Puts the claim before another one in the list; null for the end. */
  "claim.move": command(
    z.strictObject({ claimId: ClaimId, beforeClaimId: ClaimId.nullable() }),
    nothing,
  ),
  /**
   * Makes one claim of several: all evidence is kept, wordings become variants, and relations, cards, tags
   * and marks of silence move along.
   */
  "claim.merge": command(
    z.strictObject({ intoClaimId: ClaimId, claimIds }),
    z.strictObject({
      claim: Claim,
      /** Links of one highlight with different stances that became one, for the analyst to look at. */
      joined: z.array(z.strictObject({ highlightId: HighlightId, kept: Stance, dropped: Stance })),
    }),
  ),
  /** Gives some of a claim's evidence to a new claim with the same tags, unless others are given. */
  "claim.split": command(
    z.strictObject({
      claimId: ClaimId,
      evidenceIds: z.array(EvidenceId).min(1).max(maxItems),
      statement: statementText,
      note: noteText.optional(),
      tagIds: z.array(TagId).max(100).optional(),
    }),
    z.strictObject({ claim: Claim, rest: Claim }),
  ),
  /** Its evidence and relations go to the trash with it and come back with undo. */
  "claim.trash": command(z.strictObject({ claimIds }), nothing),

  /** A highlight is linked to a claim once; linking again changes the link. */
  "evidence.link": command(
    z.strictObject({ claimId: ClaimId, passage: Passage, ...evidenceFields }),
    Evidence,
  ),
  /** Many passages to one claim; those that are linked already get the given fields. */
  "evidence.link-many": command(
    z.strictObject({
      claimId: ClaimId,
      passages: z.array(Passage).min(1).max(maxItems),
      ...evidenceFields,
    }),
    z.array(Evidence),
  ),
  /**
   * Moves evidence to another claim. Where that links the same highlight already, the two links become
   * one by the rule in core/evidence/join-links.ts.
   */
  "evidence.move": command(
    z.strictObject({
      evidenceIds: z.array(EvidenceId).min(1).max(maxItems),
      toClaimId: ClaimId,
    }),
    z.array(Evidence),
  ),
  "evidence.change": command(
    z.strictObject({ evidenceId: EvidenceId, ...evidenceFields, stance: Stance.optional() }),
    Evidence,
  ),
  "evidence.unlink": command(
    z.strictObject({ evidenceIds: z.array(EvidenceId).min(1).max(maxItems) }),
    nothing,
  ),

  /** Two claims have at most one relation in each direction; relating again changes its type. */
  "relation.create": command(
    z.strictObject({
      fromClaimId: ClaimId,
      toClaimId: ClaimId,
      type: RelationType,
      note: noteText.optional(),
    }),
    Relation,
  ),
  "relation.change": command(
    z.strictObject({
      relationId: RelationId,
      type: RelationType.optional(),
      note: noteText.optional(),
    }),
    Relation,
  ),
  "relation.remove": command(z.strictObject({ relationId: RelationId }), nothing),

  /** Says that an article was read for a claim and is silent, or takes that back. */
  "coverage.mark": command(
    z.strictObject({ claimId: ClaimId, articleId: ArticleId, silent: z.boolean() }),
    Coverage,
  ),

  /** Claims become hypotheses, in the given order. A claim is a hypothesis or evidence, not both. */
  "ach.add-hypothesis": command(achEntries, AchTable),
  "ach.remove-hypothesis": command(z.strictObject({ claimId: ClaimId }), AchTable),
  /** Claims become evidence rows, in the given order. */
  "ach.add-row": command(achEntries, AchTable),
  "ach.remove-row": command(z.strictObject({ claimId: ClaimId }), AchTable),
  /** Null makes the cell blank again. */
  "ach.rate": command(
    z.strictObject({
      rowClaimId: ClaimId,
      hypothesisClaimId: ClaimId,
      rating: AchRating.nullable(),
    }),
    AchTable,
  ),
  "ach.weigh": command(
    z.strictObject({
      rowClaimId: ClaimId,
      credibility: AchWeight.optional(),
      relevance: AchWeight.optional(),
    }),
    AchTable,
  ),

  "board.create": command(z.strictObject({ title: nameText }), Board),
  "board.rename": command(z.strictObject({ boardId: BoardId, title: nameText }), Board),
  "board.trash": command(z.strictObject({ boardId: BoardId }), nothing),
  /** Cards that the board has already (same claim, quote or article) are answered as they are. */
  "card.add": command(
    z.strictObject({
      boardId: BoardId,
      cards: z
        .array(z.strictObject({ subject: CardSubject, place: CardPlace }))
        .min(1)
        .max(maxItems),
    }),
    z.array(Card),
  ),
  /** Moves, resizes and groups: one change however many cards. */
  "card.place": command(
    z.strictObject({
      boardId: BoardId,
      places: z
        .array(z.strictObject({ cardId: CardId, place: CardPlace }))
        .min(1)
        .max(maxItems),
    }),
    z.array(Card),
  ),
  /**
   * Puts cards into a new group, as one change. Answers the group and then its members.
   * The places of the members are those in the group.
   */
  "card.group": command(
    z.strictObject({
      boardId: BoardId,
      place: CardPlace,
      members: z
        .array(z.strictObject({ cardId: CardId, place: CardPlace.omit({ groupId: true }) }))
        .min(1)
        .max(maxItems),
    }),
    z.array(Card),
  ),
  /** Changes the words of a note or group. */
  "card.write": command(z.strictObject({ cardId: CardId, text: noteText }), Card),
  /** Members of a removed group stay where they are. */
  "card.remove": command(
    z.strictObject({ boardId: BoardId, cardIds: z.array(CardId).min(1).max(maxItems) }),
    nothing,
  ),

  /** Empty, or drafted from a board by a template, or with a given text. */
  "briefing.create": command(
    z.strictObject({
      title: nameText,
      templateId: TemplateId.optional(),
      /** What a template is filled with; the first board when not given. */
      boardId: BoardId.optional(),
      text: BriefingText.optional(),
    }),
    Briefing,
  ),
  "briefing.rename": command(z.strictObject({ briefingId: BriefingId, title: nameText }), Briefing),
  /** The same text under another name, right behind. */
  "briefing.duplicate": command(z.strictObject({ briefingId: BriefingId }), Briefing),
  /** Puts the briefing before another one in the list; null for the end. */
  "briefing.move": command(
    z.strictObject({ briefingId: BriefingId, beforeBriefingId: BriefingId.nullable() }),
    nothing,
  ),
  "briefing.trash": command(z.strictObject({ briefingId: BriefingId }), nothing),
  /** The whole text. A conflict, and nothing saved, when it was saved since `baseRevision` was read. */
  "briefing.save": command(
    z.strictObject({ briefingId: BriefingId, text: BriefingText, baseRevision: text(200) }),
    Briefing,
  ),

  /** All or none; what stands in the way of one is said. */
  "trash.restore": command(
    z.strictObject({ things: z.array(TrashRef).min(1).max(maxItems) }),
    z.strictObject({ restored: z.int() }),
  ),
  /** With all that belongs to them. Only undo brings them back. */
  "trash.purge": command(
    z.strictObject({
      things: z.union([z.array(TrashRef).min(1).max(maxItems), z.literal("everything")]),
    }),
    z.strictObject({ purged: z.int() }),
  ),

  "history.undo": command(nothing, History),
  "history.redo": command(nothing, History),

  /** Makes a backup now and answers when it is on the disk and verified. Not journaled. */
  "backup.make": command(nothing, Backup),
  /** Sets what is given, for all projects of this machine, and tells every page. Not journaled. */
  "backup.configure": command(
    z.strictObject({
      maxBytes: z.int().min(backupSizeLimits.min).max(backupSizeLimits.max).optional(),
      /** A folder of ours is made there; null: no second folder any more. */
      secondPlace: BackupPlaceId.nullable().optional(),
    }),
    BackupSettings,
  ),
  /**
   * Puts a backup in the place of the project, with its journal. The present file is kept beside it.
   * Every page then reads everything again.
   */
  "backup.restore": command(
    z.strictObject({ backupId: BackupId }),
    z.strictObject({
      /** Name of the file that was replaced, in the folder of the project. */
      keptAs: z.string(),
    }),
  ),

  /** Not journaled: how the page looks is not part of the analysis. */
  "view.save": command(z.strictObject({ key: filledText(100), value: viewValue }), nothing),
} as const;

export const requests = { ...queries, ...commands } as const;

/**
 * Answered around the core, not by a handler inside a transaction: they take long, or put another file in
 * the place of the project.
 */
export const backupRequests = [
  "backup.list",
  "backup.inspect",
  "backup.settings",
  "backup.make",
  "backup.configure",
  "backup.restore",
] as const satisfies readonly (keyof typeof requests)[];
export type BackupRequestName = (typeof backupRequests)[number];

export type QueryName = keyof typeof queries;
export type CommandName = keyof typeof commands;
export type RequestName = QueryName | CommandName;
/** What a caller gives. */
export type InputOf<Name extends RequestName> = z.input<(typeof requests)[Name]["input"]>;
/** What the core gets after parsing. */
export type ParsedInputOf<Name extends RequestName> = z.output<(typeof requests)[Name]["input"]>;
export type OutputOf<Name extends RequestName> = z.output<(typeof requests)[Name]["output"]>;

export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}

export function isCommandName(name: RequestName): name is CommandName {
  return Object.hasOwn(commands, name);
}
