import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";

import type { TagId } from "#contract/ids";

import { createTestCore, importFiles } from "../testing/test-core.ts";
import { similarityOfNames } from "./similar-names.ts";

const text = "Any troops deployed to Ukraine will be considered legitimate targets, he said.";

function coreWithTags(...names: string[]) {
  const core = createTestCore();
  const [article] = importFiles(core, [
    { name: "article.txt", bytes: new TextEncoder().encode(text) },
  ]);
  const ids = names.map((name) => core.ask("tag.create", { name }).id);
  if (article === undefined) {
    throw new Error("nothing was imported");
  }
  const tag = (words: string, ...tagIds: (TagId | undefined)[]) => {
    const start = text.indexOf(words);
    return core.ask("highlight.create", {
      articleId: article.id,
      start,
      end: start + words.length,
      tagIds: tagIds.filter((id) => id !== undefined),
    });
  };
  const tree = () =>
    core
      .ask("tag.list", {})
      .map(({ name, parentId }) => [
        name,
        core.ask("tag.list", {}).find(({ id }) => id === parentId)?.name ?? null,
      ]);
  return { core, ids, tag, tree };
}

describe("moving a tag", () => {
  it("puts it below another one, before a sibling, and back to the end", () => {
    const { core, ids, tree } = coreWithTags("Force", "Law", "Troops");
    const [force, law, troops] = ids;
    if (force === undefined || law === undefined || troops === undefined) {
      throw new Error("three were made");
    }
    core.ask("tag.move", { tagId: law, parentId: force, beforeTagId: null });
    core.ask("tag.move", { tagId: troops, parentId: force, beforeTagId: law });
    expect(tree()).toEqual([
      ["Force", null],
      ["Troops", "Force"],
      ["Law", "Force"],
    ]);
    expect(
      core.dispatch("tag.move", { tagId: force, parentId: law, beforeTagId: null }),
    ).toMatchObject({
      ok: false,
      failure: { code: "conflict", path: ["parentId"] },
    });
    core.ask("history.undo", {});
    core.ask("history.undo", {});
    expect(tree().map(([name]) => name)).toEqual(["Force", "Law", "Troops"]);
  });
});

describe("merging tags", () => {
  it("moves highlights, children and the description, and follows in saved queries", () => {
    const { core, ids, tag, tree } = coreWithTags("Force", "Forces", "Soldiers", "Law");
    const [force, forces, soldiers, law] = ids;
    if (force === undefined || forces === undefined || soldiers === undefined) {
      throw new Error("they were made");
    }
    core.ask("tag.change", { tagId: soldiers, parentId: forces, description: "In uniform" });
    core.ask("tag.change", { tagId: forces, description: "Armed" });
    const both = tag("troops", force, forces);
    const one = tag("targets", law, forces);
    core.ask("highlight-query.save", { name: "Q", text: "Forces and not Law" });
    core.ask("tag.merge", { intoTagId: force, tagIds: [forces] });
    const carried = new Map(core.ask("highlight.list", {}).map(({ id, tagIds }) => [id, tagIds]));
    expect(carried.get(both.id)).toEqual([force]);
    expect(carried.get(one.id)).toEqual([law, force]);
    expect(tree()).toEqual([
      ["Force", null],
      ["Soldiers", "Force"],
      ["Law", null],
    ]);
    expect(core.ask("highlight-query.list", {})).toMatchObject([
      { text: "Force and not Law", count: 1, problem: null },
    ]);
    core.ask("history.undo", {});
    expect(core.ask("highlight-query.list", {})[0]?.text).toBe("Forces and not Law");
    expect(core.ask("tag.list", {})).toHaveLength(4);
  });

  it("lifts the tag that stays out of one that is merged into it", () => {
    const { core, ids, tree } = coreWithTags("Top", "Middle", "Low");
    const [top, middle, low] = ids;
    if (top === undefined || middle === undefined || low === undefined) {
      throw new Error("they were made");
    }
    core.ask("tag.change", { tagId: middle, parentId: top });
    core.ask("tag.change", { tagId: low, parentId: middle });
    core.ask("tag.merge", { intoTagId: low, tagIds: [top] });
    expect(tree()).toEqual([
      ["Middle", null],
      ["Low", "Middle"],
    ]);
  });
});

it("counts a highlight once for a branch, however many of its tags it carries", () => {
  const { core, ids, tag } = coreWithTags("Force", "Troops", "Ships");
  const [force, troops, ships] = ids;
  core.ask("tag.change", { tagId: troops as TagId, parentId: force });
  core.ask("tag.change", { tagId: ships as TagId, parentId: troops });
  tag("troops", troops, ships);
  tag("targets", ships);
  expect(
    core
      .ask("tag.usage", {})
      .map(({ highlights, branchHighlights }) => [highlights, branchHighlights]),
  ).toEqual([
    [0, 2],
    [1, 2],
    [2, 2],
  ]);
});

