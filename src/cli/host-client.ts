import { request } from "node:http";

import { Failure } from "#contract/failure";
import type { Reply } from "#contract/failure";
import type { RunningHost } from "#core/hosting/running-hosts";

/** A host that does not answer a small question for so long counts as gone. */
const patienceMs = 5_000;

export type HostClient = {
  readonly isThere: () => Promise<boolean>;
  readonly dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>;
};

/** Talks to a browser host of the same user, with the token from its record. */
export function hostClient(host: RunningHost): HostClient {
  const origin = `http://127.0.0.1:${host.port}`;
  const post = (path: string, contentType: string, body: string | Uint8Array, timeout?: number) =>
    new Promise<string>((resolve, reject) => {
      const call = request(
        origin + path,
        {
          method: "POST",
          // A connection of its own: the host ends one that was idle while this program was at work.
          agent: false,
          ...(timeout === undefined ? {} : { timeout }),
          headers: {
            origin,
            authorization: `Bearer ${host.token}`,
            "content-type": contentType,
            "content-length": Buffer.byteLength(body),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            if (response.statusCode === 200) {
              resolve(Buffer.concat(chunks).toString("utf8"));
            } else if (response.statusCode === 413) {
              reject(new Failure("invalid-request", "This is larger than a host accepts."));
            } else {
              reject(new Error(`the host answered with ${response.statusCode}`));
            }
          });
        },
      );
      call.on("timeout", () => call.destroy(new Error("no answer")));
      call.on("error", reject);
      call.end(body);
    });
  const dispatch = async (name: string, input: unknown): Promise<Reply<unknown>> => {
    const bytes = name === "upload.put" ? bytesOf(input) : null;
    const answer =
      bytes === null
        ? await post("/api/request", "application/json", JSON.stringify({ name, input }))
        : await post("/api/upload", "application/octet-stream", bytes);
    return JSON.parse(answer) as Reply<unknown>; // our own host's answer, in its contract
  };
  return {
    dispatch,
    isThere: async () => {
      try {
        const body = JSON.stringify({ name: "history.read", input: {} });
        await post("/api/request", "application/json", body, patienceMs);
        return true;
      } catch {
        return false; // it was killed and its record stayed, or another program has its port
      }
    },
  };
}

function bytesOf(input: unknown): Uint8Array | null {
  const isObject = typeof input === "object" && input !== null;
  return isObject && "bytes" in input && input.bytes instanceof Uint8Array ? input.bytes : null;
}
