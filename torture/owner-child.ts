import { openSync, writeSync } from "node:fs";
import { flushCompileCache } from "node:module";

import { Failure } from "#contract/failure";
import { createCore } from "#core/create-core";
import { prepareToOpen } from "#core/store/prepare-to-open";

import { pause, randomNumbers } from "./children.ts";

/**
 * One of several processes that all want the same project: tries to open it so many times, and when it is the
 * owner, works for a moment. Says each claim that is saved, and how long each refusal took. Words: FILE
 * STATE_FOLDER SPOKEN SEED ATTEMPTS. Some owners are killed in the midst of it.
 */
const [file = "", state = "", spoken = "", seed = "0", attempts = "0"] = process.argv.slice(2);
flushCompileCache(); // who is killed leaves nothing for the next one otherwise
const random = randomNumbers(Number(seed));
// A file, since a pipe may be full; what is written to it outlasts the kill.
const output = openSync(spoken, "a");
for (let attempt = 0; attempt < Number(attempts); attempt += 1) {
  const started = performance.now();
  try {
    await prepareToOpen(file, state);
    const core = createCore({ projectFile: file, who: "torture" });
    writeSync(output, "owner\n");
    for (let step = 0; step < 3; step += 1) {
      const words = `${seed}.${attempt}.${step}`;
      if (core.dispatch("claim.create", { statement: words }).ok) {
        writeSync(output, `saved ${words}\n`);
      }
      if (random() < 0.01) {
        process.kill(process.pid, "SIGKILL");
      }
      await pause(random() * 150); // longer than another one waits for the lock
    }
    core.close();
  } catch (error) {
    const code = error instanceof Failure ? error.code : String(error);
    writeSync(output, `refused ${code} ${(performance.now() - started).toFixed(1)}\n`);
  }
  await pause(random() * 40);
}
