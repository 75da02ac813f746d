import { statusInForce } from "#contract/claim";
import type { ExportedDocument, ExportScope } from "#contract/export";
import type { ArticleId, HighlightId, TagId } from "#contract/ids";

import { listArticles, textOfArticle } from "../articles/article-store.ts";
import type { ReadContext } from "../core-context.ts";
import { listEvidence } from "../evidence/evidence-store.ts";
import { listHighlights } from "../highlights/highlight-store.ts";
import { readProject } from "../projects/project-store.ts";
import { listTags } from "../tags/tag-store.ts";
import { chooseClaims } from "./choose-claims.ts";
import type { Choice } from "./choose-claims.ts";
import { csvOf } from "./csv-cells.ts";
import { fileNameOf } from "./file-name.ts";

/**
 * Three tables: the claims of the scope, their evidence, and the highlights that they rest on (for a board
 * or a briefing its quotes as well, for the project all). Places are UTF-16 code units of the frozen text, from 0, the end
 * not included.
 */
export function exportCsv(context: ReadContext, scope: ExportScope): ExportedDocument {
  const choice = chooseClaims(context, scope);
  const tagNames = new Map(listTags(context).map(({ id, name }) => [id, name]));
  const named = (ids: readonly TagId[]) => ids.flatMap((id) => tagNames.get(id) ?? []).join("; ");
  const evidence = evidenceOf(context, choice);
  const highlights = highlightsOf(context, scope, choice, evidence);
  const unverified = highlights.filter(({ verified }) => !verified).length;
  return {
    fileName: fileNameOf(readProject(context).title, "csv").replace(/\.csv$/u, " (CSV)"),
    mediaType: "text/csv; charset=utf-8",
    content: {
      kind: "folder",
      files: [
        { path: "claims.csv", text: claimTable(choice, named) },
        { path: "evidence.csv", text: evidenceTable(choice, evidence) },
        { path: "highlights.csv", text: highlightTable(highlights, named) },
      ],
    },
    warnings:
      unverified === 0
        ? []
        : [
            `Not verified: ${unverified} of ${highlights.length} quotes, marked "no" in the column "verified".`,
          ],
  };
}

function claimTable({ claims }: Choice, named: (ids: readonly TagId[]) => string): string {
  return csvOf(
    [
      "id",
      "number",
      "statement",
      "status",
      "computed_status",
      "status_reason",
      "kind",
      "likelihood",
      "confidence",
      "confidence_basis",
      "tags",
      "note",
      "board_group",
      "supporting_articles",
      "supporting_lines",
      "disputing_articles",
      "disputing_lines",
      "created_at",
    ],
    claims.map(({ claim, group }, index) => [
      claim.id,
      index + 1,
      claim.statement,
      statusInForce(claim),
      claim.status,
      claim.statusOverride?.reason ?? null,
      claim.kind,
      claim.likelihood,
      claim.confidence,
      claim.confidenceBasis,
      named(claim.tagIds),
      claim.note,
      group,
      claim.counts.supports.articles,
      claim.counts.supports.independent,
      claim.counts.disputes.articles,
      claim.counts.disputes.independent,
      claim.createdAt,
    ]),
  );
}

/** Claim by claim in the order of the choice. */
function evidenceOf(context: ReadContext, { claims }: Choice) {
  const byClaim = Map.groupBy(listEvidence(context, {}), ({ claimId }) => claimId);
  return claims.flatMap(({ claim }) => byClaim.get(claim.id) ?? []);
}

function evidenceTable({ claims }: Choice, evidence: ReturnType<typeof evidenceOf>): string {
  const statements = new Map(claims.map(({ claim }) => [claim.id, claim.statement]));
  return csvOf(
    [
      "id",
      "claim_id",
      "claim",
      "stance",
      "quote",
      "verified",
      "attribution",
      "reliability",
      "credibility",
      "note",
      "article_id",
      "article",
      "outlet",
      "highlight_id",
      "start",
      "end",
      "created_at",
    ],
    evidence.map((link) => [
      link.id,
      link.claimId,
      statements.get(link.claimId) ?? null,
      link.stance,
      link.exact,
      link.verified,
      link.attribution,
      link.reliability,
      link.credibility,
      link.note,
      link.articleId,
      link.articleTitle,
      link.outlet,
      link.highlightId,
      link.start,
      link.end,
      link.createdAt,
    ]),
  );
}

/** In order of article, then of span. */
function highlightsOf(
  context: ReadContext,
  scope: ExportScope,
  { board, highlightIds }: Choice,
  evidence: readonly { readonly highlightId: HighlightId }[],
) {
  const wanted = new Set([
    ...evidence.map(({ highlightId }) => highlightId),
    ...highlightIds,
    ...board.flatMap(({ card: { subject } }) =>
      subject.kind === "quote" ? [subject.highlightId] : [],
    ),
  ]);
  const articles = new Map(listArticles(context).map((article) => [article.id, article]));
  const all = listHighlights(context, {});
  const chosen = scope.kind === "project" ? all : all.filter(({ id }) => wanted.has(id));
  let open: { id: ArticleId; text: string } | null = null;
  return chosen.map((highlight) => {
    // One text at a time: the list is in order of article.
    if (open?.id !== highlight.articleId) {
      open = { id: highlight.articleId, text: textOfArticle(context.db, highlight.articleId) };
    }
    return {
      ...highlight,
      article: articles.get(highlight.articleId) ?? null,
      verified: open.text.slice(highlight.start, highlight.end) === highlight.exact,
    };
  });
}

function highlightTable(
  highlights: ReturnType<typeof highlightsOf>,
  named: (ids: readonly TagId[]) => string,
): string {
  return csvOf(
    [
      "id",
      "quote",
      "verified",
      "before",
      "after",
      "tags",
      "note",
      "claims",
      "article_id",
      "article",
      "outlet",
      "start",
      "end",
      "created_at",
    ],
    highlights.map((highlight) => [
      highlight.id,
      highlight.exact,
      highlight.verified,
      highlight.prefix,
      highlight.suffix,
      named(highlight.tagIds),
      highlight.note,
      highlight.claimCount,
      highlight.articleId,
      highlight.article?.title ?? null,
      highlight.article?.outlet ?? null,
      highlight.start,
      highlight.end,
      highlight.createdAt,
    ]),
  );
}
