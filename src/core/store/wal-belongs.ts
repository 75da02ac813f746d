import { copyFileSync, rmSync } from "node:fs";

import type { ProjectIdentity } from "./project-identity.ts";
import { verifyElsewhere } from "./verify-elsewhere.ts";
import type { ReadVerdict } from "./verify-project-file.ts";

// SQLite takes any write-ahead log with the right name for the file's own: a log says nowhere whose it
// is. What tells is the journal, by its chain of hashes.

/**
 * The state of a file that has no log beside it, or null when it cannot be read so: a crash in the midst
 * of a checkpoint leaves a file that is whole only with its log.
 */
export async function identityWithoutLog(copy: string): Promise<ProjectIdentity | null> {
  const verdict = await verifyElsewhere({ file: copy, level: "identity", seqs: [] });
  return verdict.kind === "read" ? verdict.identity : null;
}

/**
 * Whether a file read with its log goes on from what it is without.
 * @param verdict its first hash is that at the place of `earlier`
 * @param record what is known otherwise of the project at this path
 */
export function continues(
  verdict: ReadVerdict,
  earlier: ProjectIdentity | null,
  record: Pick<ProjectIdentity, "projectId"> | null,
): boolean {
  const { projectId } = verdict.identity;
  if (earlier === null) {
    return record === null || record.projectId === projectId;
  }
  return (
    earlier.projectId === projectId && (earlier.seq === 0 || verdict.hashes[0] === earlier.hash)
  );
}

/**
 * Whether a log may be taken for that of a file, for a rescue: it may unless it certainly is another's.
 * @param copy of the file without its log; is as it was afterwards
 */
export async function belongsToFile(copy: string, wal: string): Promise<boolean> {
  const earlier = await identityWithoutLog(copy);
  if (earlier === null) {
    return true;
  }
  const both = `${copy}.both`;
  try {
    copyFileSync(copy, both);
    copyFileSync(wal, `${both}-wal`);
    const verdict = await verifyElsewhere({ file: both, level: "identity", seqs: [earlier.seq] });
    return verdict.kind === "read" && continues(verdict, earlier, null);
  } finally {
    rmSync(both, { force: true });
    rmSync(`${both}-wal`, { force: true });
    rmSync(`${both}-shm`, { force: true });
  }
}
