import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { z } from "zod";

import { stateFolder } from "./state-folder.ts";

/** A browser host that has a project open, and what it takes to talk to it. */
export const RunningHost = z.strictObject({
  pid: z.int().min(1),
  port: z.int().min(1).max(65_535),
  token: z.string().min(1),
});
export type RunningHost = z.infer<typeof RunningHost>;

/**
 * Says which host has a project open, so that a second start and the command line find it. The record
 * holds the token of the host: only the user can read it.
 */
export function recordRunningHost(projectFile: string, host: RunningHost): void {
  const folder = recordsFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700); // the folder may be older than this rule
  const record = recordOf(projectFile);
  const draft = `${record}.${host.pid}`;
  rmSync(draft, { force: true });
  writeFileSync(draft, JSON.stringify(host), { mode: 0o600, flag: "wx" });
  renameSync(draft, record);
}

/** The host that has the project open, or null. One that was killed is not found. */
export function findRunningHost(projectFile: string): RunningHost | null {
  const host = readRecord(projectFile);
  return host !== null && isAlive(host.pid) ? host : null;
}

/** Takes the record away if it is still that of this process. */
export function forgetRunningHost(projectFile: string, pid: number): void {
  if (readRecord(projectFile)?.pid === pid) {
    rmSync(recordOf(projectFile), { force: true });
  }
}

function recordsFolder(): string {
  return join(stateFolder(), "hosts");
}

function recordOf(projectFile: string): string {
  return join(recordsFolder(), `${projectKey(projectFile)}.json`);
}

/** Names a project's files in the state folder: the same for every way to write its path. */
export function projectKey(projectFile: string): string {
  return createHash("sha256").update(trueNameOf(projectFile)).digest("hex").slice(0, 32);
}

/** The same for every way to write the path of one file, whether or not it is there yet. */
function trueNameOf(projectFile: string): string {
  const path = resolve(projectFile);
  try {
    return realpathSync.native(path);
  } catch {
    try {
      return join(realpathSync.native(dirname(path)), basename(path));
    } catch {
      return path; // the folder is not there either
    }
  }
}

function readRecord(projectFile: string): RunningHost | null {
  try {
    return RunningHost.parse(JSON.parse(readFileSync(recordOf(projectFile), "utf8")));
  } catch {
    return null; // no record, or the rest of one: as if nothing ran
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process has the number: the host is gone, and its record with the wrong token is harmless.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
