import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { z } from "zod";

/**
 * What this machine last saw of a project file, kept away from the file, so that a file which is older,
 * other or changed since can be told from the one that was left.
 */
export const ProjectRecord = z.strictObject({
  projectId: z.string(),
  seq: z.int().min(0),
  hash: z.string(),
  /** Of the file when it was last closed in order; null while it is open. */
  closed: z.strictObject({ sizeBytes: z.int(), modifiedMs: z.number() }).nullable(),
});
export type ProjectRecord = z.infer<typeof ProjectRecord>;

/** Null when there is none, or only the rest of one. */
export function readProjectRecord(stateFolder: string, file: string): ProjectRecord | null {
  try {
    return ProjectRecord.parse(JSON.parse(readFileSync(recordPath(stateFolder, file), "utf8")));
  } catch {
    return null;
  }
}

/** Not forced to the disk: an older record only makes the next start look closer. */
export function writeProjectRecord(stateFolder: string, file: string, record: ProjectRecord): void {
  const path = recordPath(stateFolder, file);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
  renameSync(draft, path);
}

/** @param file its real path */
function recordPath(stateFolder: string, file: string): string {
  const name = createHash("sha256").update(file).digest("hex").slice(0, 32);
  return join(stateFolder, "projects", `${name}.json`);
}
