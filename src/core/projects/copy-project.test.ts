import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";

import { prepareToOpen } from "../store/prepare-to-open.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";

it("gives the project as one file that opens like any other, with what is only in the log yet", async () => {
  const folder = temporaryFolder();
  const projectFile = join(folder, "p.corroboard");
  const core = createTestCore({ projectFile });
  importFiles(core, sampleArticles());
  core.ask("claim.create", { statement: "Forces were pledged" });
  expect(existsSync(`${projectFile}-wal`)).toBe(true);
  const copy = join(folder, "copy.corroboard");
  writeFileSync(copy, core.ask("project.copy", {}).bytes);
  core.ask("claim.create", { statement: "Made after the copy" });

  const plain = new Sqlite(copy, { readonly: true });
  expect(plain.pragma("journal_mode", { simple: true })).toBe("delete");
  expect(plain.pragma("integrity_check", { simple: true })).toBe("ok");
  plain.close();
  expect(await prepareToOpen(copy, join(folder, "state"))).toEqual([]);
  const again = createTestCore({ projectFile: copy });
  expect(again.ask("claim.list", {}).map(({ statement }) => statement)).toEqual([
    "Forces were pledged",
  ]);
  expect(again.ask("article.list", {})).toHaveLength(5);
  expect(again.ask("project.check", {}).faults).toEqual([]);
  again.close();
  core.close();
});
