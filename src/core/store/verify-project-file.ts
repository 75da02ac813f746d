import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";

import type { CheckReport, Fault } from "#contract/check";
import { Failure } from "#contract/failure";

import { journalFaults } from "../projects/check-journal.ts";
import { checkProject } from "../projects/check-project.ts";
import { writableDb } from "./db.ts";
import { migrations } from "./migrate.ts";
import { busyTimeoutMs, distrust } from "./open-project.ts";
import { readProjectHeader } from "./project-header.ts";
import { readIdentity } from "./project-identity.ts";
import type { ProjectIdentity } from "./project-identity.ts";
import { refuseForeignSchema } from "./schema-fingerprint.ts";
import { failureOfSqlite } from "./sqlite-failures.ts";

export type VerifyRequest = {
  readonly file: string;
  /**
   * "identity" reads the schema and two rows; "quick" walks the file's structure once; "full" does what
   * `project.check` does.
   */
  readonly level: "identity" | "quick" | "full";
  /** Places of the journal whose hashes are wanted. */
  readonly seqs: readonly number[];
};

export type Verdict =
  | {
      readonly kind: "refused";
      readonly code: Failure["code"];
      readonly message: string;
      /** Time was up: nobody knows yet what is in the file. */
      readonly isLate?: true;
    }
  | {
      readonly kind: "read";
      readonly identity: ProjectIdentity;
      readonly title: string;
      readonly faults: readonly Fault[];
      /** Null but at level "full". */
      readonly contents: Omit<CheckReport, "ok" | "faults"> | null;
      /** In the order of `seqs`; null where the journal has no such entry. */
      readonly hashes: readonly (string | null)[];
    };

export type ReadVerdict = Extract<Verdict, { kind: "read" }>;

/**
 * Reads a closed project file without changing anything in it; one with a write-ahead log is read with
 * it, and has to be a copy, since SQLite then empties the log into it.
 */
export function verifyProjectFile(request: VerifyRequest): Verdict {
  let database: Database | undefined;
  try {
    readProjectHeader(request.file);
    database = new Sqlite(request.file, { fileMustExist: true, timeout: busyTimeoutMs });
    distrust(database);
    database.pragma("locking_mode = EXCLUSIVE");
    database.pragma("query_only = ON");
    return readVerdict(database, request);
  } catch (error) {
    const failure = failureOfSqlite(error);
    if (failure instanceof Failure) {
      return { kind: "refused", code: failure.code, message: failure.message };
    }
    throw failure;
  } finally {
    database?.close();
  }
}

function readVerdict(database: Database, { level, seqs }: VerifyRequest): Verdict {
  refuseForeignSchema(database);
  const { title, ...identity } = readIdentity(database);
  const hashAt = database
    .prepare<[number], string>("SELECT hash FROM change WHERE seq = ?")
    .pluck();
  const found = {
    kind: "read",
    identity,
    title,
    hashes: seqs.map((seq) => hashAt.get(seq) ?? null),
  } as const;
  if (level === "full" && isCurrent(database)) {
    const { ok: _, faults, ...contents } = checkProject({ db: writableDb(database) });
    return { ...found, faults, contents };
  }
  const faults: Fault[] = level === "identity" ? [] : quickFaults(database);
  if (level === "full") {
    faults.push(...journalFaults(writableDb(database)));
  }
  return { ...found, faults, contents: null };
}

/** The other checks are written for the tables of the newest version. */
function isCurrent(database: Database): boolean {
  return database.pragma("user_version", { simple: true }) === migrations.length;
}

function quickFaults(database: Database): Fault[] {
  return (database.pragma("quick_check") as { quick_check: string }[])
    .filter(({ quick_check: finding }) => finding !== "ok")
    .map(({ quick_check: finding }) => ({
      kind: "database",
      message: `The project file is damaged: ${finding}.`,
    }));
}
