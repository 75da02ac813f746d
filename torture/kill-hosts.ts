import { createHash } from "node:crypto";
import { join } from "node:path";

import { createCore } from "#core/create-core";
import { RunningHost } from "#core/hosting/running-hosts";
import { prepareToOpen } from "#core/store/prepare-to-open";

import { hostClient } from "../src/cli/host-client.ts";
import { pause, randomNumbers, startChild } from "./children.ts";
import { fileOf, isFirst } from "./kill-trials.ts";
import type { Tally } from "./kill-trials.ts";

/** Requests under way at a time, as of several pages. */
const clients = 4;

/**
 * SIGKILL at random moments while several clients work through HTTP. What was answered is saved: after each
 * kill the project must open, be sound, and have every claim and tag of which an answer had come.
 */
export async function killHosts(folder: string, trials: number): Promise<Tally> {
  const random = randomNumbers(42);
  const state = join(folder, "state");
  const tally = { acknowledged: 0, lost: 0, refused: 0, faults: 0, trials };
  let answered = new Set<string>();
  for (let trial = 0; trial < trials; trial += 1) {
    const file = fileOf(folder, trial);
    if (isFirst(trial)) {
      answered = new Set();
    }
    const before = answered.size;
    const host = await startHost(file, folder, state);
    if (host === null) {
      tally.refused += 1;
      continue;
    }
    const stop = new AbortController();
    const work = Array.from({ length: clients }, (_, client) =>
      workUntilKilled(host.client, `${trial}.${client}`, answered, stop.signal),
    );
    await pause(50 + random() * 400);
    host.kill();
    stop.abort();
    await Promise.all([...work, host.ended]);
    tally.acknowledged += answered.size - before;
    await look(file, state, answered, tally);
  }
  return tally;
}

async function startHost(file: string, folder: string, state: string) {
  const spoken = Promise.withResolvers<RunningHost | null>();
  let text = "";
  const { child, ended } = startChild("./host-child.ts", [file, folder], {
    env: { CORROBOARD_STATE_DIR: state },
    onText: (more) => {
      text += more;
      if (text.includes("\n")) {
        spoken.resolve(RunningHost.parse(JSON.parse(text)));
      }
    },
  });
  void ended.then(() => spoken.resolve(null));
  const running = await spoken.promise;
  return running === null
    ? null
    : { client: hostClient(running), kill: () => child.kill("SIGKILL"), ended };
}

/** Makes a claim and a tag in turn, and changes what it made, until nobody answers any more. */
async function workUntilKilled(
  client: ReturnType<typeof hostClient>,
  seed: string,
  answered: Set<string>,
  killed: AbortSignal,
): Promise<void> {
  for (let step = 0; !killed.aborted; step += 1) {
    const words = `${seed}.${step} ${createHash("sha256").update(`${seed} ${step}`).digest("hex")}`;
    try {
      const claim = await client.dispatch("claim.create", { statement: words });
      if (claim.ok) {
        answered.add(`claim ${words}`);
        const { claim: made } = claim.value as { claim: { id: string } };
        await client.dispatch("claim.change", { claimId: made.id, note: words.repeat(20) });
      }
      const tag = await client.dispatch("tag.create", { name: words, shortcut: null });
      if (tag.ok) {
        answered.add(`tag ${words}`);
      }
    } catch {
      return; // the connection broke: it was killed
    }
  }
}

async function look(
  file: string,
  state: string,
  answered: ReadonlySet<string>,
  tally: Tally,
): Promise<void> {
  try {
    await prepareToOpen(file, state);
    const core = createCore({ projectFile: file });
    const kept = new Set([
      ...core.db
        .all<{ words: string }>("SELECT statement AS words FROM claim")
        .map(({ words }) => `claim ${words}`),
      ...core.db
        .all<{ words: string }>("SELECT name AS words FROM tag")
        .map(({ words }) => `tag ${words}`),
    ]);
    tally.lost += [...answered].every((each) => kept.has(each)) ? 0 : 1;
    const report = core.dispatch("project.check", {});
    tally.faults += report.ok && (report.value as { ok: boolean }).ok ? 0 : 1;
    core.close();
  } catch {
    tally.refused += 1;
  }
}
