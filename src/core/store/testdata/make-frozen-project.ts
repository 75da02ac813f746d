import { copyFileSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { createTestCore, importFiles, sampleArticles } from "../../testing/test-core.ts";
import { migrations } from "../migrate.ts";
import { describeProject } from "./describe-project.ts";

// Freezes a project file of the newest schema version: `node src/core/store/testdata/make-frozen-project.ts`.
// Every version that was ever released has one, and it is never made again: it must open for ever.
const name = `project-v${migrations.length}`;
const frozen = fileURLToPath(new URL(`./${name}.frozen`, import.meta.url));
if (existsSync(frozen) && process.argv[2] !== "--replace") {
  throw new Error(`${name}.frozen is there; --replace is for a version that was never released`);
}
const work = `${frozen}.work`;
const core = createTestCore({ projectFile: work, title: "Reassurance force", who: "analyst" });
const articles = importFiles(core, sampleArticles());

function passage(index: number, exact: string) {
  const article = articles[index];
  const text =
    article === undefined ? "" : core.ask("article.read", { articleId: article.id }).text;
  const start = text.indexOf(exact);
  if (article === undefined || start === -1) {
    throw new Error(`article ${index} does not say "${exact}"`);
  }
  return { articleId: article.id, start, end: start + exact.length };
}

const threat = core.ask("tag.create", { name: "Threat" });
const pledge = core.ask("tag.create", { name: "Pledge", parentId: threat.id });
core.ask("highlight.create", {
  ...passage(1, "legitimate targets"),
  tagIds: [threat.id, pledge.id],
});
core.ask("highlight.create", { ...passage(1, "legitimate"), note: "overlaps" });
const { claim: targets } = core.ask("claim.create", {
  statement: "Foreign troops would be legitimate targets",
  passage: passage(1, "legitimate targets"),
  stance: "supports",
  tagIds: [threat.id],
});
const { claim: pledged } = core.ask("claim.create", {
  statement: "26 countries pledged forces — “réassurance”",
});
core.ask("evidence.link", {
  claimId: pledged.id,
  passage: passage(0, "26 countries"),
  stance: "supports",
  credibility: 2,
  attribution: "Macron",
  note: "One speaker.",
});
core.ask("evidence.link", { claimId: pledged.id, passage: passage(1, "26"), stance: "disputes" });
core.ask("relation.create", {
  fromClaimId: targets.id,
  toClaimId: pledged.id,
  type: "contradicts",
});
const [fifth] = articles.slice(4);
if (fifth !== undefined) {
  core.ask("coverage.mark", { claimId: pledged.id, articleId: fifth.id, silent: true });
}
const [board] = core.ask("board.list", {});
if (board !== undefined) {
  core.ask("card.add", {
    boardId: board.id,
    cards: [targets, pledged].map(({ id: claimId }, index) => ({
      subject: { kind: "claim" as const, claimId },
      place: { x: 300 * index, y: 40, width: 240, height: 120, groupId: null },
    })),
  });
}
const { claim: dropped } = core.ask("claim.create", { statement: "To be removed" });
core.ask("claim.trash", { claimIds: [dropped.id] });
core.ask("history.undo", {});
core.ask("history.redo", {});
core.ask("highlight-query.save", { name: "Threats", text: "tag:Threat" });
core.ask("project.rename", { title: "Reassurance force, 5 September" });
const description = describeProject(core);
core.close();
copyFileSync(work, frozen);
rmSync(work);
writeFileSync(
  new URL(`./${name}.json`, import.meta.url),
  `${JSON.stringify(description, null, 2)}\n`,
);
