import { mkdirSync, writeFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";

import { startBrowserHost } from "../src/browser-host/start-browser-host.ts";

/**
 * A browser host to be killed, as it runs for an analyst, with its core in a thread and its backups, but with
 * an empty page. Words: FILE FOLDER. Says its port and token when it can be asked.
 */
const [projectFile = "", folder = ""] = process.argv.slice(2);
flushCompileCache(); // who is killed leaves nothing for the next one otherwise
const pageFolder = join(folder, "page");
mkdirSync(pageFolder, { recursive: true });
writeFileSync(join(pageFolder, "index.html"), "<!doctype html><title>Corroboard</title>");
const { port, token } = await startBrowserHost({
  projectFile,
  pageFolder,
  port: 0,
  idleExitMinutes: 0,
});
process.stdout.write(`${JSON.stringify({ pid: process.pid, port, token })}\n`);
