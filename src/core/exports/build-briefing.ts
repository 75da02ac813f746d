import type { Article } from "#contract/article";
import { Stance, statusInForce } from "#contract/claim";
import type { Claim, Evidence, Relation } from "#contract/claim";
import type { ExportScope } from "#contract/export";
import { gradeOf } from "#contract/grades";
import type { Highlight } from "#contract/highlight";
import type { ArticleId, ClaimId, HighlightId } from "#contract/ids";

import { listArticles } from "../articles/article-store.ts";
import type { ReadContext } from "../core-context.ts";
import { listCoverage } from "../coverage/coverage-store.ts";
import { listEvidence } from "../evidence/evidence-store.ts";
import { readHighlights } from "../highlights/highlight-store.ts";
import { readProject } from "../projects/project-store.ts";
import { listRelations } from "../relations/relation-store.ts";
import { listTags } from "../tags/tag-store.ts";
import type { PlacedCard } from "./board-order.ts";
import type {
  BriefingClaim,
  BriefingCoverage,
  BriefingDocument,
  BriefingRelation,
  BriefingSource,
} from "./briefing-document.ts";
import { chooseClaims } from "./choose-claims.ts";
import { createQuoteList } from "./quote-list.ts";

/** With more articles than this, those that say nothing here are counted instead of listed. */
const maxUnusedSources = 50;

/**
 * Gathers what a briefing says: the claims of the scope in its order, each with its evidence.
 * @throws Failure not-found when the scope's board or claim is not there
 */
export function buildBriefing(context: ReadContext, scope: ExportScope): BriefingDocument {
  const { claims, allClaims, board } = chooseClaims(context, scope);
  const numbers = new Map(claims.map(({ claim }, index) => [claim.id, index + 1]));
  const evidence = listEvidence(context, {}).filter(({ claimId }) => numbers.has(claimId));
  const silences = listCoverage(context).filter(
    ({ claimId, state }) => state === "silent" && numbers.has(claimId),
  );
  const uncited = uncitedHighlights(context, board, evidence);
  const articles = listArticles(context);
  const sources = listedArticles(articles, [...evidence, ...silences, ...uncited]);
  const quotes = createQuoteList(context.db, sources, gradesOf(evidence));
  const evidenceOf = Map.groupBy(evidence, ({ claimId }) => claimId);
  const silentFor = Map.groupBy(silences, ({ claimId }) => claimId);
  const tagNames = new Map(listTags(context).map(({ id, name }) => [id, name]));
  const relationsOf = relationsByClaim(listRelations(context, {}), allClaims, numbers);
  return {
    title: readProject(context).title,
    scope: scope.kind,
    claims: claims.map(({ claim, onBoard, group }, index): BriefingClaim => {
      const own = evidenceOf.get(claim.id) ?? [];
      const silent = new Set(silentFor.get(claim.id)?.map(({ articleId }) => articleId));
      return {
        number: index + 1,
        onBoard,
        group,
        statement: claim.statement,
        note: claim.note,
        tags: claim.tagIds.flatMap((id) => tagNames.get(id) ?? []),
        status: statusInForce(claim),
        override:
          claim.statusOverride === null
            ? null
            : { computed: claim.status, reason: claim.statusOverride.reason },
        likelihood: claim.likelihood,
        confidence: claim.confidence,
        confidenceBasis: claim.confidenceBasis,
        counts: claim.counts,
        relations: relationsOf(claim.id),
        evidence: own.map((link) => ({
          stance: link.stance,
          quote: quotes.cite(link),
          attribution: link.attribution,
          reliability: link.reliability,
          credibility: link.credibility,
          note: link.note,
        })),
        coverage: sources.map(({ id }) => coverageBy(id, own, silent)),
      };
    }),
    claimsLeftOut: allClaims.length - claims.length,
    boardNotes: board.flatMap(({ card: { subject } }) =>
      subject.kind === "note" && subject.text.trim() !== "" ? [subject.text] : [],
    ),
    boardQuotes: uncited.map((highlight) =>
      quotes.cite({ ...highlight, highlightId: highlight.id }),
    ),
    quotes: quotes.all(),
    sources: sources.map(sourceOf),
    sourcesLeftOut: articles.length - sources.length,
  };
}

