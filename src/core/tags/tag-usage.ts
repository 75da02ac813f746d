import type { TagUsage } from "#contract/codebook";
import type { HighlightId, TagId } from "#contract/ids";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";
import { listTags } from "./tag-store.ts";

/** How often each tag is used, itself and with what is below it; in the codebook's order. */
export function listTagUsage(context: ReadContext): TagUsage[] {
  const tags = listTags(context);
  const carriers = Map.groupBy(readLinks(context.db), ({ tagId }) => tagId);
  const claims = new Map(readClaimCounts(context.db).map(({ tagId, count }) => [tagId, count]));
  const children = Map.groupBy(tags, ({ parentId }) => parentId);
  const branches = new Map<TagId, Set<HighlightId>>();
  const branchOf = (tagId: TagId): Set<HighlightId> => {
    const known = branches.get(tagId);
    if (known !== undefined) {
      return known;
    }
    let branch = new Set((carriers.get(tagId) ?? []).map(({ highlightId }) => highlightId));
    branches.set(tagId, branch);
    for (const child of children.get(tagId) ?? []) {
      branch = branch.union(branchOf(child.id));
    }
    branches.set(tagId, branch);
    return branch;
  };
  return tags.map(({ id }) => ({
    tagId: id,
    highlights: carriers.get(id)?.length ?? 0,
    branchHighlights: branchOf(id).size,
    claims: claims.get(id) ?? 0,
  }));
}

function readLinks(db: ReadableDb): { tagId: TagId; highlightId: HighlightId }[] {
  return db.all(
    `SELECT highlight_tag.tag_id AS tagId, highlight_tag.highlight_id AS highlightId
    FROM highlight_tag
      JOIN highlight ON highlight.id = highlight_tag.highlight_id
      JOIN article ON article.id = highlight.article_id
    WHERE highlight.trashed_at IS NULL AND article.trashed_at IS NULL`,
  );
}

function readClaimCounts(db: ReadableDb): { tagId: TagId; count: number }[] {
  return db.all(
    `SELECT claim_tag.tag_id AS tagId, count(*) AS count
    FROM claim_tag JOIN claim ON claim.id = claim_tag.claim_id
    WHERE claim.trashed_at IS NULL
    GROUP BY claim_tag.tag_id`,
  );
}
