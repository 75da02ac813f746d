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
/**
 * The worst file of the corpus takes a third of the work of ordinary text as long as the longest file; one that
 * makes a rule run away takes hundreds or thousands of times that.
 */
const maxTimesOrdinary = 4;

/**
 * The tests of the hostile corpus, and how long its files keep the core from answering: against the promised
 * time, which says something about a machine that does nothing else, and against the work that ordinary text
 * of the same length takes, which says the same on any machine.
 * @param isFull whether every hostile string is tried in every export, on a machine that does nothing else,
 * so that times can be promised
 */
export async function measureHostile(repeats: number, isFull: boolean): Promise<Measure[]> {
  const tests = await inFolder((folder) =>
    runTests(
      folder,
      "src/core/testing/hostile",
      ...(isFull ? ["src/core/exports", "src/core/rescue"] : []),
    ),
  );
  const { slowestMs, mostWorkMs, ordinaryWorkMs } = await inFolder(async (folder) =>
    timeImports(folder, repeats),
  );
  const measures = [
    ...failuresOf("hostile corpus: tests that fail / tests", tests),
    compare(
      "hostile corpus: most work for a file / for ordinary text",
      mostWorkMs,
      ordinaryWorkMs,
      {
        unit: "ms",
        target: maxTimesOrdinary,
      },
    ),
  ];
  const promise = compare(
    "hostile corpus: slowest file, import / promised",
    slowestMs,
    promisedMs,
    {
      unit: "ms",
      target: 1,
    },
  );
  return isFull ? [...measures, promise] : measures;
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
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, CORROBOARD_THOROUGH: "1" },
    },
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

type ImportTimes = {
  /** Of each file the median time; of all files the slowest. */
  readonly slowestMs: number;
  /** Of each file the least processor time, in which other programs play no part; of all files the most. */
  readonly mostWorkMs: number;
  /** The same for ordinary text, as long as the longest hostile file. */
  readonly ordinaryWorkMs: number;
};

function timeImports(folder: string, repeats: number): ImportTimes {
  const hostile = hostileFiles().map(({ file }) => ({ name: file, bytes: bytesOfHostile(file) }));
  const ordinary = { name: "ordinary.txt", bytes: ordinaryText(hostile) };
  const timesMs = new Map<string, number[]>();
  const worksMs = new Map<string, number[]>();
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const core = createCore({ projectFile: join(folder, `${repeat}.corroboard`) });
    const ask = askThrough(core);
    for (const { name, bytes } of [...hostile, ordinary]) {
      const { upload } = ask("upload.put", { bytes });
      const startMs = performance.now();
      const workBefore = process.cpuUsage();
      ask("article.import", { files: [{ name, upload }] });
      const { user, system } = process.cpuUsage(workBefore);
      timesMs.set(name, [...(timesMs.get(name) ?? []), performance.now() - startMs]);
      worksMs.set(name, [...(worksMs.get(name) ?? []), (user + system) / 1_000]);
    }
    core.close();
  }
  const ofHostile = (times: ReadonlyMap<string, readonly number[]>) =>
    hostile.map(({ name }) => times.get(name) ?? []);
  return {
    slowestMs: Math.max(...ofHostile(timesMs).map(median)),
    mostWorkMs: Math.max(...ofHostile(worksMs).map((times) => Math.min(...times))),
    ordinaryWorkMs: Math.min(...(worksMs.get(ordinary.name) ?? [])),
  };
}

function ordinaryText(hostile: readonly { readonly bytes: Uint8Array }[]): Uint8Array {
  const length = Math.max(...hostile.map(({ bytes }) => bytes.length));
  const paragraph = "The ministers met in Paris on Thursday and agreed to send help. ".repeat(8);
  return new TextEncoder().encode(`${paragraph}\n\n`.repeat(Math.ceil(length / paragraph.length)));
}