/** By highlight: the grades that it has as evidence, each once, in their order. */
function gradesOf(evidence: readonly Evidence[]): ReadonlyMap<HighlightId, readonly string[]> {
  const linksOf = Map.groupBy(evidence, ({ highlightId }) => highlightId);
  return new Map(
    [...linksOf].map(([highlightId, links]) => [
      highlightId,
      [
        ...new Set(links.map(({ reliability, credibility }) => gradeOf(reliability, credibility))),
      ].toSorted(),
    ]),
  );
}

/** Highlights on the board that are evidence for none of the claims that are shown. */
function uncitedHighlights(
  { db }: ReadContext,
  board: readonly PlacedCard[],
  evidence: readonly Evidence[],
): Highlight[] {
  const cited = new Set(evidence.map(({ highlightId }) => highlightId));
  return readHighlights(
    db,
    board.flatMap(({ card: { subject } }) =>
      subject.kind === "quote" && !cited.has(subject.highlightId) ? [subject.highlightId] : [],
    ),
  );
}

function listedArticles(
  articles: readonly Article[],
  uses: readonly { readonly articleId: ArticleId }[],
): readonly Article[] {
  if (articles.length <= maxUnusedSources) {
    return articles;
  }
  const used = new Set(uses.map(({ articleId }) => articleId));
  return articles.filter(({ id }) => used.has(id));
}

/** A claim's relations: what it says of others, then what others say of it. */
function relationsByClaim(
  relations: readonly Relation[],
  claims: readonly Claim[],
  numbers: ReadonlyMap<ClaimId, number>,
): (claimId: ClaimId) => BriefingRelation[] {
  const statements = new Map(claims.map(({ id, statement }) => [id, statement]));
  const outgoing = Map.groupBy(relations, ({ fromClaimId }) => fromClaimId);
  const incoming = Map.groupBy(relations, ({ toClaimId }) => toClaimId);
  const about = (
    { type, note }: Relation,
    other: ClaimId,
    direction: BriefingRelation["direction"],
  ): BriefingRelation => ({
    type,
    direction,
    number: numbers.get(other) ?? null,
    statement: statements.get(other) ?? "",
    note,
  });
  return (claimId) => [
    ...(outgoing.get(claimId) ?? []).map((relation) => about(relation, relation.toClaimId, "to")),
    ...(incoming.get(claimId) ?? []).map((relation) =>
      about(relation, relation.fromClaimId, "from"),
    ),
  ];
}

function coverageBy(
  articleId: ArticleId,
  evidence: readonly Evidence[],
  silent: ReadonlySet<ArticleId>,
): BriefingCoverage {
  const taken = new Set(
    evidence.filter((link) => link.articleId === articleId).map(({ stance }) => stance),
  );
  if (taken.size > 0) {
    return { kind: "evidence", stances: Stance.options.filter((stance) => taken.has(stance)) };
  }
  return { kind: silent.has(articleId) ? "silent" : "unchecked" };
}

export function sourceOf(article: Article, index: number): BriefingSource {
  return {
    number: index + 1,
    title: article.title,
    titleIsProposed: article.titleIsProposed,
    outlet: textOrNull(article.outlet),
    author: textOrNull(article.author),
    publishedOn: article.publishedOn,
    url: textOrNull(article.url),
    accessedOn: article.accessedOn,
    language: textOrNull(article.language),
    reliability: article.reliability,
    bytesSha256: article.bytesSha256,
  };
}

/** A field that was emptied is a field of which nothing is known. */
function textOrNull(words: string | null): string | null {
  return words === null || words.trim() === "" ? null : words;
}
