import type { ArticleId, ClaimId } from "#contract/ids";

import type { CoreOptions } from "../../create-core.ts";
import { createTestCore, importFiles, sampleArticles } from "../../testing/test-core.ts";
import type { TestCore } from "../../testing/test-core.ts";

/** Where an article says this. */
export function quoteOf(core: TestCore, articleId: ArticleId, exact: string) {
  const { text } = core.ask("article.read", { articleId });
  const start = text.indexOf(exact);
  if (start === -1) {
    throw new Error(`the article does not say "${exact}"`);
  }
  return { articleId, start, end: start + exact.length };
}

function claimCard(claimId: ClaimId, x: number, y: number) {
  return {
    subject: { kind: "claim" as const, claimId },
    place: { x, y, width: 200, height: 100, groupId: null },
  };
}

/** Three claims on five articles, two of them on the board, in the other order than in the list. */
export function analysed(options: Partial<CoreOptions> = {}) {
  const core = createTestCore({ title: "Reassurance force", ...options });
  const articles = importFiles(core, sampleArticles());
  const [first, second, third] = articles.map(({ id }) => id);
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error("there are five articles");
  }
  core.ask("article.describe", {
    articleId: first,
    patch: {
      title: "Putin warns",
      outlet: "The Outlet",
      author: "A. Writer",
      publishedOn: "2025-09-05",
      url: "https://example.com/a?b=1&c=2",
      accessedOn: "2025-09-06",
      language: "en",
    },
  });
  const claim = (statement: string) => core.ask("claim.create", { statement }).claim.id;
  const pledged = claim("26 countries pledged forces");
  const targets = claim("Foreign troops would be legitimate targets");
  const apart = claim("Germany has committed troops");
  core.ask("evidence.link", {
    claimId: pledged,
    passage: quoteOf(core, first, "26 countries"),
    stance: "supports",
    credibility: 2,
    attribution: "Macron",
    note: "One speaker.",
  });
  core.ask("evidence.link", {
    claimId: pledged,
    passage: quoteOf(core, second, "26"),
    stance: "disputes",
  });
  core.ask("evidence.link", {
    claimId: targets,
    passage: quoteOf(core, first, "26 countries"),
    stance: "mentions",
  });
  core.ask("coverage.mark", { claimId: targets, articleId: third, silent: true });
  core.ask("relation.create", {
    fromClaimId: targets,
    toClaimId: pledged,
    type: "contradicts",
    note: "If so, who would go?",
  });
  const [board] = core.ask("board.list", {});
  if (board === undefined) {
    throw new Error("a project begins with a board");
  }
  core.ask("card.add", {
    boardId: board.id,
    cards: [claimCard(pledged, 0, 400), claimCard(targets, 0, 0)],
  });
  return { core, board, articles, first, second, pledged, targets, apart };
}
