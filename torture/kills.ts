import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { openBackupShelf } from "#core/backups/backup-shelf";
import { openGuardedCore } from "#core/backups/guarded-core";
import { backupsFolder } from "#core/backups/make-backup";
import { createCore } from "#core/create-core";
import { prepareToOpen } from "#core/store/prepare-to-open";
import { verifyElsewhere } from "#core/store/verify-elsewhere";

import { compare } from "../bench/measure.ts";
import type { Measure } from "../bench/measure.ts";
import { acknowledgementsIn, holds, lastAcknowledged } from "./acknowledgements.ts";
import { inFolder, pause, randomNumbers, startChild } from "./children.ts";
import { killHosts } from "./kill-hosts.ts";
import { fileOf } from "./kill-trials.ts";
import type { Tally } from "./kill-trials.ts";

/** SIGKILL at random moments of random work, again and again on the same project. */
export async function measureKills(trials: number): Promise<Measure[]> {
  const ofCore = await inFolder((folder) => killCores(folder, trials));
  const ofBackups = await inFolder((folder) => killBackups(folder, Math.ceil(trials / 4)));
  const ofHosts = await inFolder((folder) => killHosts(folder, trials));
  const ofCommands = await inFolder((folder) => killCommands(folder, trials));
  return [
    ...measuresOf("core", ofCore),
    ...measuresOf("core that makes backups", ofBackups),
    ...measuresOf("browser host", ofHosts),
    ...measuresOf("command line", ofCommands),
  ];
}

function measuresOf(what: string, tally: Tally): Measure[] {
  const { acknowledged, lost, refused, faults, trials } = tally;
  if (acknowledged === 0) {
    throw new Error(`the ${what} was always killed before it had saved anything`);
  }
  return [
    compare(`kills of the ${what}: kills with a loss / acknowledged changes`, lost, acknowledged, {
      unit: "kills",
      target: 0,
    }),
    compare(`kills of the ${what}: not opened or with faults / kills`, refused + faults, trials, {
      unit: "kills",
      target: 0,
    }),
  ];
}

async function killCores(folder: string, trials: number): Promise<Tally> {
  const random = randomNumbers(20_250_905);
  const tally = { acknowledged: 0, lost: 0, refused: 0, faults: 0, trials };
  for (let trial = 0; trial < trials; trial += 1) {
    const file = fileOf(folder, trial);
    const spoken = join(folder, `acknowledged-${trial}`);
    const { child, ended } = startChild("./session-child.ts", [
      file,
      spoken,
      String(trial),
      "1500",
    ]);
    // Every fourth is killed while it starts, the others at work.
    await (trial % 4 === 0 ? pause(random() * 600) : untilSpoken(spoken));
    await pause(random() * 400);
    child.kill("SIGKILL");
    await ended;
    if (existsSync(file)) {
      await look(file, join(folder, "state"), textOf(spoken), tally);
    }
  }
  return tally;
}

async function look(file: string, state: string, text: string, tally: Tally): Promise<void> {
  try {
    await prepareToOpen(file, state);
    const core = createCore({ projectFile: file });
    tally.lost += holds(core.db, lastAcknowledged(text)) ? 0 : 1;
    tally.acknowledged += acknowledgementsIn(text);
    const report = core.dispatch("project.check", {});
    tally.faults += report.ok && (report.value as { ok: boolean }).ok ? 0 : 1;
    core.close();
  } catch {
    tally.refused += 1;
  }
}

async function untilSpoken(file: string): Promise<void> {
  while (textOf(file) === "") {
    await pause(5);
  }
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Every backup that has its name is whole, whenever the process that made it was killed. */
async function killBackups(folder: string, trials: number): Promise<Tally> {
  const random = randomNumbers(7);
  const file = join(folder, "p.corroboard");
  const state = join(folder, "state");
  mkdirSync(state);
  const tally = { acknowledged: 0, lost: 0, refused: 0, faults: 0, trials };
  for (let trial = 0; trial < trials; trial += 1) {
    const spoken = join(folder, `acknowledged-${trial}`);
    const { child, ended } = startChild("./backup-child.ts", [file, spoken, state]);
    await untilSpoken(spoken);
    await pause(random() * 900);
    child.kill("SIGKILL");
    await ended;
    const seq = lastAcknowledged(textOf(spoken))?.seq ?? 0;
    tally.acknowledged += acknowledgementsIn(textOf(spoken));
    try {
      const core = await openGuardedCore({ projectFile: file, stateFolder: state });
      const history = await core.dispatch("change.list", { limit: 1 });
      const [newest] = history.ok ? (history.value as { seq: number }[]) : [];
      const project = await core.dispatch("project.read", {});
      tally.lost += (newest?.seq ?? 0) >= seq ? 0 : 1;
      await core.close();
      const { id } = project.ok ? (project.value as { id: string }) : { id: "" };
      const shelf = openBackupShelf(backupsFolder(state), id);
      for (const backup of shelf.list().slice(0, 3)) {
        const verdict = await verifyElsewhere({
          file: shelf.fileOf(backup.id),
          level: "full",
          seqs: [],
        });
        tally.faults += verdict.kind === "read" && verdict.faults.length === 0 ? 0 : 1;
      }
    } catch {
      tally.refused += 1;
    }
  }
  return tally;
}

/** A command that has printed its answer has said that its change is saved. */
async function killCommands(folder: string, trials: number): Promise<Tally> {
  const random = randomNumbers(11);
  const file = join(folder, "p.corroboard");
  const env = { ...process.env, CORROBOARD_STATE_DIR: join(folder, "state") };
  const cli = fileURLToPath(new URL("../src/cli/index.ts", import.meta.url));
  const tally = { acknowledged: 0, lost: 0, refused: 0, faults: 0, trials };
  createCore({ projectFile: file }).close();
  const create = (name: string, timeoutMs: number | undefined) =>
    spawnSync(process.execPath, [cli, "call", file, "tag.create", JSON.stringify({ name })], {
      env,
      timeout: timeoutMs,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "ignore"],
      encoding: "utf8",
    }).stdout;
  const started = performance.now();
  create("First", undefined);
  const usualMs = performance.now() - started;
  const saved: string[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const name = `Tag ${trial}`;
    // After a kill the next start looks closer, and takes longer. The last one is let to its end.
    const timeoutMs = Math.round(usualMs * (0.4 + 1.6 * random()));
    if (create(name, trial === trials - 1 ? undefined : timeoutMs) !== "") {
      tally.acknowledged += 1;
      saved.push(name);
    }
  }
  try {
    await prepareToOpen(file, join(folder, "look"));
    const core = createCore({ projectFile: file });
    const reply = core.dispatch("tag.list", {});
    const names = new Set(
      reply.ok ? (reply.value as { name: string }[]).map((tag) => tag.name) : [],
    );
    tally.lost = saved.filter((name) => !names.has(name)).length;
    core.close();
  } catch {
    tally.refused = trials;
  }
  return tally;
}
