import type { TagAdvice } from "#contract/codebook";

import type { ReadContext } from "../core-context.ts";
import { similarityOfNames } from "./similar-names.ts";
import { listTags } from "./tag-store.ts";
import { listTagUsage } from "./tag-usage.ts";

/** Tags that are used nowhere, and pairs of names that may mean the same. */
export function adviseOnTags(context: ReadContext): TagAdvice {
  const tags = listTags(context);
  const parents = new Map(tags.map(({ id, parentId }) => [id, parentId]));
  const used = new Set<string>();
  for (const { tagId, highlights, claims } of listTagUsage(context)) {
    if (highlights + claims > 0) {
      for (let id = tagId; !used.has(id);) {
        used.add(id);
        const parentId = parents.get(id) ?? null;
        if (parentId === null) {
          break;
        }
        id = parentId;
      }
    }
  }
  return {
    unused: tags.map(({ id }) => id).filter((id) => !used.has(id)),
    similar: tags
      .flatMap((tag, index) =>
        tags.slice(index + 1).flatMap((other) => {
          const why = similarityOfNames(tag.name, other.name);
          return why === null ? [] : [{ tagIds: [tag.id, other.id] as const, why }];
        }),
      )
      .map(({ tagIds: [a, b], why }) => ({ tagIds: [a, b], why })),
  };
}
