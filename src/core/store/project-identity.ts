import type { Database } from "better-sqlite3";

import { Failure } from "#contract/failure";

import { firstPreviousHash } from "../history/journal.ts";

/**
 * Which project a file holds, and which state of it: the journal's last place and the hash of its chain
 * there. Two files with the same identity hold the same analysis.
 */
export type ProjectIdentity = {
  readonly projectId: string;
  /** 0 where nothing was ever done. */
  readonly seq: number;
  readonly hash: string;
};

/** @throws Failure project-damaged when there is no project row */
export function readIdentity(database: Database): ProjectIdentity & { readonly title: string } {
  const project = database
    .prepare<[], { projectId: string; title: string }>("SELECT id AS projectId, title FROM project")
    .get();
  if (project === undefined) {
    throw new Failure(
      "project-damaged",
      "This project file is damaged: what it says of itself is missing. Restore a backup, or save what can be read with “corroboard rescue”.",
    );
  }
  const last = database
    .prepare<[], { seq: number; hash: string }>(
      "SELECT seq, hash FROM change ORDER BY seq DESC LIMIT 1",
    )
    .get();
  return { ...project, seq: last?.seq ?? 0, hash: last?.hash ?? firstPreviousHash };
}
