import type { Article } from "#contract/article";
import { Failure } from "#contract/failure";
import type { ArticleId, OriginId } from "#contract/ids";
import type { Derivation } from "#contract/origin";
import type { ParsedInputOf } from "#contract/requests";

import { readArticle, requireArticle } from "../articles/article-store.ts";
import type { WriteContext } from "../core-context.ts";
import { insertOrigin } from "./change-origins.ts";
import { findOriginNamed, membersOf, originRootedAt, requireOrigin } from "./origin-store.ts";
import { dropOverruledVerdicts, keepIndependence } from "./verdict-store.ts";

/**
 * Says what articles derive from. What derives from one of them goes with it: when C derives from A, and A
 * is said to derive from B, then C does. Articles that are said to be independent leave their origins, but
 * others may still derive from them.
 * @throws Failure conflict when an article is said to derive from itself
 */
export function setOrigin(
  context: WriteContext,
  { articleIds: given, derivation }: ParsedInputOf<"article.set-origin">,
): Article[] {
  const { db, journal } = context;
  const articleIds = [...new Set(given)];
  for (const id of articleIds) {
    requireArticle(db, id);
  }
  if (derivation.kind === "independent") {
    for (const id of articleIds) {
      leaveOrigin(context, id);
    }
    keepIndependence(context, articleIds);
    journal.label(articleIds.length === 1 ? "stands for itself" : "judge articles independent");
  } else {
    const originId = originOf(context, derivation, articleIds);
    for (const id of articleIds) {
      joinOrigin(context, id, originId);
    }
    dropOverruledVerdicts(context);
    journal.label(
      derivation.kind === "derives" ? "derive from another article" : "derive from an origin",
    );
  }
  return articleIds.map((id) => readArticle(db, id));
}

/** The origin that the articles are to join; made where there is none yet. */
function originOf(
  context: WriteContext,
  derivation: Exclude<Derivation, { kind: "independent" }>,
  articleIds: readonly ArticleId[],
): OriginId {
  const { db } = context;
  switch (derivation.kind) {
    case "origin":
      return requireOrigin(db, derivation.originId, ["derivation", "originId"]).id;
    case "named":
      return (
        findOriginNamed(db, derivation.name)?.id ??
        insertOrigin(context, { name: derivation.name, kind: derivation.originKind, note: "" })
      );
    case "derives":
      return originFromArticle(context, derivation.fromArticleId, articleIds);
  }
}

function originFromArticle(
  context: WriteContext,
  fromArticleId: ArticleId,
  articleIds: readonly ArticleId[],
): OriginId {
  const { db, journal } = context;
  const root = requireArticle(db, fromArticleId);
  if (articleIds.includes(fromArticleId)) {
    throw new Failure("conflict", "An article cannot derive from itself. Choose another one.", {
      path: ["derivation", "fromArticleId"],
    });
  }
  if (root.origin_id === null) {
    const id = insertOrigin(context, {
      name: root.title,
      kind: "article",
      note: "",
      rootArticleId: fromArticleId,
    });
    journal.update("article", { id: fromArticleId }, { origin_id: id });
    return id;
  }
  const { rootArticleId } = requireOrigin(db, root.origin_id);
  if (rootArticleId !== null && articleIds.includes(rootArticleId)) {
    // B was said to derive from A, and now A is said to derive from B.
    journal.update(
      "origin",
      { id: root.origin_id },
      { article_id: fromArticleId, name: root.title },
    );
  }
  return root.origin_id;
}

function joinOrigin(context: WriteContext, articleId: ArticleId, originId: OriginId): void {
  const { db, journal } = context;
  const own = originRootedAt(db, articleId);
  if (own !== null && own !== originId) {
    for (const id of membersOf(db, own)) {
      journal.update("article", { id }, { origin_id: originId });
    }
    journal.remove("origin", { id: own });
    return;
  }
  const { origin_id: before } = requireArticle(db, articleId);
  journal.update("article", { id: articleId }, { origin_id: originId });
  dissolveIfAlone(context, before);
}

function leaveOrigin(context: WriteContext, articleId: ArticleId): void {
  const { origin_id: before } = requireArticle(context.db, articleId);
  if (before === null || originRootedAt(context.db, articleId) !== null) {
    return; // the root of an origin derives from nothing; the origin goes when no other is left in it
  }
  context.journal.update("article", { id: articleId }, { origin_id: null });
  dissolveIfAlone(context, before);
}

/** An article from which nothing derives any more needs no origin to be one line. */
function dissolveIfAlone({ db, journal }: WriteContext, originId: OriginId | null): void {
  if (originId === null) {
    return;
  }
  const members = membersOf(db, originId);
  if (requireOrigin(db, originId).rootArticleId === null || members.length > 1) {
    return;
  }
  for (const id of members) {
    journal.update("article", { id }, { origin_id: null });
  }
  journal.remove("origin", { id: originId });
}
