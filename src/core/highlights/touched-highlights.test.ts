import { expect, it } from "vitest";

import type { ChangeEvent } from "#contract/changes";

import { createTestCore, importFiles } from "../testing/test-core.ts";

const text = "Any troops deployed to Ukraine will be considered legitimate targets, he said.";

function prepare() {
  const core = createTestCore();
  const events: ChangeEvent[] = [];
  core.onChange((event) => events.push(event));
  const [article] = importFiles(core, [
    { name: "article.txt", bytes: new TextEncoder().encode(text) },
  ]);
  if (article === undefined) {
    throw new Error("nothing was imported");
  }
  return { core, articleId: article.id, named: () => events.at(-1)?.highlightIds };
}

it("names the highlights that a change and its undoing touch, by row, tag or evidence", () => {
  const { core, articleId, named } = prepare();
  const { id } = core.ask("highlight.create", { articleId, start: 0, end: 10 });
  expect(named()).toEqual([id]);
  const tag = core.ask("tag.create", { name: "Threat" });
  core.ask("highlight.tag", { highlightIds: [id], add: [tag.id] });
  expect(named()).toEqual([id]);
  core.ask("claim.create", { statement: "Troops are targets", passage: { highlightId: id } });
  expect(named()).toEqual([id]);
  core.ask("history.undo", {});
  expect(named()).toEqual([id]);
});

it("names none when a change may show on any highlight", () => {
  const { core, articleId, named } = prepare();
  const tag = core.ask("tag.create", { name: "Threat" });
  core.ask("highlight.create", { articleId, start: 0, end: 10, tagIds: [tag.id] });
  core.ask("tag.trash", { tagId: tag.id });
  expect(named()).toBeUndefined();
});

it("reads only what touches a stretch, or has one of some ids", () => {
  const { core, articleId } = prepare();
  const first = core.ask("highlight.create", { articleId, start: 0, end: 10 });
  const second = core.ask("highlight.create", { articleId, start: 11, end: 19 });
  const idsOf = (input: Parameters<typeof core.ask<"highlight.list">>[1]) =>
    core.ask("highlight.list", input).map(({ id }) => id);
  expect(idsOf({ articleId, touching: { start: 9, end: 11 } })).toEqual([first.id]);
  expect(idsOf({ articleId, touching: { start: 9, end: 12 } })).toEqual([first.id, second.id]);
  expect(idsOf({ highlightIds: [second.id] })).toEqual([second.id]);
});
