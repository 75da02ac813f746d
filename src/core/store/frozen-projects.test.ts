import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { rescueProject } from "../rescue/rescue-project.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";
import { migrations } from "./migrate.ts";
import { prepareToOpen } from "./prepare-to-open.ts";
import { describeProject } from "./testdata/describe-project.ts";

const folder = fileURLToPath(new URL("./testdata", import.meta.url));
const frozen = readdirSync(folder).filter((name) => name.endsWith(".frozen"));

function thawed(name: string): string {
  const file = join(temporaryFolder(), "p.corroboard");
  copyFileSync(join(folder, name), file);
  return file;
}

/** The frozen file has the ids of the test core already. */
function openedCore(projectFile: string): TestCore {
  let ids = 0;
  return createTestCore({
    projectFile,
    newId: () => {
      ids += 1;
      return `00000000-0000-7000-9000-${ids.toString(16).padStart(12, "0")}`;
    },
  });
}

it("there are some", () => {
  expect(frozen.length).toBeGreaterThan(0);
  expect(migrations.length).toBeGreaterThanOrEqual(2);
});

it("the newest version has one; make-frozen-project.ts in testdata makes it", () => {
  expect(frozen).toContain(`project-v${migrations.length}.frozen`);
});

describe.each(frozen)("the project of an earlier version in %s", (name) => {
  const expected: unknown = JSON.parse(
    readFileSync(join(folder, name.replace(".frozen", ".json")), "utf8"),
  );

  it("opens without a word, has everything in it and is sound", async () => {
    const file = thawed(name);
    expect(await prepareToOpen(file, join(file, "..", "state"))).toEqual([]);
    const core = openedCore(file);
    expect(describeProject(core)).toEqual(expected);
    expect(core.ask("project.check", {}).faults).toEqual([]);
    core.close();
  });

  it("exports, with every quote verified", () => {
    const core = openedCore(thawed(name));
    const { markdown, warnings } = core.ask("export.markdown", {});
    expect(warnings).toEqual([]);
    expect(markdown).toContain("Foreign troops would be legitimate targets");
    expect(markdown).toContain("26 countries pledged forces — “réassurance”");
    const { json } = core.ask("export.json", {});
    const { claims } = JSON.parse(json) as { claims: unknown[] };
    expect(claims).toHaveLength(2);
    core.close();
  });

  it("is undone to the start and redone to the end", () => {
    const core = openedCore(thawed(name));
    const { undoCount } = core.ask("history.read", {});
    const contents = () => {
      const { changes: _, ...rest } = describeProject(core);
      return rest;
    };
    const before = contents();
    for (let step = 0; step < undoCount; step += 1) {
      core.ask("history.undo", {});
    }
    expect(core.ask("article.list", {})).toEqual([]);
    for (let step = 0; step < undoCount; step += 1) {
      core.ask("history.redo", {});
    }
    expect(contents()).toEqual(before);
    expect(core.ask("project.check", {}).faults).toEqual([]);
    core.close();
  });

  it("is rescued whole", async () => {
    const file = thawed(name);
    const out = `${file}.rescued`;
    expect(await rescueProject(file, out)).toMatchObject({ losses: [], faults: [] });
    const core = openedCore(out);
    expect(describeProject(core)).toEqual(expected);
    core.close();
  });
});
