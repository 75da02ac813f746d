#!/usr/bin/env node
// Plain JavaScript for Node 20 and later: it runs before any package of ours can.
import { spawn } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";

import { findOwnNode } from "./own-node.mjs";

/** SQLite's binding, better-sqlite3 13, ends the process on older ones. */
const oldestMajor = 22;
const program = fileURLToPath(new URL("../out/main/cli.js", import.meta.url));

function runWith(node) {
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: "inherit" });
  // The terminal sends Ctrl+C to both; the child decides when it is done.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", (error) => {
    process.stderr.write(`corroboard: ${node} does not start (${error.code}).\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}

if (Number(process.versions.node.split(".")[0]) >= oldestMajor) {
  await import(pathToFileURL(program).href);
} else {
  const node = findOwnNode();
  if (node === null) {
    process.stderr.write(
      `corroboard: This needs Node ${oldestMajor} or later, and its own was not installed; ` +
        "run `npm install -g --allow-scripts=node corroboard`, or update Node.\n",
    );
    process.exitCode = 1;
  } else {
    runWith(node);
  }
}
