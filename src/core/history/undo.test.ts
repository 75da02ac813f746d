import { join } from "node:path";

import { expect, it } from "vitest";

import { createCore } from "../create-core.ts";
import { runRandomSession } from "../testing/random-session.ts";
import { stateHash } from "../testing/state-hash.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { askThrough, createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";

it("names the next change to undo and to redo", () => {
  const core = createTestCore();
  core.ask("tag.create", { name: "Threat" });
  core.ask("claim.create", { statement: "Germany has committed troops" });
  expect(core.ask("history.read", {})).toEqual({
    undo: { label: "new claim" },
    redo: null,
    undoCount: 2,
    redoCount: 0,
  });
  expect(core.ask("history.undo", {})).toEqual({
    undo: { label: "new tag “Threat”" },
    redo: { label: "new claim" },
    undoCount: 1,
    redoCount: 1,
  });
});

it("keeps undo and redo in the journal as entries of their own", () => {
  const core = createTestCore();
  core.ask("tag.create", { name: "Threat" });
  core.ask("history.undo", {});
  core.ask("history.redo", {});
  const changes = core.ask("change.list", { limit: 10 });
  expect(changes.map(({ seq, kind, label, state }) => ({ seq, kind, label, state }))).toEqual([
    { seq: 3, kind: "redo", label: "new tag “Threat”", state: "log" },
    { seq: 2, kind: "undo", label: "new tag “Threat”", state: "log" },
    { seq: 1, kind: "do", label: "new tag “Threat”", state: "applied" },
  ]);
});

it("ends the redo line when something new is done", () => {
  const core = createTestCore();
  core.ask("tag.create", { name: "Threat" });
  core.ask("history.undo", {});
  core.ask("tag.create", { name: "Pledge" });
  expect(core.ask("history.read", {})).toMatchObject({ redo: null, undoCount: 1, redoCount: 0 });
  expect(() => core.ask("history.redo", {})).toThrow("There is nothing to redo.");
});

it("says so when there is nothing to undo", () => {
  const core = createTestCore();
  expect(core.dispatch("history.undo", {})).toMatchObject({
    ok: false,
    failure: { code: "conflict", message: "There is nothing to undo." },
  });
});

it("makes no entry when a command changes nothing", () => {
  const core = createTestCore();
  const tag = core.ask("tag.create", { name: "Threat" });
  core.ask("tag.change", { tagId: tag.id, name: "Threat" });
  expect(core.ask("history.read", {}).undoCount).toBe(1);
});

it("announces the topics of what an undo changed", () => {
  const core = createTestCore();
  const events: unknown[] = [];
  core.onChange((event) => events.push(event));
  core.ask("tag.create", { name: "Threat" });
  core.ask("history.undo", {});
  expect(events).toEqual([
    {
      seq: 1,
      topics: ["tags", "history"],
      label: "new tag “Threat”",
      kind: "do",
      highlightIds: [],
    },
    {
      seq: 2,
      topics: ["tags", "history"],
      label: "new tag “Threat”",
      kind: "undo",
      highlightIds: [],
    },
  ]);
});

it.each([1, 2, 3, 4])(
  "undoes a random session to its start and redoes it to its end, across restarts (seed %i)",
  (seed) => {
    const projectFile = join(temporaryFolder(), "session.corroboard");
    createTestCore({ projectFile }).close();
    const atStart = stateHash(projectFile);

    const session = reopen(projectFile);
    importFiles(session, sampleArticles());
    runRandomSession(session.ask, { seed, steps: 120 });
    while (session.ask("history.read", {}).redo !== null) {
      session.ask("history.redo", {}); // so that the end is the end of the redo line
    }
    session.close();
    const atEnd = stateHash(projectFile);
    expect(atEnd).not.toBe(atStart);

    const undoing = reopen(projectFile);
    while (undoing.ask("history.read", {}).undo !== null) {
      undoing.ask("history.undo", {});
    }
    undoing.close();
    expect(stateHash(projectFile)).toBe(atStart);

    const redoing = reopen(projectFile);
    while (redoing.ask("history.read", {}).redo !== null) {
      redoing.ask("history.redo", {});
    }
    expect(redoing.ask("project.check", {}).faults).toEqual([]);
    redoing.close();
    expect(stateHash(projectFile)).toBe(atEnd);
  },
);

/** A core on an existing file, with real ids and times. */
function reopen(projectFile: string) {
  const core = createCore({ projectFile, who: "tester" });
  return { ...core, ask: askThrough(core) };
}
