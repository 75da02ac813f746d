import { openSync, writeSync } from "node:fs";

import { createCore } from "#core/create-core";

import { lineOf } from "./acknowledgements.ts";

/**
 * Works on while its disk fails. Words: FILE. Says what was saved in the file that ends in .ack, and on
 * the standard output the code of each refusal and, at the end, whether the last change was saved.
 */
const [file = ""] = process.argv.slice(2);
const acknowledged = openSync(file.replace(/\.corroboard$/u, ".ack"), "a");
const core = createCore({ projectFile: file, who: "torture" });
const words = "a statement that fills its page ".repeat(40);
let isLastSaved = false;
// Goes on for a while when the fault hits the last change.
for (let step = 0; step < 60 || (!isLastSaved && step < 70); step += 1) {
  const reply = core.dispatch("claim.create", { statement: `Claim ${step}: ${words}` });
  isLastSaved = reply.ok;
  if (reply.ok) {
    writeSync(acknowledged, lineOf(core.identity()));
  } else {
    writeSync(1, `${reply.failure.code}\n`);
  }
}
core.close();
writeSync(1, isLastSaved ? "saved\n" : "not saved\n");
