import { createHash } from "node:crypto";

import type { TestCore } from "../../testing/test-core.ts";

/** What an analyst put into a project, in words that outlast new fields of the contract. */
export function describeProject(core: TestCore) {
  const { ask } = core;
  const articles = ask("article.list", {});
  const highlights = ask("highlight.list", {});
  const claims = ask("claim.list", {});
  const exactOf = (id: string) => highlights.find((each) => each.id === id)?.exact ?? null;
  const statementOf = (id: string) => claims.find((each) => each.id === id)?.statement ?? null;
  return {
    title: ask("project.read", {}).title,
    articles: articles.map(({ id, title }) => ({
      title,
      textSha256: createHash("sha256")
        .update(ask("article.read", { articleId: id }).text)
        .digest("hex"),
    })),
    tags: ask("tag.list", {}).map(({ name }) => name),
    highlights: highlights.map(({ start, end, exact, note, tagIds }) => ({
      start,
      end,
      exact,
      note,
      tags: tagIds.length,
    })),
    claims: claims.map(({ statement }) => statement),
    evidence: ask("evidence.list", {}).map((evidence) => ({
      statement: statementOf(evidence.claimId),
      exact: exactOf(evidence.highlightId),
      stance: evidence.stance,
      credibility: evidence.credibility,
      attribution: evidence.attribution,
      note: evidence.note,
    })),
    relations: ask("relation.list", {}).map(({ type, fromClaimId, toClaimId }) => ({
      type,
      from: statementOf(fromClaimId),
      to: statementOf(toClaimId),
    })),
    silent: ask("coverage.list", {}).filter(({ state }) => state === "silent").length,
    cards: ask("board.list", {}).map(({ id }) => ask("board.read", { boardId: id }).cards.length),
    ...sinceThird(core),
    changes: ask("change.list", { limit: 1_000 }).map(({ label, kind, state }) => ({
      label,
      kind,
      state,
    })),
  };
}

/** What the third version brought; left out where there is none, as in the files of earlier ones. */
function sinceThird({ ask }: TestCore) {
  const queries = ask("highlight-query.list", {}).map(({ name, text, count }) => ({
    name,
    text,
    count,
  }));
  return queries.length === 0 ? {} : { queries };
}
