import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { writableDb } from "#core/store/db";
import { closeProject, openProject } from "#core/store/open-project";
import { prepareToOpen } from "#core/store/prepare-to-open";
import { buildRecorder } from "#core/testing/io-recorder";
import { createTestCore, importFiles, sampleArticles } from "#core/testing/test-core";

import { compare } from "../bench/measure.ts";
import type { Measure } from "../bench/measure.ts";
import { holds, lastAcknowledged } from "./acknowledgements.ts";
import { inFolder, randomNumbers, startChild } from "./children.ts";
import { crashState, readLog } from "./powercut/replay.ts";

type Tally = { lost: number; corrupt: number; refused: number; states: number };

/** How many states are also looked at in full, as a host does before it opens a project. */
const lookedAtOf = 25;

/** What a disk may hold after a power cut at any moment of work, opened by the core. */
export async function measurePowerCuts(states: number): Promise<Measure[]> {
  return inFolder(async (folder) => {
    const recorder = buildRecorder(folder);
    if (recorder === null) {
      return [];
    }
    const full = await tallyOf(folder, recorder, "FULL", states);
    const normal = await tallyOf(folder, recorder, "NORMAL", Math.min(states, 1_000));
    const unit = "states";
    return [
      compare("power cuts: acknowledged changes lost / states", full.lost, states, {
        unit,
        target: 0,
      }),
      compare("power cuts: damaged files / states", full.corrupt, states, { unit, target: 0 }),
      compare(
        "power cuts: not opened by a host / looked at",
        full.refused,
        Math.ceil(states / lookedAtOf),
        {
          unit,
          target: 0,
        },
      ),
      // Below 1, or the simulation would find nothing.
      compare(
        "power cuts with NORMAL, without a loss / states",
        normal.states - normal.lost,
        normal.states,
        {
          unit,
          target: 0.98,
        },
      ),
    ];
  });
}

async function tallyOf(
  folder: string,
  recorder: string,
  synchronous: "FULL" | "NORMAL",
  states: number,
): Promise<Tally> {
  const work = join(folder, synchronous);
  mkdirSync(work);
  const file = join(work, "p.corroboard");
  const log = join(folder, `${synchronous}.log`);
  const core = createTestCore({ projectFile: file });
  importFiles(core, sampleArticles());
  core.close();
  const start = new Map([["p.corroboard", readFileSync(file)]]);
  await startChild("./disk-child.ts", [file, synchronous, "250"], {
    env: { LD_PRELOAD: recorder, IOLOG_MATCH: "/p.", IOLOG_OUT: log },
  }).ended;
  const operations = readLog(readFileSync(log));
  const random = randomNumbers(synchronous.length);
  const tally = { lost: 0, corrupt: 0, refused: 0, states };
  const disk = join(folder, "disk");
  for (let state = 0; state < states; state += 1) {
    const { files, acknowledged } = crashState(operations, start, random);
    rmSync(disk, { recursive: true, force: true });
    mkdirSync(disk);
    for (const [name, bytes] of files) {
      writeFileSync(join(disk, name), bytes);
    }
    const project = join(disk, "p.corroboard");
    if (state % lookedAtOf === 0 && synchronous === "FULL") {
      tally.refused += await isRefused(project, join(folder, "state"));
    }
    try {
      const database = openProject(project);
      const isSound = database.pragma("integrity_check", { simple: true }) === "ok";
      tally.corrupt += isSound ? 0 : 1;
      tally.lost += holds(writableDb(database), lastAcknowledged(acknowledged)) ? 0 : 1;
      closeProject(database);
    } catch {
      tally.corrupt += 1;
    }
  }
  return tally;
}

async function isRefused(project: string, state: string): Promise<0 | 1> {
  try {
    return (await prepareToOpen(project, state)).length === 0 ? 0 : 1;
  } catch (error) {
    console.log(String(error));
    return 1;
  }
}
