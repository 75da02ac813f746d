import { createHash } from "node:crypto";

import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";

import { Failure } from "#contract/failure";

import { migrate } from "./migrate.ts";

const ofVersions = new Map<number, string>();

/**
 * Refuses a project that has anything but the tables and indexes that the migrations of its version make.
 * A trigger, a view or another constraint in a received file would run or decide inside our own
 * statements, whatever `trusted_schema` says. Reads schema rows only, so nothing of the file runs.
 * @throws Failure project-damaged
 */
export function refuseForeignSchema(database: Database): void {
  const version = Number(database.pragma("user_version", { simple: true }));
  if (fingerprintOf(database) !== fingerprintOfVersion(version)) {
    throw new Failure(
      "project-damaged",
      "This file has objects in it that Corroboard did not make, and was not opened. Nothing was changed; save what it holds into a new project with “corroboard rescue”.",
    );
  }
}

/** SHA-256 over the schema's rows, sorted. */
export function fingerprintOf(database: Database): string {
  const rows = database
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    .raw()
    .all()
    .map((row) => JSON.stringify(row))
    .toSorted();
  return createHash("sha256").update(rows.join("\n")).digest("hex");
}

/** An empty database in memory with the schema of a version, the newest when none is given. */
export function goldenDatabase(version?: number): Database {
  const database = new Sqlite(":memory:");
  migrate(database, version);
  return database;
}

/** Of what the migrations make up to a version, computed once in memory. */
function fingerprintOfVersion(version: number): string {
  let fingerprint = ofVersions.get(version);
  if (fingerprint === undefined) {
    const database = goldenDatabase(version);
    fingerprint = fingerprintOf(database);
    database.close();
    ofVersions.set(version, fingerprint);
  }
  return fingerprint;
}
