import {
  linkSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";

import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import { migrate, migrations } from "./migrate.ts";
import { openProject } from "./open-project.ts";
import { fingerprintOf } from "./schema-fingerprint.ts";

function closedProject(): { folder: string; file: string } {
  const folder = temporaryFolder();
  const file = join(folder, "project.corroboard");
  const core = createTestCore({ projectFile: file });
  importFiles(core, sampleArticles());
  core.ask("claim.create", { statement: "Foreign troops would be targets" });
  core.close();
  return { folder, file };
}

function refusal(code: string) {
  return expect.objectContaining({ code }) as Error;
}

describe("a project with a schema of someone else's", () => {
  const additions: [string, string][] = [
    [
      "a trigger that empties a table",
      "CREATE TRIGGER t AFTER INSERT ON highlight BEGIN DELETE FROM claim; END",
    ],
    [
      "a view in the place of a table",
      "ALTER TABLE relation RENAME TO r; CREATE VIEW relation AS SELECT 1 AS id",
    ],
    [
      "a view without an end in the place of a table",
      `ALTER TABLE claim_wording RENAME TO r; CREATE VIEW claim_wording AS
        WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id FROM c`,
    ],
    [
      "a generated column",
      "ALTER TABLE claim ADD COLUMN z INTEGER AS (length(hex(zeroblob(100000000)))) VIRTUAL",
    ],
    ["a default that is costly", "ALTER TABLE claim ADD COLUMN y TEXT DEFAULT 'x'"],
    ["another table", "CREATE TABLE other (a DEFAULT (randomblob(100000000)))"],
    [
      "a constraint that refuses every row",
      "DROP TABLE ach_rating; CREATE TABLE ach_rating (row_claim_id TEXT CHECK (length(row_claim_id) < 0))",
    ],
    ["another index", "CREATE INDEX i ON claim (statement COLLATE NOCASE) WHERE length(note) > 9"],
    ["a table less", "DROP TABLE ach_rating"],
  ];

  it.each(additions)("is refused as it is: %s", (_what, sql) => {
    const { folder, file } = closedProject();
    const database = new Sqlite(file);
    database.exec(sql);
    database.close();
    const bytes = readFileSync(file);
    expect(() => openProject(file)).toThrow(refusal("project-damaged"));
    expect(() => openProject(file)).toThrow(/corroboard rescue/u);
    expect(readFileSync(file)).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(["project.corroboard"]);
  });

  it("is refused as it is, also when the trigger is still in the write-ahead log", () => {
    const { folder, file } = closedProject();
    const copy = join(folder, "copy.corroboard");
    const database = new Sqlite(file);
    database.exec("CREATE TRIGGER t AFTER INSERT ON highlight BEGIN DELETE FROM claim; END");
    writeFileSync(copy, readFileSync(file));
    writeFileSync(`${copy}-wal`, readFileSync(`${file}-wal`));
    database.close();
    const before = [readFileSync(copy), readFileSync(`${copy}-wal`)];
    expect(() => openProject(copy)).toThrow(refusal("project-damaged"));
    expect([readFileSync(copy), readFileSync(`${copy}-wal`)]).toEqual(before);
    expect(readdirSync(folder)).toEqual([
      "copy.corroboard",
      "copy.corroboard-wal",
      "project.corroboard",
    ]);
  });
});

it("opens what every earlier version made", () => {
  const folder = temporaryFolder();
  for (const [index] of migrations.entries()) {
    const file = join(folder, `v${index + 1}.corroboard`);
    const database = new Sqlite(file);
    migrate(database, index + 1);
    database.close();
    const opened = openProject(file);
    expect(opened.pragma("user_version", { simple: true })).toBe(migrations.length);
    opened.close();
  }
});

it("has one fingerprint for one schema, in whatever order it was made", () => {
  const one = new Sqlite(":memory:");
  one.exec("CREATE TABLE a (x); CREATE TABLE b (y)");
  const other = new Sqlite(":memory:");
  other.exec("CREATE TABLE b (y); CREATE TABLE a (x)");
  expect(fingerprintOf(one)).toBe(fingerprintOf(other));
  other.exec("DROP TABLE a; CREATE TABLE a (x UNIQUE)");
  expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
});

describe("a project file that is not whole", () => {
  const changes: [string, string, (file: string) => void][] = [
    ["its end", "project-damaged", (file) => truncateSync(file, readFileSync(file).length - 4_096)],
    ["half of it", "project-damaged", (file) => truncateSync(file, readFileSync(file).length >> 1)],
    ["all but its header", "project-damaged", (file) => truncateSync(file, 100)],
    ["a version of ours", "project-damaged", (file) => patch(file, 60, [0xff, 0xff, 0xff, 0xff])],
    ["a known file format", "project-too-new", (file) => patch(file, 18, [9, 9])],
    ["a page size", "project-damaged", (file) => patch(file, 16, [0, 3])],
  ];
  it.each(changes)("is refused as it is without %s", (_what, code, change) => {
    const { folder, file } = closedProject();
    change(file);
    const bytes = readFileSync(file);
    expect(() => openProject(file)).toThrow(refusal(code));
    expect(readFileSync(file)).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(["project.corroboard"]);
  });
});

describe("a project file with two names", () => {
  it("is opened by its own name through a symbolic link", () => {
    const { folder, file } = closedProject();
    const link = join(folder, "link.corroboard");
    symlinkSync(file, link);
    const owner = openProject(link);
    expect(() => openProject(file)).toThrow(refusal("project-locked"));
    expect(readdirSync(folder)).toContain("project.corroboard-wal");
    owner.close();
  });

  it("is refused when the other one is a hard link", () => {
    const { folder, file } = closedProject();
    linkSync(file, join(folder, "twin.corroboard"));
    expect(() => openProject(file)).toThrow(refusal("conflict"));
  });

  it("is opened when the other one is the draft that it was made from", () => {
    const { folder, file } = closedProject();
    linkSync(file, `${file}.123.new`);
    openProject(file).close();
    expect(readdirSync(folder)).toEqual(["project.corroboard"]);
  });
});

function patch(file: string, offset: number, bytes: readonly number[]): void {
  const contents = readFileSync(file);
  contents.set(bytes, offset);
  writeFileSync(file, contents);
}
