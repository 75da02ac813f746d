import { parentPort } from "node:worker_threads";

/** The entry of a thread that opens, and is struck down by the first request. */
parentPort?.on("message", () => {
  throw new TypeError("a sentence from an article");
});
// oxlint-disable-next-line require-post-message-target-origin -- a worker thread, not a window
parentPort?.postMessage({ kind: "opened" });
