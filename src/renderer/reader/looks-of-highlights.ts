import type { Highlight, Tag } from "#contract/highlight";

import { tagNames } from "./describe-highlight.ts";
import { lanesOfHighlights } from "./lanes-of-highlights.ts";
import type { HighlightLook } from "./paint-block.ts";

/** How each highlight of an article is drawn; in the order given. */
export function looksOfHighlights(
  highlights: readonly Highlight[],
  tags: readonly Tag[],
): HighlightLook[] {
  const lanes = lanesOfHighlights(highlights);
  const tagOf = new Map(tags.map((tag) => [tag.id, tag]));
  return highlights.map(({ id, start, end, tagIds, note }) => {
    const first = tagIds.map((tagId) => tagOf.get(tagId)).find((tag) => tag !== undefined);
    const names = tagNames(tagIds, tags);
    const title = names.length === 0 ? "Highlight without a tag" : names.join(", ");
    return {
      id,
      start,
      end,
      lane: lanes.get(id) ?? 0,
      colour: first?.colour ?? "none",
      title: note === "" ? title : `${title}: ${note}`,
    };
  });
}
