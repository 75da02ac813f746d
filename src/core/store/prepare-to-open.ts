import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";

import type { Fault } from "#contract/check";
import { Failure } from "#contract/failure";

import { migrations } from "./migrate.ts";
import { busyTimeoutMs } from "./open-project.ts";
import { readProjectHeader } from "./project-header.ts";
import type { ProjectHeader } from "./project-header.ts";
import { readProjectRecord } from "./project-record.ts";
import type { ProjectRecord } from "./project-record.ts";
import { failureOfSqlite } from "./sqlite-failures.ts";
import { verifyElsewhere } from "./verify-elsewhere.ts";
import type { ReadVerdict, Verdict } from "./verify-project-file.ts";
import { continues, identityWithoutLog } from "./wal-belongs.ts";

/** Above this, an unknown file is walked through once instead of checked in full. */
const fullCheckBytes = 64 * 1024 * 1024;

const maxLooks = 5;

const dayMs = 24 * 3_600_000;

/** One sentence each for the analyst about a file that was opened although something is odd. */
export type OpeningNotices = readonly string[];

/**
 * Looks at a file before it is opened, in a process that can be killed. A file that was closed in order
 * here and has not been touched since is not looked at; any other is, and one with a write-ahead log
 * together with its log, on a copy. Changes nothing. A file that another process wrote to meanwhile was seen
 * in parts of two states, and is looked at again.
 * @throws Failure when the file must not be opened as it is
 */
export async function prepareToOpen(named: string, stateFolder: string): Promise<OpeningNotices> {
  if (named === ":memory:" || !existsSync(named)) {
    return [];
  }
  const file = realpathSync(named);
  for (let look = 1; ; look += 1) {
    const before = stampOf(file);
    const isLast = () => look === maxLooks || stampOf(file) === before;
    try {
      const notices = await lookAt(file, stateFolder);
      if (notices.length === 0 || isLast()) {
        return notices;
      }
    } catch (error) {
      const isDamaged = error instanceof Failure && error.code === "project-damaged";
      if (!isDamaged || isLast()) {
        throw error;
      }
    }
  }
}

/** Changes when another process writes to the file or its log. */
function stampOf(file: string): string {
  return [file, `${file}-wal`]
    .map((path) => {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats === undefined ? "" : [stats.ino, stats.size, stats.mtimeMs].join();
    })
    .join(";");
}

async function lookAt(file: string, stateFolder: string): Promise<OpeningNotices> {
  if (existsSync(`${file}-wal`)) {
    refuseIfOpenElsewhere(file); // an open project has a log from the start, and this is told at once
  }
  const header = readProjectHeader(file);
  const record = readProjectRecord(stateFolder, file);
  if (header.walBytes > 0) {
    return readWithLog(file, stateFolder, record);
  }
  if (header.version === migrations.length && wasLeftSo(header, record)) {
    return [];
  }
  const verdict = believed(
    await verifyElsewhere({
      file,
      level: header.sizeBytes <= fullCheckBytes ? "full" : "quick",
      seqs: record === null ? [] : [record.seq],
    }),
  );
  refuseFaults(verdict.faults, ["database"]);
  return [...noticesOfFaults(verdict.faults), ...noticesOfRecord(verdict, record)];
}

function wasLeftSo(header: ProjectHeader, record: ProjectRecord | null): boolean {
  const closed = record?.closed ?? null;
  return (
    closed !== null &&
    closed.sizeBytes === header.sizeBytes &&
    closed.modifiedMs === header.modifiedMs
  );
}

/**
 * The log of an open project is not left over.
 * @throws Failure project-locked
 */
