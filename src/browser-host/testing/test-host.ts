import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { ChangeEvent } from "#contract/changes";
import type { Reply } from "#contract/failure";

import { startBrowserHost } from "../start-browser-host.ts";
import type { BrowserHost } from "../start-browser-host.ts";
import { postRaw } from "./raw-http.ts";

export type TestHost = {
  readonly host: BrowserHost;
  readonly folder: string;
  readonly projectFile: string;
  /** What the host logged, a line each. */
  readonly logged: readonly string[];
  readonly request: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Resolves once the stream stands. */
  readonly listen: (listener: (event: ChangeEvent) => void) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A browser host in this process, on a new project, with a page of two small files. */
export async function startTestHost(): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-host-"));
  const stateBefore = process.env["CORROBOARD_STATE_DIR"];
  process.env["CORROBOARD_STATE_DIR"] = join(folder, "state");
  const pageFolder = join(folder, "page");
  mkdirSync(join(pageFolder, "assets"), { recursive: true });
  writeFileSync(join(pageFolder, "index.html"), "<!doctype html><title>Corroboard</title>");
  writeFileSync(join(pageFolder, "assets", "index-1a2b.js"), "export {};");
  writeFileSync(join(folder, "secret.js"), "export const secret = 1;");

  const projectFile = join(folder, "a.corroboard");
  const logged: string[] = [];
  const host = await startBrowserHost({
    projectFile,
    pageFolder,
    port: 0,
    idleExitMinutes: 0,
    log: (line) => logged.push(line),
  });
  const origin = `http://127.0.0.1:${host.port}`;
  const stopping = new AbortController();
  return {
    host,
    folder,
    projectFile,
    logged,
    request: async (name, input) => {
      const { body } = await postRaw(host, "/api/request", JSON.stringify({ name, input }));
      return JSON.parse(body) as Reply<unknown>;
    },
    listen: async (listener) => {
      const response = await fetch(`${origin}/api/events`, {
        method: "POST",
        headers: {
          origin,
          authorization: `Bearer ${host.token}`,
          "content-type": "application/json",
        },
        body: "{}",
        signal: stopping.signal,
      });
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      if (response.status !== 200 || reader === undefined) {
        throw new Error(`no stream: ${response.status}`);
      }
      await reader.read(); // the first heartbeat
      void passOn(reader, listener);
    },
    close: async () => {
      stopping.abort();
      await host.close();
      process.env["CORROBOARD_STATE_DIR"] = stateBefore ?? "";
      rmSync(folder, { recursive: true });
    },
  };
}

async function passOn(
  reader: ReadableStreamDefaultReader<string>,
  listener: (event: ChangeEvent) => void,
): Promise<void> {
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      for (const line of value.split("\n").filter((text) => text !== "")) {
        listener(JSON.parse(line) as ChangeEvent);
      }
    }
  } catch {
    // The test ended, and with it the stream.
  }
}
