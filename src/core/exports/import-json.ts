import { Failure } from "#contract/failure";
import type { ProjectJson } from "#contract/project-json";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import { keepOriginal, keepText } from "../articles/content-store.ts";
import { referencesOf } from "../boards/board-store.ts";
import type { WriteContext } from "../core-context.ts";
import { journaledTables } from "../history/journaled-tables.ts";
import { readProject } from "../projects/project-store.ts";
import type { ReadableDb } from "../store/db.ts";
import { damaged, parseProjectJson } from "./read-project-json.ts";

/**
 * Fills an empty project with all of a project that was exported as JSON, as one change. Ids stay as they
 * are; positions are made anew from the order of the lists, and blocks from the texts.
 * @throws Failure conflict when the project is not empty; those of parseProjectJson
 */
export function importProjectJson(
  context: WriteContext,
  { upload }: ParsedInputOf<"project.import-json">,
): OutputOf<"project.import-json"> {
  refuseUnlessEmpty(context.db);
  const bytes = context.uploads.take(upload);
  if (bytes === undefined) {
    throw new Failure(
      "invalid-request",
      "The file is no longer waiting to be imported; choose it again.",
      { path: ["upload"] },
    );
  }
  const project = parseProjectJson(bytes);
  context.journal.label("import project");
  insertAll(context, project);
  return {
    articles: project.articles.length,
    highlights: project.highlights.length,
    claims: project.claims.length,
  };
}

/** A new project has nothing but its title and a board with nothing on it. */
function refuseUnlessEmpty(db: ReadableDb): void {
  for (const table of Object.keys(journaledTables)) {
    const rows = db.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
    if (rows > (table === "project" || table === "board" ? 1 : 0)) {
      throw new Failure(
        "conflict",
        "A project can only be imported into a new one, and this one has something in it already. " +
          "Start a new project and import into that.",
      );
    }
  }
}

function insertAll(context: WriteContext, project: ProjectJson): void {
  const { db, journal } = context;
  // Origins and articles refer to each other, and cards to groups that may come later.
  db.run("PRAGMA defer_foreign_keys = ON");
  try {
    const { title, createdAt } = project.project;
    journal.update("project", { id: readProject(context).id }, { title, created_at: createdAt });
    for (const { id } of db.all<{ id: string }>("SELECT id FROM board")) {
      journal.remove("board", { id });
    }
    insertSources(context, project);
    insertArticles(context, project);
    insertTags(context, project);
    insertHighlights(context, project);
    insertClaims(context, project);
    insertLinks(context, project);
    insertQueries(context, project);
    insertBoards(context, project);
  } catch (error) {
    if (isConstraint(error)) {
      throw damaged("two things in it cannot be there together, or one is not allowed", error);
    }
    throw error;
  }
  const [dangling] = db.all<{ table: string; parent: string }>(
    `SELECT "table", parent FROM pragma_foreign_key_check LIMIT 1`,
  );
  if (dangling !== undefined) {
    throw damaged(
      `something of “${dangling.table}” refers to a ${dangling.parent} that is missing`,
    );
  }
}

function insertSources({ journal }: WriteContext, { sources, origins }: ProjectJson): void {
  for (const source of sources) {
    journal.insert("source", source);
  }
  for (const { articleId, ...origin } of origins) {
    journal.insert("origin", { ...origin, article_id: articleId });
  }
}

function insertArticles(
  { db, journal }: WriteContext,
  { articles, independentArticles }: ProjectJson,
): void {
  for (const [position, article] of articles.entries()) {
    keepOriginal(db, article.bytesSha256, Buffer.from(article.bytesBase64, "base64"));
    keepText(db, article.text);
    journal.insert("article", {
      id: article.id,
      title: article.title,
      title_is_proposed: article.titleIsProposed ? 1 : 0,
      source_id: article.sourceId,
      author: article.author,
      published_on: article.publishedOn,
      url: article.url,
      accessed_on: article.accessedOn,
      language: article.language,
      note: article.note,
      origin_id: article.originId,
      file_name: article.fileName,
      bytes_sha256: article.bytesSha256,
      text_sha256: article.textSha256,
      encoding: article.encoding,
      has_byte_order_mark: article.hasByteOrderMark ? 1 : 0,
      position,
      imported_at: article.importedAt,
      trashed_at: null,
    });
  }
  for (const { articleIds, decidedAt } of independentArticles) {
    journal.insert("wording_verdict", {
      article_a_id: articleIds[0],
      article_b_id: articleIds[1],
      verdict: "independent",
      decided_at: decidedAt,
    });
  }
}

