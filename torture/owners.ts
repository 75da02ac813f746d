import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { createCore } from "#core/create-core";
import { prepareToOpen } from "#core/store/prepare-to-open";

import { compare, median } from "../bench/measure.ts";
import type { Measure } from "../bench/measure.ts";
import { inFolder, startChild } from "./children.ts";

const processes = 4;
const maxAttemptsOfProcess = 25;
/** Within what a second owner is told that the project is open elsewhere; docs/reliability.md. */
const promisedMs = 300;

/**
 * Several processes that want the same project at the same time, some of them killed while they have it: one
 * owner at a time, every other is told, nothing that was saved is lost, and no lock outlives its process.
 * @param isFull whether it is the full form, on a machine that does nothing else, so that times can be promised
 */
export async function measureOwners(attempts: number, isFull: boolean): Promise<Measure[]> {
  return inFolder(async (folder) => {
    const file = join(folder, "p.corroboard");
    createCore({ projectFile: file }).close();
    let seed = 0;
    const attemptsOfProcess = Math.min(maxAttemptsOfProcess, Math.ceil(attempts / 8));
    const lines: string[] = [];
    const worker = async () => {
      while (lines.filter((line) => /^(?:owner|refused)/u.test(line)).length < attempts) {
        seed += 1;
        const spoken = join(folder, `spoken-${seed}`);
        await startChild("./owner-child.ts", [
          file,
          join(folder, "state"),
          spoken,
          String(seed),
          String(attemptsOfProcess),
        ]).ended;
        const text = existsSync(spoken) ? readFileSync(spoken, "utf8") : "";
        lines.push(...text.split("\n").slice(0, -1));
      }
    };
    await Promise.all(Array.from({ length: processes }, worker));
    const saved = lines.flatMap((line) => (line.startsWith("saved ") ? [line.slice(6)] : []));
    const refusals = lines.flatMap((line) => {
      const [what, code, ms] = line.split(" ");
      return what === "refused" ? [{ code, ms: Number(ms) }] : [];
    });
    const owners = lines.filter((line) => line === "owner").length;
    if (owners === 0 || (isFull && refusals.length === 0)) {
      throw new Error("the processes never met");
    }
    const lost = await countLost(file, join(folder, "state"), saved);
    const wrong = refusals.filter(({ code }) => code !== "project-locked");
    wrong.slice(0, 5).forEach(({ code }) => console.log(`refused as ${code}`));
    const counts = [
      compare("owners: saved changes that are lost / saved", lost, saved.length, {
        unit: "changes",
        target: 0,
      }),
      compare(
        "owners: refused for another reason / attempts",
        wrong.length,
        owners + refusals.length,
        { unit: "attempts", target: 0 },
      ),
    ];
    const toldMs = median(refusals.map(({ ms }) => ms));
    const told = compare("owners: a second one is told after / promised", toldMs, promisedMs, {
      unit: "ms",
      target: 1,
    });
    return isFull ? [...counts, told] : counts;
  });
}

/** All of them when the project cannot be opened, or is no longer sound. */
async function countLost(file: string, state: string, saved: readonly string[]): Promise<number> {
  await prepareToOpen(file, state);
  const core = createCore({ projectFile: file });
  const kept = new Set(
    core.db
      .all<{ words: string }>("SELECT statement AS words FROM claim")
      .map(({ words }) => words),
  );
  const check = core.dispatch("project.check", {});
  core.close();
  const isSound = check.ok && (check.value as { ok: boolean }).ok;
  return isSound ? saved.filter((words) => !kept.has(words)).length : saved.length;
}
