import { flushCompileCache } from "node:module";

import { createCore } from "#core/create-core";
import { askThrough } from "#core/testing/test-core";

/** Undoes or redoes. Words: FILE undo|redo HOWMANY; kills itself when done. */
const [file = "", direction = "undo", count = "0"] = process.argv.slice(2);
flushCompileCache(); // who is killed leaves nothing for the next one otherwise
const core = createCore({ projectFile: file, who: "torture" });
const ask = askThrough(core);
for (let step = 0; step < Number(count); step += 1) {
  ask(direction === "redo" ? "history.redo" : "history.undo", {});
}
process.kill(process.pid, "SIGKILL");
