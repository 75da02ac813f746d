import { openSync, writeSync } from "node:fs";
import { flushCompileCache } from "node:module";

import { createCore } from "#core/create-core";
import { runRandomSession } from "#core/testing/random-session";
import { askThrough, importFiles, sampleArticles } from "#core/testing/test-core";

import { lineOf } from "./acknowledgements.ts";

/**
 * A process to be killed: works at random on a project, and says after each answer what was saved by then.
 * Words: FILE ACKNOWLEDGEMENTS SEED STEPS, and the number of
 * an answer after which it kills itself, if any.
 */
const [file = "", acknowledgements = "", seed = "1", steps = "1", killAfter = "0"] =
  process.argv.slice(2);
flushCompileCache(); // who is killed leaves nothing for the next one otherwise
// A file, since a pipe may be full; what is written to it outlasts the kill.
const acknowledged = openSync(acknowledgements, "a");
const core = createCore({ projectFile: file, who: "torture" });
const askCore = askThrough(core);
let asked = 0;
const ask: typeof askCore = (name, input) => {
  const value = askCore(name, input);
  writeSync(acknowledged, lineOf(core.identity()));
  asked += 1;
  if (asked === Number(killAfter)) {
    process.kill(process.pid, "SIGKILL");
  }
  return value;
};
if (askCore("article.list", {}).length === 0 && askCore("change.list", { limit: 1 }).length === 0) {
  importFiles({ ...core, ask }, sampleArticles());
}
runRandomSession(ask, { seed: Number(seed), steps: Number(steps) });
core.close();
