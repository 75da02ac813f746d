import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";

import { stateHash } from "../testing/state-hash.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore } from "../testing/test-core.ts";

type Image = Record<string, unknown>;
type Edits = { table: string; before: Image | null; after: Image | null }[];

/** A closed project whose newest change, a note on a claim, was rewritten by someone. */
function craftedProject(rewrite: (edits: Edits) => unknown): string {
  const projectFile = join(temporaryFolder(), "p.corroboard");
  const core = createTestCore({ projectFile });
  core.ask("tag.create", { name: "Pledge" });
  const { claim } = core.ask("claim.create", { statement: "Forces were pledged" });
  core.ask("claim.change", { claimId: claim.id, note: "Not yet verified" });
  core.close();
  const database = new Sqlite(projectFile);
  const newest = database.prepare("SELECT seq, edits FROM change ORDER BY seq DESC").get() as {
    seq: number;
    edits: string;
  };
  const crafted = rewrite(JSON.parse(newest.edits) as Edits);
  database
    .prepare("UPDATE change SET edits = ? WHERE seq = ?")
    .run(JSON.stringify(crafted), newest.seq);
  database.close();
  return projectFile;
}

function renameKey(image: Image | null, from: string, to: string): Image | null {
  return image === null
    ? null
    : Object.fromEntries(
        Object.entries(image).map(([key, value]) => [key === from ? to : key, value]),
      );
}

const crafted: Readonly<Record<string, (edits: Edits) => unknown>> = {
  "a column that ends the statement's list and changes other rows": (edits) =>
    edits.map((edit) => ({
      ...edit,
      before: renameKey(edit.before, "note", "note = 'x', statement = (SELECT name FROM tag) --"),
    })),
  "a column that opens a subquery on insert": (edits) =>
    edits.map(({ table, after }) => ({
      table,
      before: { ...after, "trashed_at) SELECT id, name, 1, 1 FROM tag --": null },
      after: null,
    })),
  "a column that the table does not have": (edits) =>
    edits.map((edit) => ({ ...edit, before: { ...edit.before, colour: "sky" } })),
  "a table that is not journaled": (edits) => edits.map((edit) => ({ ...edit, table: "view" })),
  "a name that every object has": (edits) =>
    edits.map((edit) => ({ ...edit, table: "constructor" })),
  "a table with a statement in its name": (edits) =>
    edits.map((edit) => ({ ...edit, table: "claim WHERE 1; DROP TABLE tag; --" })),
  "a value that is none": (edits) =>
    edits.map((edit) => ({ ...edit, before: { ...edit.before, note: { toString: "x" } } })),
  "no image at all": (edits) => edits.map(({ table }) => ({ table, before: null, after: null })),
  "an image without its key": (edits) =>
    edits.map((edit) => ({ ...edit, before: renameKey(edit.before, "id", "note") })),
  "something that is no list": () => ({ length: 1 }),
};

describe("the history of a project from anyone", () => {
  it("is undone where it is as it was written", () => {
    const core = createTestCore({ projectFile: craftedProject((edits) => edits) });
    core.ask("history.undo", {});
    expect(core.ask("claim.list", {})).toMatchObject([{ note: "" }]);
    core.close();
  });

  it.each(Object.entries(crafted))("is refused, and changes nothing, with %s", (_, rewrite) => {
    const projectFile = craftedProject(rewrite);
    const before = stateHash(projectFile);
    const core = createTestCore({ projectFile });
    expect(core.dispatch("history.undo", {})).toMatchObject({
      ok: false,
      failure: { code: "project-damaged", message: expect.stringContaining("Nothing was changed") },
    });
    expect(core.ask("history.read", {})).toMatchObject({ undoCount: 3, redoCount: 0 });
    expect(core.ask("project.check", {}).ok).toBe(false);
    core.close();
    expect(stateHash(projectFile)).toBe(before);
  });
});
