import { Worker } from "node:worker_threads";

import type { ChangeEvent } from "#contract/changes";
import { Failure } from "#contract/failure";
import type { Reply } from "#contract/failure";

import type { ThreadMessage, ThreadOptions, ThreadRequest } from "./core-thread-protocol.ts";
import { describeBug } from "./describe-bug.ts";

/** A core in a thread of its own: no query holds up a window or another request's arrival. */
export type CoreThread = {
  /** Never rejects. */
  readonly dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Called after each committed change. Returns how to stop. */
  readonly onChange: (listener: (event: ChangeEvent) => void) => () => void;
  /** Answers what was asked before, leaves one file behind and lets go of it. */
  readonly close: () => Promise<void>;
  /** Resolves when the thread has ended: to null after `close`, else to what ended it. */
  readonly exited: Promise<Error | null>;
};

/**
 * Opens a project, or makes one, in a thread of its own.
 * @param reportBug gets text that is fit for a log
 * @throws Failure when the file cannot be opened: locked, damaged, too new, not ours
 */
export async function startCoreThread(
  options: ThreadOptions,
  reportBug: (description: string) => void = writeToStandardError,
  entry: URL = coreThreadEntry(),
): Promise<CoreThread> {
  const worker = new Worker(entry, { workerData: options });
  // oxlint-disable-next-line require-post-message-target-origin -- a worker thread, not a window
  const send = (message: ThreadRequest) => worker.postMessage(message);
  const pending = new Map<number, (reply: Reply<unknown>) => void>();
  const listeners = new Set<(event: ChangeEvent) => void>();
  const opening = Promise.withResolvers<void>();
  let lastId = 0;
  let closing = false;
  let ended: Error | null = null;

  const exited = new Promise<Error | null>((resolve) => {
    worker.on("error", (error) => {
      ended = error instanceof Error ? error : new Error("the core's thread threw");
      reportBug(describeBug(error));
    });
    worker.on("exit", (code) => {
      if (!closing && ended === null) {
        ended = new Error(`the core's thread ended with code ${code}`);
      }
      opening.reject(ended ?? new Error("the core's thread ended while it opened a project"));
      closing = true;
      for (const answer of pending.values()) {
        answer(stopped());
      }
      pending.clear();
      resolve(ended);
    });
  });
  worker.on("message", (message: ThreadMessage) => {
    switch (message.kind) {
      case "opened":
        opening.resolve();
        break;
      case "refused": {
        const { code, message: sentence, path } = message.failure;
        closing = true;
        opening.reject(new Failure(code, sentence, { path }));
        break;
      }
      case "reply":
        pending.get(message.id)?.(message.reply);
        pending.delete(message.id);
        break;
      case "change":
        for (const listener of listeners) {
          listener(message.event);
        }
        break;
      case "bug":
        reportBug(message.description);
        break;
    }
  });

  await opening.promise;
  return {
    dispatch: (name, input) =>
      new Promise((resolve) => {
        if (closing) {
          resolve(stopped());
          return;
        }
        lastId += 1;
        try {
          send({ kind: "request", id: lastId, name, input });
          pending.set(lastId, resolve);
        } catch {
          // Only a host of ours can cause this: JSON and Electron's messages always can be cloned.
          const sentence = `The input of ${name.slice(0, 80)} cannot be sent.`;
          resolve({ ok: false, failure: new Failure("invalid-request", sentence).report() });
        }
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      if (!closing) {
        closing = true;
        send({ kind: "close" });
      }
      await exited;
    },
    exited,
  };
}

/** Side by side with this module, both as sources and as built. */
function coreThreadEntry(): URL {
  const name = import.meta.url.endsWith(".ts") ? "./core-thread.ts" : "./core-thread.js";
  return new URL(name, import.meta.url);
}

function stopped(): Reply<unknown> {
  const sentence =
    "Corroboard stopped before it could answer. Everything that was saved is kept; start it again.";
  return { ok: false, failure: new Failure("internal", sentence).report() };
}

function writeToStandardError(description: string): void {
  process.stderr.write(`corroboard: ${description}\n`);
}
