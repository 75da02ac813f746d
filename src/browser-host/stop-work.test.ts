import { request } from "node:http";

import { expect, it } from "vitest";

import { createChangeStreams } from "./change-stream.ts";
import { listen, portOf } from "./http-server.ts";
import { createSessionKeys } from "./session-keys.ts";

it("tells the work when nobody waits for its answer any more", async () => {
  const keys = createSessionKeys();
  const begun = Promise.withResolvers<AbortSignal | undefined>();
  const server = await listen(
    {
      files: new Map(),
      keys,
      streams: createChangeStreams(() => {}),
      dispatch: (_name, _input, signal) => {
        begun.resolve(signal);
        return new Promise(() => {}); // works for ever
      },
      reportBug: () => {},
    },
    0,
  );
  try {
    const port = portOf(server);
    const call = request(`http://127.0.0.1:${port}/api/request`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${keys.token}`,
        "content-type": "application/json",
        origin: `http://127.0.0.1:${port}`,
      },
    });
    call.on("error", () => {}); // it is cut off on purpose
    call.end(JSON.stringify({ name: "export.document", input: {} }));
    const signal = await begun.promise;
    expect(signal?.aborted).toBe(false);
    const stopped = new Promise((resolve) => signal?.addEventListener("abort", resolve));
    call.destroy();
    await stopped;
    expect(signal?.aborted).toBe(true);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
