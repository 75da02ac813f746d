import { openSync, writeSync } from "node:fs";

import { createDispatch } from "#core/dispatch";
import { Search } from "#core/search/search";
import { writableDb } from "#core/store/db";
import { closeProject, openProject } from "#core/store/open-project";
import { readIdentity } from "#core/store/project-identity";
import { runRandomSession } from "#core/testing/random-session";
import { askThrough } from "#core/testing/test-core";

import { lineOf } from "./acknowledgements.ts";

/**
 * Works on a project while its writes are recorded. Words: FILE FULL|NORMAL STEPS. The core's own dispatch
 * on the core's own connection, but for the weaker setting, which shows that the simulation can find a loss.
 */
const [file = "", synchronous = "FULL", steps = "1"] = process.argv.slice(2);
const acknowledged = openSync(file.replace(/\.corroboard$/u, ".ack"), "a");
const database = openProject(file);
if (synchronous === "NORMAL") {
  database.pragma("synchronous = NORMAL");
}
// Checkpoints, which are where it is dangerous, come often.
database.pragma("wal_autocheckpoint = 40");
let ids = 0;
const dispatch = createDispatch({
  database,
  fileName: "p.corroboard",
  search: new Search({ db: writableDb(database), indexFile: null, inBackground: false }),
  who: "torture",
  uploads: { put: () => {}, take: () => undefined },
  now: () => new Date().toISOString(),
  newId: () => {
    ids += 1;
    return `00000000-0000-7000-9000-${ids.toString(16).padStart(12, "0")}`;
  },
  announce: () => writeSync(acknowledged, lineOf(readIdentity(database))),
  reportDriveFailure: () => {},
  reportBug: (error) => {
    throw error;
  },
});
const ask = askThrough({
  dispatch,
  onChange: () => () => {},
  identity: () => readIdentity(database),
  copyTo: async () => {},
  db: writableDb(database),
  close: () => {},
});
runRandomSession(ask, { seed: 3, steps: Number(steps) });
closeProject(database);
