import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { Failure } from "#contract/failure";
import { describeBug } from "#core/describe-bug";
import { firstProjectFile, firstProjectTitle } from "#core/hosting/first-project";
import { pageNotBuilt } from "#core/hosting/page-files";
import { projectPathOf } from "#core/hosting/project-path";
import { findRunningHost } from "#core/hosting/running-hosts";

import { openPage } from "./open-page.ts";
import { parseOptions, UsageError } from "./parse-options.ts";
import type { BrowserHostArguments } from "./parse-options.ts";
import { askForAddress } from "./running-host-client.ts";
import { startBrowserHost } from "./start-browser-host.ts";
import type { BrowserHost } from "./start-browser-host.ts";

/** A host that has just taken the project needs a moment until it can be asked. */
const joinAttempts = 20;
const joinPauseMs = 250;

async function run(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  const projectFile =
    options.project === null
      ? firstProjectFile()
      : projectPathOf(options.project, { mustExist: false });
  if (await joinRunningHost(projectFile, options)) {
    return 0;
  }
  let host: BrowserHost;
  try {
    host = await startHost(projectFile, options);
  } catch (error) {
    if (error instanceof Failure && error.code === "project-locked") {
      // Said at once: a host that is just starting will answer soon, a command may keep the project longer.
      process.stderr.write(`corroboard: ${error.message}\n`);
      for (let attempt = 0; attempt < joinAttempts; attempt += 1) {
        await pause(joinPauseMs);
        if (await joinRunningHost(projectFile, options)) {
          return 0;
        }
      }
    }
    throw error;
  }
  const stop = () => void host.close();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write(`The project is ${projectFile}\n`);
  await showPage(host.newAddress(), options, "Ctrl+C ends it.");
  const error = await host.ended;
  if (error !== null) {
    throw error;
  }
  return 0;
}

function startHost(projectFile: string, options: BrowserHostArguments): Promise<BrowserHost> {
  const isBuilt = !import.meta.url.endsWith(".ts");
  return startBrowserHost({
    projectFile,
    ...(options.project === null
      ? { title: firstProjectTitle, samplesFolder: folderAt("../../resources/sample-articles") }
      : {}),
    pageFolder: folderAt(isBuilt ? "../renderer" : "../../out/renderer"),
    port: options.port,
    idleExitMinutes: options.idleExitMinutes,
  });
}

/** Sources and what was built lie equally deep: the same steps lead from both. */
function folderAt(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Opens another page of the host that has the project already. False when there is none. */
async function joinRunningHost(
  projectFile: string,
  options: BrowserHostArguments,
): Promise<boolean> {
  const running = findRunningHost(projectFile);
  const address = running === null ? null : await askForAddress(running);
  if (address === null) {
    return false;
  }
  await showPage(address, options, "It was running already.");
  return true;
}

async function showPage(
  address: string,
  options: BrowserHostArguments,
  remark: string,
): Promise<void> {
  if (options.open && (await openPage(address))) {
    process.stdout.write(`Corroboard is open at ${new URL(address).origin} - ${remark}\n`);
  } else {
    process.stdout.write(
      `Open this address within 60 seconds; it works once: ${address}\n` +
        `The same command gives a new one. ${remark}\n`,
    );
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  process.exitCode = error instanceof UsageError ? 2 : 1;
  process.stderr.write(`corroboard: ${sentenceFor(error)}\n`);
}

function sentenceFor(error: unknown): string {
  if (error instanceof Failure || error instanceof UsageError) {
    return error.message;
  }
  const isAboutPort = error instanceof Error && "syscall" in error && error.syscall === "listen";
  if (isAboutPort) {
    return "That port is taken; choose another one, or leave --port out.";
  }
  if (error instanceof Error && "code" in error && "path" in error && error.code === "EACCES") {
    return `${String(error.path)} may not be written to; change its permissions, or set CORROBOARD_STATE_DIR.`;
  }
  if (error instanceof Error && error.message === pageNotBuilt) {
    return "The page is not built; run `npm run build` first.";
  }
  return `Something went wrong inside Corroboard; everything that was saved is kept. ${describeBug(error)}`;
}
