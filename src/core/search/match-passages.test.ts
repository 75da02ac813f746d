import { expect, it } from "vitest";

import type { ArticleId } from "#contract/ids";
import type { PassageMatch } from "#contract/search";

import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

const targets =
  "Putin quickly rejected the idea, warning that any foreign forces deployed to Ukraine would be treated as legitimate military targets.";
const airSupport =
  "Trump recently hinted that American support would likely take the form of air defense assistance rather than ground troops.";
const unlikeAll = "Washington has not clarified how far it would go in backing Ukraine.";

function open() {
  const core = createTestCore();
  const ids = importFiles(core, sampleArticles()).map(({ id }) => id) as [
    ArticleId,
    ArticleId,
    ...ArticleId[],
  ];
  return { core, ids, first: ids[0], second: ids[1] };
}

function spanOf(core: TestCore, articleId: ArticleId, words: string) {
  const { text } = core.ask("article.read", { articleId });
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { articleId, start, end: start + words.length };
}

function matches(core: TestCore, first: ArticleId, words: string, articleIds: ArticleId[]) {
  return core.ask("passage.matches", { ...spanOf(core, first, words), articleIds });
}

function reasonIn(found: readonly PassageMatch[], articleId: ArticleId): unknown {
  return found.find((match) => match.articleId === articleId)?.reason;
}

it("goes to evidence of the same claim before shared words, and says what it says of the claim", () => {
  const { core, ids, first, second } = open();
  const before = matches(core, first, targets, ids);
  expect(reasonIn(before, second)).toEqual({ kind: "similar" });
  const there = core.ask("article.read", { articleId: second }).blocks.at(-1)?.sentences[0];
  const { claim } = core.ask("claim.create", {
    statement: "Foreign troops would be targets",
    passage: spanOf(core, first, targets),
    stance: "supports",
  });
  core.ask("evidence.link", {
    claimId: claim.id,
    passage: { articleId: second, start: there?.start ?? 0, end: there?.end ?? 0 },
    stance: "disputes",
  });
  const after = matches(core, first, targets, ids);
  expect(reasonIn(after, second)).toEqual({
    kind: "claim",
    claimId: claim.id,
    statement: "Foreign troops would be targets",
    stance: "disputes",
  });
  expect(after.find(({ articleId }) => articleId === second)).toMatchObject({ ...there });
  core.ask("claim.trash", { claimIds: [claim.id] });
  expect(reasonIn(matches(core, first, targets, ids), second)).toEqual({ kind: "similar" });
});

it("goes to a shared quotation or run of words before what is only similar", () => {
  const { core, ids, first } = open();
  const words = "“light at the end of the tunnel,” he insisted";
  const [match] = matches(core, first, words, ids);
  expect(match?.reason).toEqual({ kind: "quotation", words: 7 });
  expect(match?.exact).toBe("light at the end of the tunnel");
});

it("goes to the most similar sentence when there is nothing better", () => {
  const { core, ids, first } = open();
  const [match] = matches(core, first, airSupport, ids);
  expect(match?.reason).toEqual({ kind: "similar" });
  expect(match?.exact).toContain("hinted at supporting Ukraine primarily through air support");
});

it("gives passages exactly as they stand in their article", () => {
  const { core, ids, first } = open();
  for (const { articleId, start, end, exact } of matches(core, first, targets, ids)) {
    expect(core.ask("article.read", { articleId }).text.slice(start, end)).toBe(exact);
  }
});

it("leaves out articles without such a place, and the article itself", () => {
  const { core, ids, first } = open();
  expect(matches(core, first, unlikeAll, ids)).toEqual([]);
  expect(matches(core, first, targets, [first])).toEqual([]);
});

it("knows an article that was only just imported", () => {
  const { core, first } = open();
  const added = importFiles(core, [
    { name: "new.txt", bytes: new TextEncoder().encode(`A new one.\n\n${airSupport}`) },
  ]).map(({ id }) => id);
  const [match] = matches(core, first, airSupport, added);
  expect(match).toMatchObject({ exact: airSupport.slice(0, -1), score: 1 });
  expect(match?.reason.kind).toBe("run");
});
