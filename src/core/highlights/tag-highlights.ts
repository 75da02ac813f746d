import type { Highlight } from "#contract/highlight";
import type { HighlightId, TagId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { requireTags } from "../tags/tag-store.ts";
import { readHighlights, requireHighlight } from "./highlight-store.ts";
import { tagsToPutOn } from "./new-tag.ts";

export function tagHighlights(
  context: WriteContext,
  { highlightIds, add = [], newTag, remove = [] }: ParsedInputOf<"highlight.tag">,
): Highlight[] {
  const added = tagsToPutOn(context, add, newTag, ["add"]);
  const removed = requireTags(context.db, remove, ["remove"]);
  for (const [index, highlightId] of highlightIds.entries()) {
    requireHighlight(context.db, highlightId, ["highlightIds", index]);
    addTags(
      context,
      highlightId,
      added.map((tag) => tag.id),
    );
    removeTags(context, highlightId, remove);
  }
  const [first] = [...added, ...removed];
  const verb = added.length > 0 ? "tag" : "remove tag";
  const many = highlightIds.length === 1 ? "" : ` (${highlightIds.length} highlights)`;
  context.journal.label(first === undefined ? "change tags" : `${verb} “${first.name}”${many}`);
  return readHighlights(context.db, highlightIds);
}

/** Puts tags after those that are there; what it carries already stays where it is. */
export function addTags(
  { db, journal }: WriteContext,
  highlightId: HighlightId,
  tagIds: readonly TagId[],
): void {
  const carried = db.all<{ tagId: TagId; position: number }>(
    `SELECT tag_id AS tagId, position
    FROM highlight_tag
    WHERE highlight_id = :highlightId
    ORDER BY position`,
    { highlightId },
  );
  let position = (carried.at(-1)?.position ?? -1) + 1;
  for (const tagId of new Set(tagIds)) {
    if (!carried.some((link) => link.tagId === tagId)) {
      journal.insert("highlight_tag", { highlight_id: highlightId, tag_id: tagId, position });
      position += 1;
    }
  }
}

function removeTags(
  { db, journal }: WriteContext,
  highlightId: HighlightId,
  tagIds: readonly TagId[],
): void {
  for (const tagId of new Set(tagIds)) {
    const key = { highlight_id: highlightId, tag_id: tagId };
    const carries = db.get(
      "SELECT 1 FROM highlight_tag WHERE highlight_id = :highlight_id AND tag_id = :tag_id",
      key,
    );
    if (carries !== undefined) {
      journal.remove("highlight_tag", key);
    }
  }
}
