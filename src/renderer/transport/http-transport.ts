import { ChangeEvent } from "#contract/changes";
import { Failure } from "#contract/failure";
import type { FailureCode, Reply } from "#contract/failure";

import { SessionLost } from "./http-api.ts";
import type { HttpApi } from "./http-api.ts";
import { linesOf } from "./json-lines.ts";
import type { Connection, Transport } from "./transport.ts";

/** Pauses before each further attempt to connect again; the last one repeats. */
const retryPausesMs = [250, 500, 1_000, 2_000, 5_000];
/** The host sends something every 15 seconds; a connection that is silent for three times that is dead. */
const silenceMs = 45_000;

/** The browser's wire: requests by HTTP, changes by a stream that connects again when it breaks. */
export function httpTransport(api: HttpApi): Transport & { readonly stop: () => void } {
  const changeListeners = new Set<(event: ChangeEvent) => void>();
  const resyncListeners = new Set<() => void>();
  const connectionListeners = new Set<(connection: Connection) => void>();
  const stopping = new AbortController();
  let connection: Connection = "connected";

  const setConnection = (next: Connection) => {
    if (next !== connection) {
      connection = next;
      connectionListeners.forEach((listener) => listener(next));
    }
  };
  /** Returns when the stream ends, however it does. */
  const listenOnce = async (isFirst: boolean): Promise<void> => {
    const silent = new AbortController();
    const watch = setTimeoutAgain(() => silent.abort(), silenceMs);
    try {
      const stream = await api.events(AbortSignal.any([silent.signal, stopping.signal]));
      setConnection("connected");
      if (!isFirst) {
        resyncListeners.forEach((listener) => listener());
      }
      for await (const line of linesOf(stream)) {
        watch.restart();
        if (line !== "") {
          const event = ChangeEvent.parse(JSON.parse(line));
          changeListeners.forEach((listener) => listener(event));
        }
      }
    } finally {
      watch.stop();
    }
  };

  const listen = async (): Promise<void> => {
    let failures = 0;
    for (let isFirst = true; !stopping.signal.aborted; isFirst = false) {
      const openedBefore = performance.now();
      try {
        await listenOnce(isFirst);
      } catch (error) {
        if (error instanceof SessionLost) {
          setConnection("lost");
          return;
        }
      }
      if (stopping.signal.aborted) {
        return;
      }
      setConnection("reconnecting");
      // A stream that stood for a while ended by accident: the next attempt is made soon.
      failures = performance.now() - openedBefore > silenceMs ? 0 : failures + 1;
      const pauseMs = retryPausesMs[Math.min(failures, retryPausesMs.length - 1)] ?? 0;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  void listen();

  return {
    request: async (name, input, signal) => {
      try {
        return await api.request(name, input, signal);
      } catch (error) {
        if (signal?.aborted === true) {
          return { ok: false, failure: new Failure("cancelled", "Cancelled.").report() };
        }
        if (error instanceof SessionLost) {
          setConnection("lost");
          return unreachable("This page is no longer connected. Open Corroboard again to go on.");
        }
        return unreachable(
          "Corroboard cannot be reached. What was saved is kept; start it again to go on.",
        );
      }
    },
    onChange: (listener) => {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    onResync: (listener) => {
      resyncListeners.add(listener);
      return () => resyncListeners.delete(listener);
    },
    onConnection: (listener) => {
      connectionListeners.add(listener);
      listener(connection);
      return () => connectionListeners.delete(listener);
    },
    newPageAddress: async () => `${location.origin}/#c=${await api.newCode()}`,
    stop: () => stopping.abort(),
  };
}

function unreachable(sentence: string): Reply<never> {
  const code: FailureCode = "internal";
  return { ok: false, failure: new Failure(code, sentence).report() };
}

function setTimeoutAgain(callback: () => void, milliseconds: number) {
  let timer = setTimeout(callback, milliseconds);
  const stop = () => clearTimeout(timer);
  return {
    stop,
    restart: () => {
      stop();
      timer = setTimeout(callback, milliseconds);
    },
  };
}
