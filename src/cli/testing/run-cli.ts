import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { failureCodes } from "#contract/failure";
import type { FailureCode, Reply } from "#contract/failure";
import { createCore } from "#core/create-core";

const entry = fileURLToPath(new URL("../index.ts", import.meta.url));

export type CliResult = {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs the command line as a program of its own, from its sources. */
export function runCli(
  words: readonly string[],
  options: { readonly stdin?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...words], {
      env: { ...process.env, ...options.environment },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(options.stdin ?? "");
  });
}

export function createProject(projectFile: string): void {
  createCore({ projectFile }).close();
}

/** Sends a request by `call` and reads the reply back from what it printed. */
export async function requestThroughCli(
  project: string,
  name: string,
  input: unknown,
): Promise<Reply<unknown>> {
  const { status, stdout, stderr } = await runCli(["call", "--", project, name, "-"], {
    stdin: JSON.stringify(input),
  });
  if (status === 0 && stderr === "") {
    return { ok: true, value: JSON.parse(stdout) };
  }
  const parts = /^corroboard: (?<message>.*) \((?<code>[a-z-]+)(?: at (?<path>.*))?\)\n$/u.exec(
    stderr,
  );
  const code = failureCodes.find(
    (known): known is FailureCode => known === parts?.groups?.["code"],
  );
  if (status !== 1 || stdout !== "" || code === undefined) {
    throw new Error(`call ended with ${status}: ${stdout}${stderr}`);
  }
  return {
    ok: false,
    failure: {
      code,
      message: parts?.groups?.["message"] ?? "",
      path: parts?.groups?.["path"]?.split(".") ?? [],
    },
  };
}
