import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

import { createCore } from "#core/create-core";
import { prepareToOpen } from "#core/store/prepare-to-open";
import { buildRecorder } from "#core/testing/io-recorder";

import { compare } from "../bench/measure.ts";
import type { Measure } from "../bench/measure.ts";
import { holds, lastAcknowledged } from "./acknowledgements.ts";
import { inFolder, startChild } from "./children.ts";
import { readLog } from "./powercut/replay.ts";

type Fault = {
  readonly what: string;
  readonly op: "write" | "sync";
  readonly errno: number;
  /** How many calls fail, from the n-th on. */
  readonly count: number;
};

const faults: readonly Fault[] = [
  { what: "full disk", op: "write", errno: constants.errno.ENOSPC, count: 3 },
  { what: "write error", op: "write", errno: constants.errno.EIO, count: 1 },
  { what: "sync error", op: "sync", errno: constants.errno.EIO, count: 1 },
];

/**
 * A session in which the disk fails at the n-th write or sync, for every n; the faults pass, and the
 * session goes on.
 * @param trials how many places of each kind are tried; null for every one
 */
export async function measureDiskFaults(trials: number | null): Promise<Measure[]> {
  return inFolder(async (folder) => {
    const recorder = buildRecorder(folder);
    if (recorder === null) {
      return [];
    }
    const start = join(folder, "start.corroboard");
    createCore({ projectFile: start }).close();
    const places = await placesOf(folder, recorder, start);
    const measures: Measure[] = [];
    for (const fault of faults) {
      const count = places[fault.op];
      const step = trials === null ? 1 : Math.max(1, Math.floor(count / trials));
      let tried = 0;
      let lost = 0;
      let wrong = 0;
      for (let at = 1; at <= count; at += step) {
        const outcome = await tryFault(folder, recorder, start, fault, at);
        tried += 1;
        lost += outcome.lost ? 1 : 0;
        wrong += outcome.wrong ? 1 : 0;
      }
      const unit = "sessions";
      measures.push(
        compare(`${fault.what} at every ${fault.op}: changes lost / sessions`, lost, tried, {
          unit,
          target: 0,
        }),
        compare(
          `${fault.what} at every ${fault.op}: not resumed or unnamed / sessions`,
          wrong,
          tried,
          {
            unit,
            target: 0,
          },
        ),
      );
    }
    return measures;
  });
}

function environment(recorder: string, log: string): NodeJS.ProcessEnv {
  return { LD_PRELOAD: recorder, IOLOG_MATCH: "/p.", IOLOG_OUT: log };
}

async function placesOf(folder: string, recorder: string, start: string) {
  const file = join(folder, "p.corroboard");
  const log = join(folder, "log");
  copyFileSync(start, file);
  await startChild("./fault-child.ts", [file], { env: environment(recorder, log) }).ended;
  const operations = readLog(readFileSync(log)).filter((each) => !each.file.endsWith(".ack"));
  cleanUp(folder);
  return {
    write: operations.filter(({ kind }) => kind === "write").length,
    sync: operations.filter(({ kind }) => kind === "sync").length,
  };
}

async function tryFault(
  folder: string,
  recorder: string,
  start: string,
  fault: Fault,
  at: number,
): Promise<{ lost: boolean; wrong: boolean }> {
  const file = join(folder, "p.corroboard");
  copyFileSync(start, file);
  let text = "";
  await startChild("./fault-child.ts", [file], {
    env: {
      ...environment(recorder, join(folder, "log")),
      IOFAIL_OP: fault.op,
      IOFAIL_ERRNO: String(fault.errno),
      IOFAIL_COUNT: String(fault.count),
      IOFAIL_AT: String(at),
    },
    onText: (more) => {
      text += more;
    },
  }).ended;
  try {
    await prepareToOpen(file, join(folder, "state"));
    const core = createCore({ projectFile: file });
    const acknowledged = readFileSync(join(folder, "p.ack"), "utf8");
    const lost = !holds(core.db, lastAcknowledged(acknowledged));
    const check = core.dispatch("project.check", {});
    core.close();
    const isSound = check.ok && (check.value as { ok: boolean }).ok;
    // A fault during the opening or closing may end the process; a refusal in between has a name.
    const isNamed = !/internal/u.test(text);
    const isResumed = text === "" || /^saved$/mu.test(text);
    return { lost, wrong: !isSound || !isNamed || !isResumed };
  } catch {
    return { lost: true, wrong: true };
  } finally {
    cleanUp(folder);
  }
}

function cleanUp(folder: string): void {
  for (const name of ["p.corroboard", "p.corroboard-wal", "p.corroboard-shm", "p.ack", "log"]) {
    rmSync(join(folder, name), { force: true });
  }
}
