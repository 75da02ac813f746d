import type { ServerResponse } from "node:http";

import type { ChangeEvent } from "#contract/changes";

/** Tells a page that the connection stands, and the host that the page is still there. */
const heartbeatMs = 15_000;
/** A page that does not read is let go; it connects again and reads everything anew. */
const maxWaitingBytes = 1024 * 1024;

/** The open event streams: lines of JSON, one change each; an empty line is a heartbeat. */
export type ChangeStreams = {
  readonly add: (response: ServerResponse) => void;
  readonly announce: (event: ChangeEvent) => void;
  readonly count: () => number;
  readonly endAll: () => void;
};

/** @param onCount is called with the number of open streams whenever it changes */
export function createChangeStreams(onCount: (count: number) => void): ChangeStreams {
  const open = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const response of open) {
      writeLine(response, "");
    }
  }, heartbeatMs);
  heartbeat.unref();

  return {
    add: (response) => {
      open.add(response);
      onCount(open.size);
      response.on("close", () => {
        open.delete(response);
        onCount(open.size);
      });
      writeLine(response, "");
    },
    announce: (event) => {
      const line = JSON.stringify(event);
      for (const response of open) {
        writeLine(response, line);
      }
    },
    count: () => open.size,
    endAll: () => {
      clearInterval(heartbeat);
      for (const response of open) {
        response.end();
      }
    },
  };
}

function writeLine(response: ServerResponse, line: string): void {
  response.write(`${line}\n`);
  if (response.writableLength > maxWaitingBytes) {
    response.destroy();
  }
}
