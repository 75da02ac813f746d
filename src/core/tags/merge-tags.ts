import { Failure } from "#contract/failure";
import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { joinNotes } from "../evidence/join-links.ts";
import { replaceTagsInQueries } from "../queries/query-store.ts";
import { listTags, requireTag, requireTags } from "./tag-store.ts";

/**
 * Makes one tag of several. Whatever carried one of them, also in the trash, carries the one that stays,
 * in the same place; a second one is taken off. Tags below them move below it, descriptions are joined, it
 * takes over a key where it has none, and saved queries follow.
 * @throws Failure conflict when the tag is among those to be merged into it
 */
export function mergeTags(
  context: WriteContext,
  { intoTagId, tagIds }: ParsedInputOf<"tag.merge">,
): Tag {
  const { db, journal } = context;
  const into = requireTag(db, intoTagId, ["intoTagId"]);
  const merged = requireTags(db, [...new Set(tagIds)], ["tagIds"]);
  if (merged.some(({ id }) => id === intoTagId)) {
    throw new Failure("conflict", "A tag cannot be merged into itself. Choose another tag.", {
      path: ["tagIds", tagIds.indexOf(intoTagId)],
    });
  }
  const gone = new Set<TagId>(merged.map(({ id }) => id));
  const trashedAt = context.now();
  placeBelow(context, into, gone);
  for (const { id } of merged) {
    moveLinks(context, "highlight_tag", "highlight_id", id, intoTagId);
    moveLinks(context, "claim_tag", "claim_id", id, intoTagId);
    // Its key is free before the one that stays takes it.
    journal.update("tag", { id }, { trashed_at: trashedAt });
  }
  journal.update(
    "tag",
    { id: intoTagId },
    {
      description: [into, ...merged].map(({ description }) => description).reduce(joinNotes),
      shortcut: into.shortcut ?? merged.find(({ shortcut }) => shortcut !== null)?.shortcut ?? null,
    },
  );
  replaceTagsInQueries(context, (tagId) => (gone.has(tagId) ? intoTagId : tagId));
  journal.label(
    merged.length === 1
      ? `merge tag “${merged[0]?.name}” into “${into.name}”`
      : `merge ${merged.length} tags into “${into.name}”`,
  );
  return requireTag(db, intoTagId, ["intoTagId"]);
}

/**
 * Tags below the merged ones move below the one that stays. That one itself, and what it is below of, which
 * cannot be below it, move up to what they were below of that stays too.
 */
function placeBelow(context: WriteContext, into: Tag, gone: ReadonlySet<TagId>): void {
  const tags = listTags(context);
  const parentOf = new Map(tags.map(({ id, parentId }) => [id, parentId]));
  const lineage = new Set<TagId>();
  for (let id: TagId | null = into.id; id !== null; id = parentOf.get(id) ?? null) {
    lineage.add(id);
  }
  const staying = (tagId: TagId): TagId | null => {
    let id = parentOf.get(tagId) ?? null;
    while (id !== null && gone.has(id)) {
      id = parentOf.get(id) ?? null;
    }
    return id;
  };
  for (const { id, parentId } of tags) {
    if (parentId !== null && gone.has(parentId) && !gone.has(id)) {
      const moved = lineage.has(id) ? staying(id) : into.id;
      context.journal.update("tag", { id }, { parent_id: moved });
    }
  }
}

function moveLinks(
  { db, journal }: WriteContext,
  table: "highlight_tag" | "claim_tag",
  column: "highlight_id" | "claim_id",
  from: TagId,
  to: TagId,
): void {
  const linksOf = (tagId: TagId) =>
    db.all<{ owner: string; position: number }>(
      // The names are from the two calls above.
      `SELECT ${column} AS owner, position FROM ${table} WHERE tag_id = :tagId ORDER BY ${column}`,
      { tagId },
    );
  const known = new Set(linksOf(to).map(({ owner }) => owner));
  for (const { owner, position } of linksOf(from)) {
    journal.remove(table, { [column]: owner, tag_id: from });
    if (!known.has(owner)) {
      journal.insert(table, { [column]: owner, tag_id: to, position });
    }
  }
}
