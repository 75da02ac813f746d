import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";

export type TagNode = { readonly tag: Tag; readonly children: readonly TagNode[] };

/** The codebook as a tree; siblings are in its order. */
export function treeOf(tags: readonly Tag[]): TagNode[] {
  const known = new Set(tags.map(({ id }) => id));
  const children = Map.groupBy(tags, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const below = (parentId: TagId | null): TagNode[] =>
    (children.get(parentId) ?? []).map((tag) => ({ tag, children: below(tag.id) }));
  return below(null);
}

/** A tag and all below it. */
export function branchOf(tags: readonly Pick<Tag, "id" | "parentId">[], tagId: TagId): Set<TagId> {
  const branch = new Set<TagId>([tagId]);
  for (const id of branch) {
    for (const tag of tags) {
      if (tag.parentId === id) {
        branch.add(tag.id);
      }
    }
  }
  return branch;
}

/** Where `tag.move` puts a tag. */
export type TagPlace = { readonly parentId: TagId | null; readonly beforeTagId: TagId | null };

/**
 * Where a tag goes by one step: up and down among its siblings, in below the sibling before it, out beside
 * its parent. Null when it cannot.
 */
export function placeAfterStep(
  tags: readonly Tag[],
  tagId: TagId,
  step: "up" | "down" | "in" | "out",
): TagPlace | null {
  const tag = tags.find(({ id }) => id === tagId);
  if (tag === undefined) {
    return null;
  }
  const siblings = siblingsBelow(tags, tag.parentId);
  const at = siblings.findIndex(({ id }) => id === tagId);
  const before = siblings[at - 1];
  switch (step) {
    case "up":
      return before === undefined ? null : { parentId: tag.parentId, beforeTagId: before.id };
    case "down":
      return siblings[at + 1] === undefined
        ? null
        : { parentId: tag.parentId, beforeTagId: siblings[at + 2]?.id ?? null };
    case "in":
      return before === undefined ? null : { parentId: before.id, beforeTagId: null };
    case "out": {
      const parent = tags.find(({ id }) => id === tag.parentId);
      if (parent === undefined) {
        return null;
      }
      const uncles = siblingsBelow(tags, parent.parentId);
      const next = uncles[uncles.findIndex(({ id }) => id === parent.id) + 1];
      return { parentId: parent.parentId, beforeTagId: next?.id ?? null };
    }
  }
}

/** Where a tag that was dropped before, on or after another one goes; null when that is below it. */
export function placeOfDrop(
  tags: readonly Tag[],
  tagId: TagId,
  target: { readonly tagId: TagId; readonly position: "before" | "on" | "after" },
): TagPlace | null {
  if (branchOf(tags, tagId).has(target.tagId)) {
    return null;
  }
  if (target.position === "on") {
    return { parentId: target.tagId, beforeTagId: null };
  }
  const neighbour = tags.find(({ id }) => id === target.tagId);
  const parentId = neighbour?.parentId ?? null;
  if (target.position === "before") {
    return { parentId, beforeTagId: target.tagId };
  }
  const siblings = siblingsBelow(tags, parentId).filter(({ id }) => id !== tagId);
  const next = siblings[siblings.findIndex(({ id }) => id === target.tagId) + 1];
  return { parentId, beforeTagId: next?.id ?? null };
}

function siblingsBelow(tags: readonly Tag[], parentId: TagId | null): Tag[] {
  return tags.filter((tag) => tag.parentId === parentId);
}