export function refuseIfOpenElsewhere(file: string): void {
  const hadIndex = existsSync(`${file}-shm`);
  const database = new Sqlite(file, { readonly: true, timeout: busyTimeoutMs });
  try {
    database.prepare("SELECT 1 FROM sqlite_schema").get();
  } catch (error) {
    const failure = failureOfSqlite(error);
    if (failure instanceof Failure && failure.code === "project-damaged") {
      return; // what exactly is wrong with it is found out elsewhere
    }
    throw failure;
  } finally {
    database.close();
    if (!hadIndex) {
      rmSync(`${file}-shm`, { force: true });
    }
  }
}

/**
 * SQLite takes any log with the right name for the file's own. Whether it is shows in the copy: the file
 * without the log must be an earlier state of the file with it.
 */
async function readWithLog(
  file: string,
  stateFolder: string,
  record: ProjectRecord | null,
): Promise<OpeningNotices> {
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  removeOldCopies(stateFolder);
  const folder = mkdtempSync(join(stateFolder, "opening-"));
  try {
    const copy = join(folder, "project");
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const earlier = await identityWithoutLog(copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    const verdict = await verifyElsewhere({
      file: copy,
      level: "full",
      seqs: [...(earlier === null ? [] : [earlier.seq]), ...(record === null ? [] : [record.seq])],
    });
    if (verdict.kind === "refused" && (earlier === null || verdict.isLate === true)) {
      throw new Failure(verdict.code, verdict.message);
    }
    if (verdict.kind === "refused" || !continues(verdict, earlier, record)) {
      throw foreignLog();
    }
    refuseFaults(verdict.faults, ["database", "journal", "record"]);
    const ofRecord = { ...verdict, hashes: verdict.hashes.slice(earlier === null ? 0 : 1) };
    return [...noticesOfFaults(verdict.faults), ...noticesOfRecord(ofRecord, record)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a process left that was killed while it looked. Another one may be looking now. */
function removeOldCopies(stateFolder: string): void {
  const copies = readdirSync(stateFolder).filter((name) => name.startsWith("opening-"));
  for (const copy of copies.map((name) => join(stateFolder, name))) {
    const stats = statSync(copy, { throwIfNoEntry: false });
    if (stats !== undefined && Date.now() - stats.mtimeMs > dayMs) {
      rmSync(copy, { recursive: true, force: true });
    }
  }
}

function foreignLog(): Failure {
  return new Failure(
    "project-damaged",
    "Beside this project lies a write-ahead log (its name ends in -wal) that belongs to another file or another state of it. Nothing was changed. Move the log away and open the project again, or restore a backup.",
  );
}

function believed(verdict: Verdict): ReadVerdict {
  if (verdict.kind === "refused") {
    throw new Failure(verdict.code, verdict.message);
  }
  return verdict;
}

function refuseFaults(faults: readonly Fault[], kinds: readonly Fault["kind"][]): void {
  const grave = faults.filter(({ kind }) => kinds.includes(kind));
  const [first] = grave;
  if (first !== undefined) {
    const others = grave.length === 1 ? "" : ` (and ${grave.length - 1} more)`;
    throw new Failure(
      "project-damaged",
      `${first.message}${others} The file was not changed. Restore a backup, or save what can be read with “corroboard rescue”.`,
    );
  }
}

function noticesOfFaults(faults: readonly Fault[]): string[] {
  return faults.length === 0
    ? []
    : [
        `Something in this project is not as it was saved (${faults.length} found): check the project to see what.`,
      ];
}

/** `verdict.hashes[0]` is that of the record's place. */
function noticesOfRecord(verdict: ReadVerdict, record: ProjectRecord | null): string[] {
  if (record === null || record.projectId !== verdict.identity.projectId || record.seq === 0) {
    return [];
  }
  if (verdict.hashes[0] === record.hash) {
    return [];
  }
  const missing = record.seq - verdict.identity.seq;
  return [
    missing > 0
      ? `This file is older than the project that was last open here: its ${missing} newest changes are missing. If you did not put an older copy here, look among the backups.`
      : "This file has another history than the project that was last open here. If you did not put another copy here, look among the backups.",
  ];
}
