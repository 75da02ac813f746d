import { parentPort, workerData } from "node:worker_threads";

import { verifyProjectFile } from "./verify-project-file.ts";
import type { VerifyRequest } from "./verify-project-file.ts";

/** Entry of the process, or inside Electron of the thread, that reads a file which may be anything. */
if (parentPort === null) {
  process.once("message", (request: VerifyRequest) => {
    process.send?.(verifyProjectFile(request), () => process.exit(0));
  });
} else {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread's port, not a window
  parentPort.postMessage(verifyProjectFile(workerData as VerifyRequest)); // given by startVerifying
}
