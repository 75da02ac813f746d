import { openSync, writeSync } from "node:fs";
import { flushCompileCache } from "node:module";

import { openGuardedCore } from "#core/backups/guarded-core";

import { lineOf } from "./acknowledgements.ts";

/**
 * A process to be killed while it works and makes backups all the time. Words: FILE ACKNOWLEDGEMENTS
 * STATE_FOLDER.
 */
const [projectFile = "", acknowledgements = "", stateFolder = ""] = process.argv.slice(2);
flushCompileCache(); // who is killed leaves nothing for the next one otherwise
const acknowledged = openSync(acknowledgements, "a");
const core = await openGuardedCore({ projectFile, stateFolder, backupEveryMs: 20, who: "torture" });
for (let step = 0; ; step += 1) {
  const reply = await core.dispatch("claim.create", {
    statement: `Claim ${step} ${"x".repeat(900)}`,
  });
  const history = await core.dispatch("change.list", { limit: 1 });
  if (!reply.ok || !history.ok) {
    throw new Error("a request was refused");
  }
  const [{ seq }] = history.value as [{ seq: number }]; // the contract's answer
  writeSync(acknowledged, lineOf({ seq, hash: "-" }));
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
