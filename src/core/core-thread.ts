import { parentPort, workerData } from "node:worker_threads";

import { Failure } from "#contract/failure";

import type { ThreadMessage, ThreadOptions, ThreadRequest } from "./core-thread-protocol.ts";
import { createCore } from "./create-core.ts";
import type { Core } from "./create-core.ts";
import { describeBug } from "./describe-bug.ts";

/**
 * The thread that owns an open project. Requests are answered in the order in which they came; a change
 * is announced before the request that made it is answered.
 */
function runCoreThread(): void {
  const port = parentPort;
  if (port === null) {
    throw new Error("core-thread is the entry of a worker thread");
  }
  const send = (message: ThreadMessage) => port.postMessage(message);
  let core: Core;
  try {
    core = createCore({
      ...(workerData as ThreadOptions), // given by startCoreThread, the only caller
      reportBug: (error) => send({ kind: "bug", description: describeBug(error) }),
    });
  } catch (error) {
    if (!(error instanceof Failure)) {
      throw error;
    }
    send({ kind: "refused", failure: error.report() });
    port.close();
    return;
  }
  core.onChange((event) => send({ kind: "change", event }));
  port.on("message", (message: ThreadRequest) => {
    if (message.kind === "close") {
      core.close();
      port.close();
      return;
    }
    send({ kind: "reply", id: message.id, reply: core.dispatch(message.name, message.input) });
  });
  send({ kind: "opened" });
}

runCoreThread();
