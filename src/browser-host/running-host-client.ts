import { request } from "node:http";

import { z } from "zod";

import type { RunningHost } from "#core/hosting/running-hosts";

const CodeAnswer = z.strictObject({ code: z.string() });

/** How long a host may take to issue a code before it counts as gone. */
const patienceMs = 5_000;

/** A new address that opens a page of a host that runs already; null when nothing of ours answers. */
export async function askForAddress(host: RunningHost): Promise<string | null> {
  const origin = `http://127.0.0.1:${host.port}`;
  try {
    const body = await new Promise<string>((resolve, reject) => {
      const call = request(
        `${origin}/api/code`,
        {
          method: "POST",
          timeout: patienceMs,
          headers: {
            origin,
            authorization: `Bearer ${host.token}`,
            "content-type": "application/json",
          },
        },
        (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (chunk: string) => {
            text += chunk;
          });
          response.on("end", () => resolve(text));
          response.on("error", reject);
        },
      );
      call.on("timeout", () => call.destroy(new Error("no answer")));
      call.on("error", reject);
      call.end("{}");
    });
    const { code } = CodeAnswer.parse(JSON.parse(body));
    return `${origin}/#c=${code}`;
  } catch {
    return null; // the host was killed, and its record stayed
  }
}
