import { createCore } from "#core/create-core";
import { askThrough } from "#core/testing/test-core";

/** Undoes or redoes. Words: FILE undo|redo HOWMANY; kills itself when done. */
const [file = "", direction = "undo", count = "0"] = process.argv.slice(2);
const core = createCore({ projectFile: file, who: "torture" });
const ask = askThrough(core);
for (let step = 0; step < Number(count); step += 1) {
  ask(direction === "redo" ? "history.redo" : "history.undo", {});
}
process.kill(process.pid, "SIGKILL");
