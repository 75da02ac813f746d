import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

import Sqlite from "better-sqlite3";

import { Failure } from "#contract/failure";
import { ProjectId } from "#contract/ids";
import { Moment, nameText } from "#contract/text";

import { distrust } from "../store/open-project.ts";
import { sizeOfWal } from "../store/project-header.ts";
import { goldenDatabase } from "../store/schema-fingerprint.ts";
import { belongsToFile } from "../store/wal-belongs.ts";
import { buildRescuedProject } from "./build-rescued-project.ts";
import { readTable, tableShapes } from "./read-tables.ts";
import type { ReadRow, TableShape } from "./read-tables.ts";
import type { RescueReport } from "./rescue-report.ts";
import { addContentOfRecord, addContentOfRow, addTextsOfOriginals } from "./salvage-content.ts";
import type { SalvagedContent } from "./salvage-content.ts";
import { changeOfRecord, changeOfRow } from "./salvage-journal.ts";
import type { SalvagedChange } from "./salvage-journal.ts";
import { scanPages } from "./scan-pages.ts";
import type { ScannedRecord } from "./scan-pages.ts";

/**
 * Saves everything that can be read of a damaged or hostile project file into a new project. Works on a
 * private copy: the file is only read. Rows are read one by one, around what is damaged; then page by
 * page; and what a table lost is taken from the journal, which holds an image of every record.
 * @throws Failure when the new name is taken, or the file is not there
 */
export async function rescueProject(file: string, out: string): Promise<RescueReport> {
  if (!existsSync(file)) {
    throw new Failure("not-found", `There is no file ${basename(file)}.`);
  }
  if (existsSync(out)) {
    throw new Failure("conflict", `${basename(out)} exists already; nothing was written.`);
  }
  if (!existsSync(dirname(out))) {
    throw new Failure("not-found", `There is no folder to write ${basename(out)} into.`);
  }
  const folder = mkdtempSync(join(tmpdir(), "corroboard-rescue-"));
  try {
    const repairs: string[] = [];
    const copy = join(folder, "project");
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    if (sizeOfWal(file) > 0) {
      if (await belongsToFile(copy, `${file}-wal`)) {
        copyFileSync(`${file}-wal`, `${copy}-wal`);
      } else {
        repairs.push(
          "The write-ahead log beside the file (its name ends in -wal) belongs to another file and was left out.",
        );
      }
    }
    if (mendHeader(copy)) {
      repairs.push("The first bytes of the file were damaged and were set right in the copy.");
    }
    const salvage = readAll(copy);
    return buildRescuedProject(out, salvage, repairs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export type Salvage = {
  readonly rows: ReadonlyMap<string, readonly ReadRow[]>;
  readonly changes: readonly SalvagedChange[];
  readonly content: SalvagedContent;
  /** Tables that were not read from end to end. */
  readonly brokenTables: ReadonlySet<string>;
};

function readAll(copy: string): Salvage {
  const rows = new Map<string, readonly ReadRow[]>();
  const changes: SalvagedChange[] = [];
  const content: SalvagedContent = { originals: new Map(), texts: new Map() };
  const brokenTables = new Set<string>();
  readByTables(copy, (shape, read) => {
    if (read === null || read.unreadable > 0) {
      brokenTables.add(shape.name);
    }
    if (read === null) {
      return;
    }
    if (shape.name === "change") {
      changes.push(...read.rows.flatMap((row) => changeOfRow(row) ?? []));
    } else if (shape.name === "original" || shape.name === "canonical_text") {
      for (const row of read.rows) {
        addContentOfRow(content, shape.name, row);
      }
    } else {
      rows.set(shape.name, read.rows);
    }
  });
  for (const record of scanPages(copy)) {
    addContentOfRecord(content, record);
    const project = projectOfRecord(record);
    if (project !== null && (rows.get("project") ?? []).length === 0) {
      rows.set("project", [project]);
    }
    const change = changeOfRecord(record);
    if (change !== null) {
      changes.push(change);
    }
  }
  addTextsOfOriginals(content);
  return { rows, changes, content, brokenTables };
}

/** The one row that is in no journal until the project is renamed, and by whose id its backups are found. */
function projectOfRecord({ values }: ScannedRecord): ReadRow | null {
  const [id, title, createdAt] = values.map((value) =>
    typeof value === "object" && value?.kind === "text" ? value.bytes.toString("utf8") : null,
  );
  return values.length === 3 &&
    ProjectId.safeParse(id).success &&
    nameText.safeParse(title).success &&
    Moment.safeParse(createdAt).success
    ? { id: id ?? null, title: title ?? null, created_at: createdAt ?? null }
    : null;
}

/** A file that SQLite cannot open at all is left to the scan of its pages. */
function readByTables(
  copy: string,
  take: (shape: TableShape, read: ReturnType<typeof readTable>) => void,
): void {
  const golden = goldenDatabase();
  const shapes = tableShapes(golden);
  golden.close();
  const database = new Sqlite(copy);
  try {
    distrust(database);
    // Brings the log into the copy, so that the scan of its pages sees everything.
    attemptQuietly(() => database.pragma("wal_checkpoint(TRUNCATE)"));
    attemptQuietly(() => database.pragma("query_only = ON"));
    for (const shape of shapes.filter(({ name }) => name !== "block")) {
      take(shape, readTable(database, shape));
    }
  } finally {
    database.close();
  }
}

function attemptQuietly(step: () => unknown): void {
  try {
    step();
  } catch {
    // Reading goes on without.
  }
}

/** What every file of ours begins with, in a copy that says otherwise. Returns whether it did. */
function mendHeader(copy: string): boolean {
  const descriptor = openSync(copy, "r+");
  try {
    const header = Buffer.alloc(100);
    readSync(descriptor, header, 0, 100, 0);
    const mended = Buffer.from(header);
    mended.write("SQLite format 3\0", 0, "latin1");
    const format = mended.readUInt8(18);
    if (format !== 1 && format !== 2) {
      mended.writeUInt8(2, 18);
    }
    mended.writeUInt8(mended.readUInt8(18), 19);
    // Payload fractions and text encoding, which are the same in every file of ours.
    mended.set([64, 32, 32], 21);
    mended.writeUInt32BE(1, 56);
    if (mended.equals(header)) {
      return false;
    }
    writeSync(descriptor, mended, 0, 100, 0);
    return true;
  } finally {
    closeSync(descriptor);
  }
}