function insertTags({ journal }: WriteContext, { tags }: ProjectJson): void {
  for (const [position, { parentId, ...tag }] of tags.entries()) {
    journal.insert("tag", { ...tag, parent_id: parentId, position, trashed_at: null });
  }
}

function insertHighlights({ journal }: WriteContext, { highlights }: ProjectJson): void {
  for (const highlight of highlights) {
    journal.insert("highlight", {
      id: highlight.id,
      article_id: highlight.articleId,
      span_start: highlight.start,
      span_end: highlight.end,
      exact: highlight.exact,
      prefix: highlight.prefix,
      suffix: highlight.suffix,
      note: highlight.note,
      created_at: highlight.createdAt,
      trashed_at: null,
    });
    for (const [position, tagId] of highlight.tagIds.entries()) {
      journal.insert("highlight_tag", { highlight_id: highlight.id, tag_id: tagId, position });
    }
  }
}

function insertClaims({ journal }: WriteContext, { claims }: ProjectJson): void {
  for (const [position, claim] of claims.entries()) {
    journal.insert("claim", {
      id: claim.id,
      statement: claim.statement,
      kind: claim.kind,
      likelihood: claim.likelihood,
      confidence: claim.confidence,
      confidence_basis: claim.confidenceBasis,
      status_override: claim.statusOverride?.status ?? null,
      status_reason: claim.statusOverride?.reason ?? "",
      note: claim.note,
      position,
      created_at: claim.createdAt,
      trashed_at: null,
    });
    for (const [place, tagId] of claim.tagIds.entries()) {
      journal.insert("claim_tag", { claim_id: claim.id, tag_id: tagId, position: place });
    }
    for (const { id, statement, createdAt } of claim.variants) {
      journal.insert("claim_wording", {
        id,
        claim_id: claim.id,
        statement,
        created_at: createdAt,
      });
    }
  }
}

function insertLinks(
  { journal }: WriteContext,
  { evidence, relations, silences, competingHypotheses }: ProjectJson,
): void {
  for (const { claimId, highlightId, createdAt, ...link } of evidence) {
    journal.insert("evidence", {
      ...link,
      claim_id: claimId,
      highlight_id: highlightId,
      created_at: createdAt,
    });
  }
  for (const { fromClaimId, toClaimId, createdAt, ...relation } of relations) {
    journal.insert("relation", {
      ...relation,
      from_claim_id: fromClaimId,
      to_claim_id: toClaimId,
      created_at: createdAt,
    });
  }
  for (const { claimId, articleId, checkedAt } of silences) {
    journal.insert("coverage", {
      claim_id: claimId,
      article_id: articleId,
      checked_at: checkedAt,
    });
  }
  for (const [position, claimId] of competingHypotheses.hypotheses.entries()) {
    journal.insert("ach_hypothesis", { claim_id: claimId, position });
  }
  for (const [position, { claimId, ratings, ...weights }] of competingHypotheses.rows.entries()) {
    journal.insert("ach_row", { ...weights, claim_id: claimId, position });
    for (const { hypothesisClaimId, rating } of ratings) {
      journal.insert("ach_rating", {
        row_claim_id: claimId,
        hypothesis_claim_id: hypothesisClaimId,
        rating,
      });
    }
  }
}

function insertQueries({ journal }: WriteContext, { highlightQueries }: ProjectJson): void {
  for (const { query, createdAt, ...kept } of highlightQueries) {
    journal.insert("highlight_query", {
      ...kept,
      query: JSON.stringify(query),
      created_at: createdAt,
      trashed_at: null,
    });
  }
}

function insertBoards({ journal }: WriteContext, { boards, briefings }: ProjectJson): void {
  for (const [position, { id, title, createdAt, cards }] of boards.entries()) {
    journal.insert("board", { id, title, position, created_at: createdAt, trashed_at: null });
    for (const { subject, groupId, ...card } of cards) {
      const { claimId, highlightId, articleId } = referencesOf(subject);
      journal.insert("card", {
        ...card,
        board_id: id,
        kind: subject.kind,
        claim_id: claimId,
        highlight_id: highlightId,
        article_id: articleId,
        text: subject.kind === "note" || subject.kind === "group" ? subject.text : null,
        group_id: groupId,
      });
    }
  }
  for (const [position, { id, title, createdAt, document }] of briefings.entries()) {
    journal.insert("briefing", {
      id,
      title,
      document: JSON.stringify(document),
      position,
      created_at: createdAt,
      trashed_at: null,
    });
  }
}

/** A CHECK or UNIQUE of the tables: https://www.sqlite.org/rescode.html#constraint */
function isConstraint(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("SQLITE_CONSTRAINT")
  );
}
