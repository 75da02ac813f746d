import type { Article } from "#contract/article";
import type { Claim, Evidence, Relation, RelationType, Stance } from "#contract/claim";
import type { Highlight } from "#contract/highlight";
import type { ArticleId, ClaimId, EvidenceId, HighlightId, RelationId } from "#contract/ids";

const at = "2025-09-05T12:00:00.000Z";
const none = { highlights: 0, articles: 0, independent: 0 };

/** A claim nobody has said anything about, unless counts are given. */
export function claimOf(id: string, more: Partial<Claim> = {}): Claim {
  return {
    id: id as ClaimId,
    statement: `Claim ${id}`,
    note: "",
    tagIds: [],
    position: 0,
    createdAt: at,
    status: "not assessed",
    statusOverride: null,
    kind: null,
    likelihood: null,
    confidence: null,
    confidenceBasis: "",
    variants: [],
    articleIds: [],
    reliabilities: [],
    contradictions: 0,
    supportedContradictions: 0,
    counts: { supports: none, disputes: none, qualifies: none, mentions: none, all: none },
    ...more,
  };
}

export function articleOf(id: string, more: Partial<Article> = {}): Article {
  return {
    id: id as ArticleId,
    title: `Article ${id}`,
    titleIsProposed: false,
    outlet: null,
    sourceId: null,
    reliability: "F",
    author: null,
    publishedOn: null,
    url: null,
    accessedOn: null,
    language: null,
    note: "",
    originId: null,
    fileName: null,
    byteLength: 0,
    bytesSha256: "",
    textSha256: "",
    encoding: "utf-8",
    hasByteOrderMark: false,
    textLength: 0,
    wordCount: 0,
    position: 0,
    importedAt: at,
    highlightCount: 0,
    ...more,
  };
}

export function highlightOf(id: string, articleId: string, exact: string): Highlight {
  return {
    id: id as HighlightId,
    articleId: articleId as ArticleId,
    start: 0,
    end: exact.length,
    exact,
    prefix: "",
    suffix: "",
    note: "",
    tagIds: [],
    claimCount: 0,
    createdAt: at,
  };
}

export function evidenceOf(
  id: string,
  claimId: string,
  highlight: Highlight,
  stance: Stance,
  more: Partial<Evidence> = {},
): Evidence {
  return {
    id: id as EvidenceId,
    claimId: claimId as ClaimId,
    highlightId: highlight.id,
    stance,
    credibility: null,
    attribution: null,
    note: "",
    createdAt: at,
    articleId: highlight.articleId,
    articleTitle: "",
    outlet: null,
    reliability: "F",
    start: highlight.start,
    end: highlight.end,
    exact: highlight.exact,
    verified: true,
    ...more,
  };
}

export function relationOf(id: string, from: string, to: string, type: RelationType): Relation {
  return {
    id: id as RelationId,
    fromClaimId: from as ClaimId,
    toClaimId: to as ClaimId,
    type,
    note: "",
    createdAt: at,
  };
}