describe("advice", () => {
  it.each([
    ["Cease fire", "Ceasefire", "same words"],
    ["Security guarantees", "Guarantees of Security", null],
    ["Security guarantees", "guarantee, security", "same words"],
    ["Élysée", "Elysee", "same words"],
    ["Deployment", "Depoyment", "one letter"],
    ["Deployment", "Dpeloyment", "one letter"],
    ["UK", "US", null],
    ["Article 15", "Article 16", null],
    ["Threat", "Treaty", null],
  ])("compares %s and %s: %s", (a, b, why) => {
    expect([similarityOfNames(a, b), similarityOfNames(b, a)]).toEqual([why, why]);
  });

  it("names unused tags, but not the parents of used ones", () => {
    const { core, ids, tag } = coreWithTags("Force", "Troops", "Ships");
    const [force, troops, ships] = ids;
    core.ask("tag.change", { tagId: troops as TagId, parentId: force });
    tag("troops", troops);
    expect(core.ask("tag.advice", {})).toEqual({ unused: [ships], similar: [] });
  });
});

it("counts tags that occur together by highlight, by overlap and by block", () => {
  const { core, ids, tag } = coreWithTags("Force", "Law", "Threat");
  const [force, law, threat] = ids;
  tag("troops deployed", force, law);
  tag("deployed to Ukraine", threat);
  tag("targets", law);
  const counts = (unit: "highlight" | "overlap" | "block") =>
    core
      .ask("tag.cooccurrence", { unit })
      .pairs.map(({ a, b, count }) => [ids.indexOf(a), ids.indexOf(b), count]);
  expect(counts("highlight")).toEqual([[0, 1, 1]]);
  expect(counts("overlap")).toEqual([
    [0, 1, 1],
    [0, 2, 1],
    [1, 2, 1],
  ]);
  expect(counts("block")).toEqual([
    [0, 1, 1],
    [0, 2, 1],
    [1, 2, 1],
  ]);
});

describe("the codebook as CSV", () => {
  it("goes out and in again unchanged, and holds nothing that a spreadsheet would run", () => {
    const { core, ids } = coreWithTags("=HYPERLINK(1)", "Law; order", "保证");
    core.ask("tag.change", {
      tagId: ids[0] as TagId,
      parentId: ids[2],
      description: "'quoted'\n+1 \"more\"",
    });
    const { csv } = core.ask("tag.export-csv", {});
    const cells = parse(csv, { bom: true }).flat();
    expect(cells.filter((cell) => /^[=+\-@]/mu.test(cell))).toEqual([]);
    const before = core.ask("tag.list", {});
    expect(core.ask("tag.import-csv", { csv })).toEqual({
      created: [],
      changed: [],
      unchanged: 3,
      problems: [],
    });
    const other = createTestCore();
    expect(other.ask("tag.import-csv", { csv })).toMatchObject({ problems: [], unchanged: 0 });
    const facts = (tags: typeof before) =>
      tags.map(({ name, colour, shortcut, description, parentId }) => ({
        name,
        colour,
        shortcut,
        description,
        parent: tags.find(({ id }) => id === parentId)?.name,
      }));
    expect(facts(other.ask("tag.list", {}))).toEqual(facts(before));
    other.ask("history.undo", {});
    expect(other.ask("tag.list", {})).toEqual([]);
  });

  it("reports line by line what it could not use, and uses the rest", () => {
    const { core } = coreWithTags("Law");
    const csv = [
      "Name;Parent;Colour;Key",
      "Force;;pink;1",
      ";;;",
      "LAW;Force;;",
      "force;;;",
      "Ships;Navy;sky;2",
    ].join("\r\n");
    const report = core.ask("tag.import-csv", { csv });
    expect(report).toEqual({
      created: ["Force", "Ships"],
      changed: ["Law"],
      unchanged: 0,
      problems: [
        { line: 2, message: expect.stringMatching(/“pink” is no colour/u) },
        { line: 2, message: "The key 1 belongs to “Law”." },
        { line: 3, message: expect.stringMatching(/no name/u) },
        { line: 5, message: expect.stringMatching(/twice/u) },
        { line: 6, message: "There is no tag “Navy” to place it below." },
      ],
    });
  });

  it.each(["colour\nred", 'name\n"open', ""])("refuses what is no codebook: %j", (csv) => {
    const { core } = coreWithTags();
    expect(core.dispatch("tag.import-csv", { csv })).toMatchObject({
      ok: false,
      failure: { code: "invalid-request" },
    });
  });
});
