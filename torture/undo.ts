import { join } from "node:path";

import { createCore } from "#core/create-core";
import { stateHash } from "#core/testing/state-hash";
import { askThrough } from "#core/testing/test-core";

import { compare } from "../bench/measure.ts";
import type { Measure } from "../bench/measure.ts";
import { inFolder, randomNumbers, startChild } from "./children.ts";

/** Random sessions of 500 steps, undone to the start and redone to the end, each piece ended by a kill. */
export async function measureUndo(sessions: number, steps: number): Promise<Measure[]> {
  let unequal = 0;
  for (let session = 0; session < sessions; session += 1) {
    unequal += (await inFolder((folder) => isExact(folder, session + 1, steps))) ? 0 : 1;
  }
  return [
    compare(`undo of ${steps} steps with kills: states that differ / sessions`, unequal, sessions, {
      unit: "sessions",
      target: 0,
    }),
  ];
}

async function isExact(folder: string, seed: number, steps: number): Promise<boolean> {
  const file = join(folder, "p.corroboard");
  const random = randomNumbers(seed);
  createCore({ projectFile: file }).close();
  const atStart = stateHash(file);
  for (let done = 0; done < steps; done += 125) {
    const killAfter = 100 + Math.floor(random() * 300);
    await startChild("./session-child.ts", [
      file,
      join(folder, "acknowledged"),
      String(seed + done),
      "125",
      String(killAfter),
    ]).ended;
  }
  // A last change ends the line of redo.
  const undoCount = look(file, (ask) => {
    ask("claim.create", { statement: "The last claim" });
    return ask("history.read", {}).undoCount;
  });
  const atEnd = stateHash(file);
  for (const direction of ["undo", "redo"]) {
    for (let left = undoCount; left > 0;) {
      const count = Math.min(left, 1 + Math.floor(random() * 150));
      await startChild("./history-child.ts", [file, direction, String(count)]).ended;
      left -= count;
    }
    look(file, () => {}); // one file again, as the hash wants it
    if (stateHash(file) !== (direction === "undo" ? atStart : atEnd)) {
      return false;
    }
  }
  return look(file, (ask) => ask("project.check", {}).ok);
}

function look<Value>(file: string, read: (ask: ReturnType<typeof askThrough>) => Value): Value {
  const core = createCore({ projectFile: file, who: "torture" });
  try {
    return read(askThrough(core));
  } finally {
    core.close();
  }
}
