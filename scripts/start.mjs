// Plain JavaScript for Node 20 and later, without packages: it runs before anything is installed.
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

import { findOwnNode } from "../bin/own-node.mjs";
import { fetchElectron, findElectron, reasonAgainstDesktop } from "./electron-runtime.mjs";
import { buildProgram, installPackages, root } from "./prepare.mjs";

const usage = `Usage: npm start -- [options]
  --project FILE   opens this project, and makes it when it is not there;
                   without it, the project "Reassurance force" with five sample articles
  --browser        opens the browser host, also where Electron's runtime is there
  --port N         the port of the browser host (implies --browser)
  --no-open        prints the address instead of opening a window (implies --browser)
`;

function readOptions() {
  try {
    return parseArgs({
      options: {
        project: { type: "string" },
        browser: { type: "boolean" },
        port: { type: "string" },
        "no-open": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}

/** The runtime's program, or null after a sentence that says why the browser is used instead. */
async function chooseDesktop(options, node) {
  if (options.browser || options.port !== undefined || options["no-open"]) {
    return null;
  }
  const reason = reasonAgainstDesktop();
  if (reason !== null) {
    console.log(`Not opening the desktop window, because ${reason}; using the browser.`);
    return null;
  }
  const electron = findElectron() ?? (await fetchElectron(node));
  if (electron === null) {
    console.log(
      "Not opening the desktop window, because Electron's runtime is not here and could not be " +
        "fetched (run `npx install-electron` to get it); using the browser.",
    );
  }
  return electron;
}

function run(program, words) {
  const child = spawn(program, words, { stdio: "inherit" });
  // The terminal sends Ctrl+C to both; the child ends in order, and this program after it.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", (error) => {
    console.error(`${program} does not start (${error.code}).`);
    process.exitCode = 1;
  });
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}

const options = readOptions();
if (options.help) {
  console.log(usage);
} else {
  installPackages();
  buildProgram();
  const node = findOwnNode() ?? process.execPath;
  // npm runs scripts in the package's folder; a path is meant from where the user is.
  const project =
    options.project === undefined
      ? []
      : [`--project=${resolve(process.env.INIT_CWD ?? ".", options.project)}`];
  const electron = await chooseDesktop(options, node);
  if (electron === null) {
    run(node, [
      join(root, "out", "main", "browser-host.js"),
      ...project,
      ...(options.port === undefined ? [] : [`--port=${options.port}`]),
      ...(options["no-open"] ? ["--no-open"] : []),
    ]);
  } else {
    run(electron, [root, ...project]);
  }
}
