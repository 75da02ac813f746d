import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Reply } from "#contract/failure";

import { coreClient } from "./core-client.ts";
import type { CoreClient } from "./core-client.ts";

const entry = fileURLToPath(new URL("../../out/main/browser-host.js", import.meta.url));
const networkWatch = new URL("watch-network.ts", import.meta.url).href;

/** Addresses of every host that was started in this process: http://127.0.0.1:PORT. */
export const hostOrigins = new Set<string>();

/** A browser host of the built product, in a process of its own. */
export type BrowserHost = {
  readonly projectFile: string;
  readonly stateFolder: string;
  readonly core: CoreClient;
  /** http://127.0.0.1:PORT; another one after a restart. */
  readonly origin: () => string;
  /** A new address that opens one page, once. */
  readonly newAddress: () => Promise<string>;
  /** SIGKILL: nothing is flushed, nothing is closed. */
  readonly kill: () => Promise<void>;
  /** Starts again on the same project, after `kill` or `stop`; on the same port when that is asked for. */
  readonly restart: (options?: { readonly samePort: boolean }) => Promise<void>;
  /** SIGTERM. Resolves to the exit status. */
  readonly stop: () => Promise<number | null>;
  /** What the host's processes and threads began on the network so far: "connect", "look up evil.example". */
  readonly outbound: () => string[];
};

/**
 * Starts a host on a project in a folder that the caller removes.
 * @param environment more variables for its process, also after a restart
 */
export async function startBrowserHost(
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<BrowserHost> {
  const projectFile = join(folder, "project.corroboard");
  const stateFolder = join(folder, "state");
  let host = await launch(projectFile, stateFolder, 0, environment);

  const post = (path: string, contentType: string, body: string | Uint8Array) =>
    postTo(host, path, contentType, body);
  return {
    projectFile,
    stateFolder,
    core: coreClient(async (name, input) => {
      const bytes = name === "upload.put" ? bytesOf(input) : null;
      const answer =
        bytes === null
          ? await post("/api/request", "application/json", JSON.stringify({ name, input }))
          : await post("/api/upload", "application/octet-stream", bytes);
      return JSON.parse(answer) as Reply<unknown>;
    }),
    origin: () => originOf(host),
    newAddress: async () => {
      const answer = await post("/api/code", "application/json", "{}");
      return `${originOf(host)}/#c=${(JSON.parse(answer) as { code: string }).code}`;
    },
    kill: async () => {
      await endOf(host.child, "SIGKILL");
    },
    restart: async (options = { samePort: false }) => {
      host = await launch(projectFile, stateFolder, options.samePort ? host.port : 0, environment);
    },
    stop: () => endOf(host.child, "SIGTERM"),
    outbound: () => {
      const log = networkLogOf(stateFolder);
      return existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : [];
    },
  };
}

/** Where the host looks for the user's documents. */
export function homeOf(projectFile: string): string {
  return join(dirname(projectFile), "home");
}

type Running = { readonly child: ChildProcess; readonly port: number; readonly token: string };

async function launch(
  projectFile: string,
  stateFolder: string,
  port: number,
  environment: NodeJS.ProcessEnv,
): Promise<Running> {
  const child = spawn(
    process.execPath,
    [entry, `--project=${projectFile}`, "--no-open", "--idle-exit=0", `--port=${port}`],
    {
      // A home of its own: copies of backups go to its documents, if a test makes that folder.
      env: {
        ...process.env,
        CORROBOARD_STATE_DIR: stateFolder,
        CORROBOARD_NETWORK_LOG: networkLogOf(stateFolder),
        // Threads and children of the host get it as well.
        NODE_OPTIONS: `--import=${networkWatch}`,
        HOME: homeOf(projectFile),
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  await new Promise<void>((resolve, reject) => {
    let printed = "";
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("/#c=")) {
        resolve();
      }
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the host ended with ${code}: ${printed}`)));
  });
  const running = { child, ...readRecord(stateFolder, child.pid) };
  hostOrigins.add(originOf(running));
  return running;
}

/** Beside the state folder: tests look at what is in it and beside the project. */
function networkLogOf(stateFolder: string): string {
  return `${dirname(stateFolder)}.network`;
}

/** The host says in a file that only the user can read how it can be asked. */
function readRecord(stateFolder: string, pid: number | undefined) {
  const folder = join(stateFolder, "hosts");
  for (const name of readdirSync(folder)) {
    const record = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
      pid: number;
      port: number;
      token: string;
    };
    if (record.pid === pid) {
      return { port: record.port, token: record.token };
    }
  }
  throw new Error("the host left no record");
}

function originOf(host: Running): string {
  return `http://127.0.0.1:${host.port}`;
}

function postTo(
  host: Running,
  path: string,
  contentType: string,
  body: string | Uint8Array,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      originOf(host) + path,
      {
        method: "POST",
        agent: false, // a connection that was kept would break when the host is killed
        headers: {
          origin: originOf(host),
          authorization: `Bearer ${host.token}`,
          "content-type": contentType,
          "content-length": Buffer.byteLength(body),
        },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("error", reject);
        response.on("end", () =>
          response.statusCode === 200
            ? resolve(text)
            : reject(new Error(`${path} was answered with ${response.statusCode}`)),
        );
      },
    );
    call.on("error", reject);
    call.end(body);
  });
}

function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(child.exitCode);
      return;
    }
    child.on("exit", (code) => resolve(code));
    child.kill(signal);
  });
}

function bytesOf(input: unknown): Uint8Array | null {
  const isObject = typeof input === "object" && input !== null;
  return isObject && "bytes" in input && input.bytes instanceof Uint8Array ? input.bytes : null;
}
