import { fork } from "node:child_process";
import { statSync } from "node:fs";
import { setTimeout as startTimer, clearTimeout as stopTimer } from "node:timers";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

import type { Verdict, VerifyRequest } from "./verify-project-file.ts";

/** What every file is given. */
const leastMs = 15_000;
/** And for its size: a full check reads everything, and a slow disk gives 5 MB a second. */
const bytesPerMs = 5_000;
const maxHeapMegabytes = 1_024;

/**
 * Verifies a file away from this thread, where reading it can neither hang nor crash the program.
 * A process of its own can be killed in the midst of a query. Electron ships without the switch that
 * would make it run as Node, so there it is a thread, which is abandoned when its time is up.
 */
export async function verifyElsewhere(
  request: VerifyRequest,
  options: { readonly deadlineMs?: number; readonly entry?: URL } = {},
): Promise<Verdict> {
  const deadlineMs = options.deadlineMs ?? leastMs + statSync(request.file).size / bytesPerMs;
  const entry = options.entry ?? verifyChildEntry();
  const { answer, stop } =
    process.versions["electron"] === undefined
      ? startProcess(entry, request)
      : startThread(entry, request);
  const late = Promise.withResolvers<Verdict>();
  const timer = startTimer(() => late.resolve(tooLate), deadlineMs);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    stopTimer(timer);
    stop();
  }
}

type Started = { readonly answer: Promise<Verdict>; readonly stop: () => void };

function startProcess(entry: URL, request: VerifyRequest): Started {
  const child = fork(fileURLToPath(entry), {
    execArgv: [`--max-old-space-size=${maxHeapMegabytes}`],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const answer = new Promise<Verdict>((resolve, reject) => {
    child.once("message", (verdict) => resolve(verdict as Verdict)); // sent by verify-child
    child.once("error", reject);
    child.once("exit", () => resolve(unreadable("could not be read")));
  });
  child.send(request);
  return { answer, stop: () => child.kill("SIGKILL") };
}

function startThread(entry: URL, request: VerifyRequest): Started {
  const worker = new Worker(entry, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
  });
  worker.unref();
  const answer = new Promise<Verdict>((resolve) => {
    worker.once("message", (verdict) => resolve(verdict as Verdict)); // sent by verify-child
    worker.once("error", () => resolve(unreadable("could not be read")));
    worker.once("exit", () => resolve(unreadable("could not be read")));
  });
  return { answer, stop: () => void worker.terminate() };
}

const tooLate: Verdict = {
  kind: "refused",
  code: "project-damaged",
  message:
    "Looking at this file took too long, and it was not opened. It was not changed. Try again when the computer has less to do; if that does not help, restore a backup, or save what can be read with “corroboard rescue”.",
  isLate: true,
};

function unreadable(what: string): Verdict {
  return {
    kind: "refused",
    code: "project-damaged",
    message: `This file ${what} and was not opened. It was not changed. Restore a backup, or save what can be read with “corroboard rescue”.`,
  };
}

/** Side by side with this module as sources; as built, beside the entries. */
function verifyChildEntry(): URL {
  const name = import.meta.url.endsWith(".ts") ? "./verify-child.ts" : "./verify-child.js";
  return new URL(name, import.meta.url);
}
