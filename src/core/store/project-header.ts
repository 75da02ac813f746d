import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  statSync,
} from "node:fs";

import { Failure } from "#contract/failure";

import { applicationId, migrations } from "./migrate.ts";

/** What a project file says of itself before SQLite touches it. */
export type ProjectHeader = {
  /** Number of the newest migration in the file, from 1. */
  readonly version: number;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Above 0 when the process that had the file open did not end in order, or has it open now. */
  readonly walBytes: number;
};

/**
 * Reads the first 100 bytes and refuses what is not a whole project of ours, so that such a file stays as
 * it is and nothing appears beside it.
 * Offsets: https://www.sqlite.org/fileformat2.html#the_database_header
 * @throws Failure
 */
export function readProjectHeader(file: string): ProjectHeader {
  const stats = statSync(file);
  if (!stats.isFile()) {
    throw new Failure("unsupported-format", "This is a folder, not a Corroboard project file.");
  }
  const header = Buffer.alloc(100);
  const descriptor = openToRead(file);
  let length: number;
  let sizeBytes: number;
  try {
    length = readSync(descriptor, header, 0, 100, 0);
    sizeBytes = fstatSync(descriptor).size;
  } finally {
    closeSync(descriptor);
  }
  const walBytes = sizeOfWal(file);
  refuseForeign(header, length);
  refuseCut(header, sizeBytes, walBytes);
  return { version: header.readInt32BE(60), sizeBytes, modifiedMs: stats.mtimeMs, walBytes };
}

function openToRead(file: string): number {
  try {
    // A project that is opened is also written to; better to say so before anything else happens.
    accessSync(file, constants.R_OK | constants.W_OK);
    return openSync(file, "r");
  } catch (error) {
    throw new Failure(
      "conflict",
      "This project cannot be written to. Check the permissions of the file and of its folder.",
      { cause: error },
    );
  }
}

/** 0 when there is no write-ahead log. */
export function sizeOfWal(file: string): number {
  const wal = `${file}-wal`;
  return existsSync(wal) ? statSync(wal).size : 0;
}

function refuseForeign(header: Buffer, length: number): void {
  if (length === 0) {
    throw new Failure(
      "project-damaged",
      "This file is empty. Open a copy that you kept, or choose a new name to start a project.",
    );
  }
  if (
    length < 100 ||
    header.toString("latin1", 0, 16) !== "SQLite format 3\0" ||
    header.readUInt32BE(68) !== applicationId
  ) {
    throw new Failure(
      "unsupported-format",
      "This is not a Corroboard project file. Choose a file that ends in .corroboard.",
    );
  }
  const version = header.readInt32BE(60);
  // 2 is the write-ahead log; what a higher number means is not known yet.
  const format = Math.max(header.readUInt8(18), header.readUInt8(19));
  if (version > migrations.length || format > 2) {
    throw new Failure(
      "project-too-new",
      "This project was made by a newer Corroboard. Update Corroboard to open it; the file was not changed.",
    );
  }
  if (version < 1) {
    throw damaged("its version number makes no sense");
  }
}

/** With a write-ahead log, the end of the file may still be in the log. */
function refuseCut(header: Buffer, sizeBytes: number, walBytes: number): void {
  const written = header.readUInt16BE(16);
  const pageBytes = written === 1 ? 65_536 : written;
  if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0) {
    throw damaged("its page size makes no sense");
  }
  const isSizeKnown = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (walBytes === 0 && isSizeKnown && sizeBytes < header.readUInt32BE(28) * pageBytes) {
    throw damaged("its end is missing");
  }
}

function damaged(what: string): Failure {
  return new Failure(
    "project-damaged",
    `This project file is damaged: ${what}. It was not changed. Open a copy of it that you kept.`,
  );
}
