import { afterEach, beforeEach, expect, it } from "vitest";

import type { BriefingBlock, BriefingText } from "#contract/briefing";
import { Failure } from "#contract/failure";

import { createTestCore } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;

beforeEach(() => {
  core = createTestCore();
});

afterEach(() => core.close());

function textOf(...paragraphs: readonly string[]): BriefingText {
  return {
    version: 1,
    blocks: paragraphs.map((text): BriefingBlock => ({
      kind: "paragraph",
      runs: [{ kind: "text", text }],
    })),
    ticked: [],
  };
}

it("keeps several briefings, in the order in which they were made", () => {
  core.ask("briefing.create", { title: "First" });
  core.ask("briefing.create", { title: "Second" });
  expect(core.ask("briefing.list", {}).map(({ title }) => title)).toEqual(["First", "Second"]);
});

it("gives back exactly the text that was saved, ticks included", () => {
  const { id, revision } = core.ask("briefing.create", { title: "Note" });
  const text: BriefingText = { ...textOf("One.", "“Two” é 漢 \u202E"), ticked: [1, 9] };
  const saved = core.ask("briefing.save", { briefingId: id, text, baseRevision: revision });
  expect(core.ask("briefing.read", { briefingId: id })).toEqual({ briefing: saved, text });
});

it("refuses to overwrite what was saved meanwhile, and keeps it", () => {
  const { id, revision } = core.ask("briefing.create", { title: "Note" });
  core.ask("briefing.save", { briefingId: id, text: textOf("theirs"), baseRevision: revision });
  const reply = core.dispatch("briefing.save", {
    briefingId: id,
    text: textOf("mine"),
    baseRevision: revision,
  });
  expect(reply).toMatchObject({ ok: false, failure: { code: "conflict" } });
  expect(core.ask("briefing.read", { briefingId: id }).text).toEqual(textOf("theirs"));
});

it("takes a save back by undo, after which the earlier revision can be saved on", () => {
  const { id, revision } = core.ask("briefing.create", { title: "Note" });
  core.ask("briefing.save", { briefingId: id, text: textOf("typed"), baseRevision: revision });
  core.ask("history.undo", {});
  expect(core.ask("briefing.read", { briefingId: id }).briefing.revision).toBe(revision);
  core.ask("briefing.save", { briefingId: id, text: textOf("again"), baseRevision: revision });
  expect(core.ask("briefing.read", { briefingId: id }).text).toEqual(textOf("again"));
});

it("makes no entry in the journal when nothing was changed", () => {
  const { id } = core.ask("briefing.create", { title: "Note" });
  const { briefing, text } = core.ask("briefing.read", { briefingId: id });
  const before = core.ask("history.read", {}).undoCount;
  core.ask("briefing.save", { briefingId: id, text, baseRevision: briefing.revision });
  expect(core.ask("history.read", {}).undoCount).toBe(before);
});

it("renames a briefing, and brings it back from the trash by undo", () => {
  const { id } = core.ask("briefing.create", { title: "Note" });
  core.ask("briefing.rename", { briefingId: id, title: " Better " });
  core.ask("briefing.trash", { briefingId: id });
  expect(core.ask("briefing.list", {})).toEqual([]);
  expect(() => core.ask("briefing.read", { briefingId: id })).toThrow(Failure);
  core.ask("history.undo", {});
  expect(core.ask("briefing.list", {}).map(({ title }) => title)).toEqual(["Better"]);
});

it("refuses a link that is not one of the web", () => {
  const { id, revision } = core.ask("briefing.create", { title: "Note" });
  const text: BriefingText = {
    ...textOf(),
    blocks: [
      { kind: "paragraph", runs: [{ kind: "text", text: "x", link: "javascript:alert(1)" }] },
    ],
  };
  expect(
    core.dispatch("briefing.save", { briefingId: id, text, baseRevision: revision }),
  ).toMatchObject({
    ok: false,
    failure: { code: "invalid-request" },
  });
});

it("duplicates a briefing right behind it, text and all, as one step", () => {
  const text = textOf("One.", "Two.");
  const { id } = core.ask("briefing.create", { title: "First", text });
  core.ask("briefing.create", { title: "Second" });
  const copy = core.ask("briefing.duplicate", { briefingId: id });
  expect(core.ask("briefing.list", {}).map(({ title }) => title)).toEqual([
    "First",
    "First (copy)",
    "Second",
  ]);
  expect(core.ask("briefing.read", { briefingId: copy.id }).text).toEqual(text);
  core.ask("history.undo", {});
  expect(core.ask("briefing.list", {}).map(({ title }) => title)).toEqual(["First", "Second"]);
});

it("keeps the title of a copy as long as a title may be", () => {
  const { id } = core.ask("briefing.create", { title: "x".repeat(1_000) });
  const { title } = core.ask("briefing.duplicate", { briefingId: id });
  expect(title).toHaveLength(1_000);
  expect(title.endsWith("x (copy)")).toBe(true);
});

it("moves a briefing before another one and to the end, and undo puts it back", () => {
  const [first, second, third] = ["First", "Second", "Third"].map(
    (title) => core.ask("briefing.create", { title }).id,
  );
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error("three were made");
  }
  const titles = () => core.ask("briefing.list", {}).map(({ title }) => title);
  core.ask("briefing.move", { briefingId: third, beforeBriefingId: first });
  expect(titles()).toEqual(["Third", "First", "Second"]);
  core.ask("briefing.move", { briefingId: third, beforeBriefingId: null });
  expect(titles()).toEqual(["First", "Second", "Third"]);
  core.ask("history.undo", {});
  expect(titles()).toEqual(["Third", "First", "Second"]);
  expect(
    core.dispatch("briefing.move", { briefingId: "gone", beforeBriefingId: first }),
  ).toMatchObject({ ok: false });
});
