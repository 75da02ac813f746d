import type { HighlightId, TagId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import { requireArticle, textOfArticle } from "../articles/article-store.ts";
import type { WriteContext } from "../core-context.ts";
import { findHighlightAt } from "./highlight-store.ts";
import { tagsToPutOn } from "./new-tag.ts";
import { anchorQuote } from "./quote-context.ts";
import { addTags } from "./tag-highlights.ts";

/** Highlights many spans as one change, such as all hits of a search. */
export function createManyHighlights(
  context: WriteContext,
  { places, tagIds = [], newTag }: ParsedInputOf<"highlight.create-many">,
): OutputOf<"highlight.create-many"> {
  const { db, journal } = context;
  const tags = tagsToPutOn(context, tagIds, newTag, ["tagIds"]);
  const counts = { created: 0, existing: 0 };
  const createdAt = context.now();
  for (const { articleId, spans } of places) {
    requireArticle(db, articleId);
    const text = textOfArticle(db, articleId);
    for (const [start, end] of spans) {
      const existing = findHighlightAt(db, { articleId, start, end });
      if (existing === null) {
        const id = context.newId() as HighlightId; // a new UUIDv7
        journal.insert("highlight", {
          id,
          article_id: articleId,
          span_start: start,
          span_end: end,
          ...anchorQuote(text, start, end),
          note: "",
          created_at: createdAt,
          trashed_at: null,
        });
        putOnNew(
          context,
          id,
          tags.map((tag) => tag.id),
        );
        counts.created += 1;
      } else {
        addTags(
          context,
          existing,
          tags.map((tag) => tag.id),
        );
        counts.existing += 1;
      }
    }
  }
  const total = counts.created + counts.existing;
  const [first] = tags;
  const passages = total === 1 ? "passage" : `${total} passages`;
  journal.label(first === undefined ? `highlight ${passages}` : `tag ${passages} “${first.name}”`);
  return counts;
}

/** What is new carries nothing yet, so that nothing need be looked up. */
function putOnNew({ journal }: WriteContext, id: HighlightId, tagIds: readonly TagId[]): void {
  for (const [position, tagId] of tagIds.entries()) {
    journal.insert("highlight_tag", { highlight_id: id, tag_id: tagId, position });
  }
}
