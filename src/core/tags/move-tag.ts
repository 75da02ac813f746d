import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { refuseLoop } from "./change-tags.ts";
import { listTags, requireTag } from "./tag-store.ts";

/** Puts a tag below another one and before one of its siblings there; what is below it moves along. */
export function moveTag(
  { db, journal, ...context }: WriteContext,
  { tagId, parentId, beforeTagId }: ParsedInputOf<"tag.move">,
): Tag {
  const tag = requireTag(db, tagId, ["tagId"]);
  const tags = listTags({ db, ...context });
  if (parentId !== null) {
    requireTag(db, parentId, ["parentId"]);
    refuseLoop(tags, tagId, parentId);
  }
  if (beforeTagId !== null) {
    requireTag(db, beforeTagId, ["beforeTagId"]);
  }
  const order: TagId[] = tags.map(({ id }) => id).filter((id) => id !== tagId);
  const target = beforeTagId === null ? -1 : order.indexOf(beforeTagId);
  const moved =
    beforeTagId === tagId
      ? tags.map(({ id }) => id)
      : order.toSpliced(target === -1 ? order.length : target, 0, tagId);
  journal.update("tag", { id: tagId }, { parent_id: parentId });
  for (const [position, id] of moved.entries()) {
    journal.update("tag", { id }, { position });
  }
  journal.label(`move tag “${tag.name}”`);
  return requireTag(db, tagId, ["tagId"]);
}
