import type { CoreClient } from "./hosts/core-client.ts";

/** All that the analyst made, as the core tells it; for comparing two moments. */
export async function snapshotOf(core: CoreClient) {
  const boards = await core.request("board.list", {});
  return {
    articles: await core.request("article.list", {}),
    tags: await core.request("tag.list", {}),
    highlights: await core.request("highlight.list", {}),
    claims: await core.request("claim.list", {}),
    evidence: await core.request("evidence.list", {}),
    relations: await core.request("relation.list", {}),
    coverage: await core.request("coverage.list", {}),
    boards: await Promise.all(
      boards.map((board) => core.request("board.read", { boardId: board.id })),
    ),
  };
}
