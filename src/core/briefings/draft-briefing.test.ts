import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { analysed } from "../exports/testing/analysed-project.ts";
import { stanceTitle } from "../exports/wording.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { citationsOf } from "./citations-of.ts";
import { nothingRecorded } from "./draft-sections.ts";
import { readTemplate } from "./template-store.ts";

/** Every word that a draft may have beside the template's own and the analyst's. */
const fieldNames = new Set([
  nothingRecorded,
  "Likelihood: ",
  "Confidence: ",
  "Basis: ",
  "Status: ",
  ". Status: ",
  ". Contradicts: ",
  ". Not checked: ",
  ", ",
  ".",
  ...Object.values(stanceTitle).flatMap((title) => [`${title}:`, `${title}: `]),
]);

let project: ReturnType<typeof analysed>;

beforeEach(() => {
  project = analysed();
});

afterEach(() => {
  project.core.close();
  vi.unstubAllEnvs();
});

function draft(templateId: string) {
  const { core } = project;
  const { id } = core.ask("briefing.create", { title: "Draft", templateId });
  return core.ask("briefing.read", { briefingId: id }).text;
}

it("invents nothing: what is not a citation is the template's, the analyst's, or the name of a field", () => {
  const { core, pledged } = project;
  core.ask("claim.change", {
    claimId: pledged,
    kind: "assessment",
    likelihood: "likely",
    confidence: "moderate",
    confidenceBasis: "Two reports.",
    note: "One.\n\nTwo.",
  });
  const analyst = [
    ...core.ask("note.list", {}).flatMap(({ note }) => note.split(/\n+/u)),
    ...core.ask("relation.list", {}).map(({ note }) => note),
    "Said by Macron.",
    "Draft",
  ];
  for (const { id } of core.ask("briefing.templates", {}).templates) {
    const own = readTemplate(id).parts.flatMap((part) =>
      part.kind === "block" && "runs" in part.block
        ? part.block.runs.map((run) => (run.kind === "text" ? run.text : ""))
        : [],
    );
    const typed = draft(id).blocks.flatMap((block) =>
      "runs" in block ? block.runs.flatMap((run) => (run.kind === "text" ? [run.text] : [])) : [],
    );
    expect(
      typed.filter(
        (words) => !fieldNames.has(words) && !own.includes(words) && !analyst.includes(words),
      ),
      id,
    ).toEqual([]);
  }
});

it("puts the judgement first, with likelihood and confidence apart", () => {
  const { core, pledged } = project;
  core.ask("claim.change", { claimId: pledged, likelihood: "likely", confidence: "low" });
  const { blocks } = draft("bottom-line-up-front");
  expect(blocks[2]).toEqual({
    kind: "paragraph",
    runs: [
      { kind: "claim", claimId: pledged, part: "statement", words: "26 countries pledged forces" },
    ],
  });
  const lines = blocks.flatMap((block) =>
    block.kind === "item"
      ? [
          block.runs
            .map((run) => ("words" in run ? run.words : "text" in run ? run.text : ""))
            .join(""),
        ]
      : [],
  );
  expect(lines).toContain("Likelihood: likely (55–80 %).");
  expect(lines).toContain("Confidence: low.");
});

it("follows the order of the board", () => {
  const { core } = project;
  const statements = citationsOf(draft("key-judgements"))
    .filter((one) => one.kind === "claim" && one.part === "statement")
    .map(({ words }) => words);
  expect(statements).toEqual([
    "Foreign troops would be legitimate targets",
    "26 countries pledged forces",
  ]);
  expect(core.ask("claim.list", {}).map(({ statement }) => statement)[0]).toBe(
    "26 countries pledged forces",
  );
});

it("shows both sides of a discrepancy in their own words", () => {
  const quotes = citationsOf(draft("discrepancies")).filter(({ kind }) => kind === "quote");
  expect(quotes.map(({ words }) => words)).toEqual(["26 countries", "26"]);
});

it("says so where nothing was recorded", () => {
  const { core } = project;
  core.ask("claim.trash", { claimIds: core.ask("claim.list", {}).map(({ id }) => id) });
  expect(draft("discrepancies").blocks.at(-1)).toEqual({
    kind: "paragraph",
    runs: [{ kind: "text", text: nothingRecorded }],
  });
});

it("takes the analyst's own templates from a folder, and names those that it cannot read", () => {
  const { core } = project;
  const folder = temporaryFolder();
  vi.stubEnv("CORROBOARD_STATE_DIR", folder);
  mkdirSync(join(folder, "templates"));
  writeFileSync(
    join(folder, "templates", "house.md"),
    "---\nname: House style\npurpose: Ours.\n---\n\n## Facts *first*\n\n- one\n  - two\n\n{{sources}}\n",
  );
  writeFileSync(join(folder, "templates", "odd.md"), "{{astrology}}\n");
  const { templates, refused } = core.ask("briefing.templates", {});
  expect(templates.filter(({ isOwn }) => isOwn)).toEqual([
    { id: "own/house", name: "House style", purpose: "Ours.", isOwn: true },
  ]);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toContain("“astrology”");
  const { blocks } = draft("own/house");
  expect(blocks.slice(1, 4)).toEqual([
    {
      kind: "heading",
      level: 2,
      runs: [
        { kind: "text", text: "Facts " },
        { kind: "text", text: "first", italic: true },
      ],
    },
    { kind: "item", ordered: false, depth: 0, runs: [{ kind: "text", text: "one" }] },
    { kind: "item", ordered: false, depth: 1, runs: [{ kind: "text", text: "two" }] },
  ]);
  expect(blocks).toHaveLength(4 + 5);
});

it.each(["../secret", "own/../secret", "nothing"])(
  "refuses a template that is not there: %s",
  (templateId) => {
    expect(project.core.dispatch("briefing.create", { title: "x", templateId })).toMatchObject({
      ok: false,
      failure: { code: "not-found" },
    });
  },
);

it("never tells the bottom line without how likely it is held to be", () => {
  const { core, pledged } = project;
  core.ask("claim.change", { claimId: pledged, likelihood: "unlikely", confidence: "low" });
  const { blocks } = draft("bottom-line-up-front");
  const cited = blocks
    .slice(2, 5)
    .flatMap((block) => ("runs" in block ? block.runs : []))
    .filter((run) => run.kind === "claim");
  expect(cited.map(({ claimId, part }) => [claimId, part])).toEqual([
    [pledged, "statement"],
    [pledged, "likelihood"],
    [pledged, "confidence"],
  ]);
});
