import { parentPort, workerData } from "node:worker_threads";

import { Failure } from "#contract/failure";

import { openGuardedCore } from "./backups/guarded-core.ts";
import type { GuardedCore } from "./backups/guarded-core.ts";
import type { ThreadMessage, ThreadOptions, ThreadRequest } from "./core-thread-protocol.ts";
import { describeBug } from "./describe-bug.ts";

/**
 * The thread that owns an open project. Requests are answered in the order in which they came; a change
 * is announced before the request that made it is answered.
 */
async function runCoreThread(): Promise<void> {
  const port = parentPort;
  if (port === null) {
    throw new Error("core-thread is the entry of a worker thread");
  }
  const send = (message: ThreadMessage) => port.postMessage(message);
  const options = workerData as ThreadOptions; // given by startCoreThread, the only caller
  let core: GuardedCore;
  try {
    core = await openGuardedCore({
      ...options,
      stateFolder: options.stateFolder ?? null,
      indexInBackground: true,
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
      void core.close().finally(() => port.close());
      return;
    }
    const { id, name, input } = message;
    void core.dispatch(name, input).then((reply) => send({ kind: "reply", id, reply }));
  });
  send({ kind: "opened" });
}

void runCoreThread();
