import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, importSamples, test } from "./fixtures.ts";

// That no request leaves is asserted by the fixtures at the end of every test of every spec. Here it is
// shown that they would notice.

test("what a process does on the network is noticed, in its threads and children too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-network-"));
  const log = join(folder, "log");
  const server = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const connects = `
    const { connect } = require("node:net");
    connect(${port}, "127.0.0.1").on("error", () => {});`;
  const thread = join(folder, "thread.cjs");
  writeFileSync(thread, connects);
  const child = spawn(
    process.execPath,
    [
      "-e",
      `${connects}
      fetch("http://127.0.0.1:${port}/").catch(() => {});
      const datagrams = require("node:dgram").createSocket("udp4");
      datagrams.send("x", 9, "127.0.0.1", () => datagrams.close());
      require("node:dns").lookup("name.invalid", () => {});
      new (require("node:worker_threads").Worker)(${JSON.stringify(thread)});
      require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(connects)}]);`,
    ],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        CORROBOARD_NETWORK_LOG: log,
        NODE_OPTIONS: `--import=${new URL("hosts/watch-network.ts", import.meta.url).href}`,
      },
    },
  );
  await once(child, "close");
  server.close();
  const noticed = readFileSync(log, "utf8").trimEnd().split("\n").toSorted();
  rmSync(folder, { recursive: true });
  expect(noticed.filter((what) => what === "connect")).toHaveLength(4);
  expect(new Set(noticed)).toEqual(new Set(["connect", "send", "look up name.invalid"]));
});

test("a host that works begins nothing on the network", async ({ core, host }) => {
  await importSamples(core);
  await core.request("export.markdown", {});
  await core.request("backup.make", {});
  expect(host.outbound()).toEqual([]);
});

test.fail("a page that asks elsewhere fails its test", async ({ workbench }) => {
  const other = await workbench.context().newPage();
  const asked = other.waitForEvent("request", (request) => request.url().includes("127.0.0.1:9"));
  await other.goto("data:text/html,<img src='http://127.0.0.1:9/pixel'>");
  await asked;
});
