import type { Article } from "#contract/article";
import type { HighlightId } from "#contract/ids";

import type { CoreClient } from "./hosts/core-client.ts";
import { mainJob } from "./main-job.ts";
import type { Job, Passage } from "./main-job.ts";

/** Does the main job, or another one, through the core, for tests that begin where it ends. */
export async function prepareAnalysis(
  core: CoreClient,
  articles: readonly Article[],
  job: Job = mainJob,
): Promise<void> {
  const spanOf = async ({ article: number, words }: Passage) => {
    const article = articles[number];
    if (article === undefined) {
      throw new Error(`there is no article ${number}`);
    }
    const { text } = await core.request("article.read", { articleId: article.id });
    const start = text.indexOf(words);
    return { articleId: article.id, start, end: start + words.length };
  };
  for (const { name, passages } of job.tags) {
    const tag = await core.request("tag.create", { name });
    for (const passage of passages) {
      await core.request("highlight.create", { ...(await spanOf(passage)), tagIds: [tag.id] });
    }
  }
  const [board] = await core.request("board.list", {});
  if (board === undefined) {
    throw new Error("a project has a board");
  }
  for (const [row, { statement, evidence }] of job.claims.entries()) {
    const { claim } = await core.request("claim.create", { statement });
    const y = row * 320;
    const quotes: HighlightId[] = [];
    for (const { stance, ...passage } of evidence) {
      const link = await core.request("evidence.link", {
        claimId: claim.id,
        passage: await spanOf(passage),
        stance,
      });
      quotes.push(link.highlightId);
    }
    await core.request("card.add", {
      boardId: board.id,
      cards: [
        {
          subject: { kind: "claim", claimId: claim.id },
          place: { x: 0, y, width: 260, height: 120, groupId: null },
        },
        ...quotes.slice(0, 2).map((highlightId, column) => ({
          subject: { kind: "quote" as const, highlightId },
          place: { x: 340 + column * 320, y, width: 260, height: 180, groupId: null },
        })),
      ],
    });
  }
}
