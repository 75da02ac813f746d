import { useMemo } from "react";

import type { Highlight, Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";

import { useWorkbench } from "../state/workbench.ts";
import { branchOf } from "./tag-tree.ts";

type Visibility = {
  readonly hiddenTagIds: readonly TagId[];
  readonly soloTagId: TagId | null;
};

/**
 * The highlights that are painted while tags are hidden or one is alone: those with a visible tag, and
 * while none is alone those without any tag. A highlight's visible tags come first, so that it has their hue.
 */
export function useVisibleHighlights(
  highlights: readonly Highlight[],
  tags: readonly Tag[],
): readonly Highlight[] {
  const hiddenTagIds = useWorkbench((state) => state.hiddenTagIds);
  const soloTagId = useWorkbench((state) => state.soloTagId);
  const visibleIds = useMemo(
    () => visibleTags(tags, { hiddenTagIds, soloTagId }),
    [tags, hiddenTagIds, soloTagId],
  );
  return useMemo(
    () =>
      visibleIds === null
        ? highlights
        : visibleHighlights(highlights, visibleIds, soloTagId !== null),
    [highlights, visibleIds, soloTagId],
  );
}

/** Null when every tag is visible. */
export function visibleTags(
  tags: readonly Pick<Tag, "id" | "parentId">[],
  { hiddenTagIds, soloTagId }: Visibility,
): ReadonlySet<TagId> | null {
  const isThere = (id: TagId) => tags.some((tag) => tag.id === id);
  if (soloTagId !== null && isThere(soloTagId)) {
    return branchOf(tags, soloTagId);
  }
  const hidden = new Set(hiddenTagIds.filter(isThere).flatMap((id) => [...branchOf(tags, id)]));
  return hidden.size === 0
    ? null
    : new Set(tags.map(({ id }) => id).filter((id) => !hidden.has(id)));
}

export function visibleHighlights(
  highlights: readonly Highlight[],
  visibleIds: ReadonlySet<TagId>,
  isSolo: boolean,
): Highlight[] {
  return highlights.flatMap((highlight) => {
    const { tagIds } = highlight;
    const [first] = tagIds;
    if (first === undefined) {
      return isSolo ? [] : [highlight];
    }
    const visible = tagIds.filter((id) => visibleIds.has(id));
    if (visible.length === 0) {
      return [];
    }
    return visible[0] === first
      ? [highlight]
      : [{ ...highlight, tagIds: [...visible, ...tagIds.filter((id) => !visibleIds.has(id))] }];
  });
}
