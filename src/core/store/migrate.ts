import type { Database } from "better-sqlite3";

import { foundation } from "./migrations/0001-foundation.ts";
import { judgement } from "./migrations/0002-judgement.ts";
import { highlightQueries } from "./migrations/0003-highlight-queries.ts";

/** In order; number n takes the file from `user_version` n − 1 to n. Never edited after release. */
export const migrations: readonly string[] = [foundation, judgement, highlightQueries];

/** "Crrb" in ASCII: marks the file as ours (SQLite's `application_id`). */
export const applicationId = 0x43727262;

/** Brings a file up to date, or to a version: each migration and its number in one transaction. */
export function migrate(database: Database, toVersion = migrations.length): void {
  let version = Number(database.pragma("user_version", { simple: true }));
  for (const migration of migrations.slice(version, toVersion)) {
    version += 1;
    database.transaction(() => {
      database.exec(migration);
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${version}`);
    })();
  }
}
