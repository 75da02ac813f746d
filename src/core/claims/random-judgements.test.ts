import { join } from "node:path";

import { expect, it } from "vitest";

import { createCore } from "../create-core.ts";
import { runRandomSession } from "../testing/random-session.ts";
import { stateHash } from "../testing/state-hash.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { askThrough, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";
import { runRandomJudgements } from "./testing/random-judgements.ts";

function undoAll(ask: TestCore["ask"]): number {
  let count = 0;
  while (ask("history.read", {}).undo !== null) {
    ask("history.undo", {});
    count += 1;
  }
  return count;
}

function redoAll(ask: TestCore["ask"]): void {
  while (ask("history.read", {}).redo !== null) {
    ask("history.redo", {});
  }
}

it.each([21, 22, 23, 24])(
  "undoes random judgements to their start and redoes them to their end (seed %i)",
  (seed) => {
    const projectFile = join(temporaryFolder(), "p.corroboard");
    const open = () => {
      const opened = createCore({ projectFile, who: "tester" });
      return { ...opened, ask: askThrough(opened) };
    };
    const reopened = (core: TestCore) => {
      core.close();
      const hash = stateHash(projectFile);
      return { core: open(), hash };
    };
    const { core: empty, hash: start } = reopened(open());
    importFiles(empty, sampleArticles());
    runRandomSession(empty.ask, { seed, steps: 80 });
    const done = runRandomJudgements(empty.ask, { seed, steps: 150 });
    expect(done).toBeGreaterThan(60);
    const { core: full, hash: end } = reopened(empty);
    expect(full.ask("project.check", {}).faults).toEqual([]);
    expect(full.ask("wording.overview", {}).articles.length).toBeGreaterThan(0);

    expect(undoAll(full.ask)).toBeGreaterThan(60);
    const { core: undone, hash: back } = reopened(full);
    expect(back).toBe(start);
    redoAll(undone.ask);
    const { core: redone, hash: again } = reopened(undone);
    expect(again).toBe(end);
    expect(redone.ask("project.check", {}).faults).toEqual([]);
    redone.close();
  },
  60_000,
);
