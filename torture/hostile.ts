import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { createCore } from "#core/create-core";
import { bytesOfHostile, hostileFiles } from "#core/testing/hostile/corpus";
import { askThrough } from "#core/testing/test-core";

import { compare, median } from "../bench/measure.ts";
import type { Measure } from "../bench/measure.ts";
import { inFolder } from "./children.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
/** How long an analyst may wait for the core while a hostile file is taken in; docs/security.md. */
const promisedMs = 200;

/** The tests of the hostile corpus, and how long its files keep the core from answering. */
export async function measureHostile(repeats: number): Promise<Measure[]> {
  const tests = await inFolder((folder) => runTests(folder, "src/core/testing/hostile"));
  const slowestMs = await inFolder(async (folder) => slowestImportMs(folder, repeats));
  return [
    ...failuresOf("hostile corpus: tests that fail / tests", tests),
    compare("hostile corpus: slowest file, import / promised", slowestMs, promisedMs, {
      unit: "ms",
      target: 1,
    }),
  ];
}

/** The raw-socket tests of the browser host. */
export async function measureSockets(): Promise<Measure[]> {
  const tests = await inFolder((folder) =>
    runTests(
      folder,
      "src/browser-host/hostile-sockets.test.ts",
      "src/browser-host/http-server.test.ts",
    ),
  );
  return failuresOf("raw sockets: tests that fail / tests", tests);
}

type Counts = { readonly failed: number; readonly all: number };

function failuresOf(name: string, { failed, all }: Counts): Measure[] {
  return [compare(name, failed, all, { unit: "tests", target: 0 })];
}

/** @throws Error when the tests could not be run at all */
async function runTests(folder: string, ...paths: string[]): Promise<Counts> {
  const report = join(folder, "report.json");
  spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      ...paths,
      "--reporter=json",
      `--outputFile=${report}`,
    ],
    { cwd: root, stdio: "inherit" },
  );
  if (!existsSync(report)) {
    throw new Error("the tests could not be run");
  }
  const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, "utf8")) as {
    readonly numFailedTests: number;
    readonly numPassedTests: number;
  };
  return { failed: numFailedTests, all: numFailedTests + numPassedTests };
}

/** Of each file the median of some imports; of all files the slowest. */
function slowestImportMs(folder: string, repeats: number): number {
  const times = new Map<string, number[]>();
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const core = createCore({ projectFile: join(folder, `${repeat}.corroboard`) });
    const ask = askThrough(core);
    for (const { id, file } of hostileFiles()) {
      const { upload } = ask("upload.put", { bytes: bytesOfHostile(file) });
      const start = performance.now();
      ask("article.import", { files: [{ name: file, upload }] });
      times.set(id, [...(times.get(id) ?? []), performance.now() - start]);
    }
    core.close();
  }
  return Math.max(...[...times.values()].map(median));
}
