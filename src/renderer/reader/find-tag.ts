import type { Tag } from "#contract/highlight";

import type { ActionContext } from "../actions/action.ts";

/** A tag as the page shows it, so that no key waits for the core; one that was made just now is asked for. */
export async function findTag(
  request: ActionContext["request"],
  isWanted: (tag: Tag) => boolean,
): Promise<Tag | undefined> {
  const seen = await request("tag.list", {}, { asSeen: true });
  return seen.find(isWanted) ?? (await request("tag.list", {})).find(isWanted);
}
