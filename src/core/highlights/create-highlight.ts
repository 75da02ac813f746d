import type { Highlight, Tag } from "#contract/highlight";
import type { ArticleId, HighlightId } from "#contract/ids";
import type { ParsedInputOf, Passage } from "#contract/requests";

import { requireArticle, textOfArticle } from "../articles/article-store.ts";
import type { WriteContext } from "../core-context.ts";
import { findHighlightAt, requireHighlight } from "./highlight-store.ts";
import { tagsToPutOn } from "./new-tag.ts";
import { anchorQuote } from "./quote-context.ts";
import { addTags } from "./tag-highlights.ts";

export function createHighlight(
  context: WriteContext,
  { articleId, start, end, tagIds = [], newTag, note }: ParsedInputOf<"highlight.create">,
): Highlight {
  const tags = tagsToPutOn(context, tagIds, newTag, ["tagIds"]);
  const highlightId = findOrCreateHighlight(context, { articleId, start, end });
  addTags(
    context,
    highlightId,
    tags.map((tag) => tag.id),
  );
  if (note !== undefined) {
    context.journal.update("highlight", { id: highlightId }, { note });
  }
  context.journal.label(labelOf(tags));
  return requireHighlight(context.db, highlightId);
}

/** The highlight that a passage names; a span that is not highlighted yet becomes one. */
export function highlightOfPassage(context: WriteContext, passage: Passage): HighlightId {
  if ("highlightId" in passage) {
    return requireHighlight(context.db, passage.highlightId, ["passage", "highlightId"]).id;
  }
  return findOrCreateHighlight(context, passage);
}

function findOrCreateHighlight(
  context: WriteContext,
  { articleId, start, end }: { articleId: ArticleId; start: number; end: number },
): HighlightId {
  const { db, journal } = context;
  requireArticle(db, articleId);
  const existing = findHighlightAt(db, { articleId, start, end });
  if (existing !== null) {
    return existing;
  }
  const id = context.newId() as HighlightId;
  journal.insert("highlight", {
    id,
    article_id: articleId,
    span_start: start,
    span_end: end,
    ...anchorQuote(textOfArticle(db, articleId), start, end),
    note: "",
    created_at: context.now(),
    trashed_at: null,
  });
  return id;
}

function labelOf([first, ...others]: readonly Tag[]): string {
  if (first === undefined) {
    return "highlight";
  }
  return others.length === 0 ? `tag “${first.name}”` : `tag with ${others.length + 1} tags`;
}
