import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, it, onTestFinished } from "vitest";

import { temporaryFolder } from "#core/testing/temporary-folder";

it("ends by itself, and says why, when its port is taken", async () => {
  const occupant = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void occupant.close());
  await once(occupant, "listening");
  const { port } = occupant.address() as AddressInfo; // it listens on TCP
  const folder = temporaryFolder();
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL("index.ts", import.meta.url)),
      `--project=${join(folder, "project.corroboard")}`,
      "--no-open",
      `--port=${port}`,
    ],
    { env: { ...process.env, CORROBOARD_STATE_DIR: join(folder, "state") } },
  );
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [status] = (await once(child, "exit")) as [number];
  expect(status).toBe(1);
  // Without a build there is no page to serve, which is said before the port is asked for.
  expect(said).toMatch(/^corroboard: (?:That port is taken|The page is not built)/u);
});
