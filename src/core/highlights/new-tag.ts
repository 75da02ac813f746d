import type { NewTag } from "#contract/codebook";
import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";

import type { WriteContext } from "../core-context.ts";
import { createTag } from "../tags/change-tags.ts";
import { requireTags } from "../tags/tag-store.ts";

/** The tags of these ids, each once, and then the new one, which is made in the change that is under way. */
export function tagsToPutOn(
  context: WriteContext,
  tagIds: readonly TagId[],
  newTag: NewTag | undefined,
  path: readonly (string | number)[],
): Tag[] {
  const tags = requireTags(context.db, [...new Set(tagIds)], path);
  return newTag === undefined ? tags : [...tags, createTag(context, newTag)];
}
