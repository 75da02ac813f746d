import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { runRandomSession } from "../testing/random-session.ts";
import { stateHash } from "../testing/state-hash.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import { runsOf } from "../testing/thorough.ts";
import { rescueProject } from "./rescue-project.ts";
import { textOfReport } from "./rescue-report.ts";

const pageBytes = 4_096;

/** A closed project with the five articles and a random analysis. */
function closedProject(seed = 1): { folder: string; file: string; out: string } {
  const folder = temporaryFolder();
  const file = join(folder, "p.corroboard");
  const core = createTestCore({ projectFile: file });
  importFiles(core, sampleArticles());
  runRandomSession(core.ask, { seed, steps: 150 });
  core.ask("claim.create", { statement: "The last claim" });
  core.close();
  return { folder, file, out: join(folder, "rescued.corroboard") };
}

function change(file: string, edit: (bytes: Buffer) => void): Buffer {
  const bytes = readFileSync(file);
  edit(bytes);
  writeFileSync(file, bytes);
  return bytes;
}

/** First page of a table's or index's tree. */
function rootOf(file: string, name: string): number {
  const database = new Sqlite(file, { readonly: true });
  const root = database
    .prepare<[string], number>("SELECT rootpage FROM sqlite_schema WHERE name = ?")
    .pluck()
    .get(name);
  database.close();
  return root ?? 0;
}

function overwritePage(file: string, page: number): void {
  change(file, (bytes) => bytes.fill(0xa5, (page - 1) * pageBytes, page * pageBytes));
}

async function expectAllSaved({ file, out }: { file: string; out: string }, hash: string) {
  const report = await rescueProject(file, out);
  expect(report).toMatchObject({ losses: [], faults: [] });
  expect(stateHash(out)).toBe(hash);
  return report;
}

describe("rescuing a project", () => {
  it("saves all of one that is sound, with its undo history", async () => {
    const project = closedProject();
    const hash = stateHash(project.file);
    const before = readFileSync(project.file);
    const report = await expectAllSaved(project, hash);
    expect(report.repairs).toEqual([]);
    expect(readFileSync(project.file)).toEqual(before);
    const core = createTestCore({ projectFile: project.out, newId: laterIds() });
    core.ask("history.undo", {});
    expect(core.ask("claim.list", {}).map(({ statement }) => statement)).not.toContain(
      "The last claim",
    );
    core.close();
  });

  it.each([
    "claim",
    "evidence",
    "highlight",
    "highlight_tag",
    "canonical_text",
    "block",
    "article",
    "card",
    "project",
    "sqlite_autoindex_highlight_1",
    "highlight_by_article",
  ])("saves all when the first page of %s is destroyed", async (name) => {
    const project = closedProject();
    const hash = stateHash(project.file);
    const { title } = readTitle(project.file);
    overwritePage(project.file, rootOf(project.file, name));
    const report = await rescueProject(project.file, project.out);
    if (name === "project") {
      // Its row is not in the journal until the project is renamed.
      expect(readTitle(project.out).title).toBe("Rescued project");
      expect(report.faults).toEqual([]);
      return;
    }
    expect(report).toMatchObject({ losses: [], faults: [] });
    expect(stateHash(project.out)).toBe(hash);
    expect(readTitle(project.out).title).toBe(title);
  });

  it("saves all when the journal's first page is destroyed, but for the steps of undo", async () => {
    const project = closedProject();
    overwritePage(project.file, rootOf(project.file, "change"));
    const report = await rescueProject(project.file, project.out);
    expect(report.faults).toEqual([]);
    expect(report.losses).toHaveLength(1);
    expect(report.losses[0]).toMatch(/^The journal is broken after change \d+:/u);
    expect(stateHash(project.out)).toBe(stateHash(project.file));
  });

  it("saves articles and all records when the schema itself is destroyed", async () => {
    const project = closedProject();
    const core = createTestCore({ projectFile: project.file, newId: laterIds() });
    const claims = core.ask("claim.list", {});
    core.close();
    overwritePage(project.file, 1);
    const report = await rescueProject(project.file, project.out);
    expect(report.losses).toEqual([
      expect.stringMatching(/^The journal is broken after change \d+/u),
      expect.stringMatching(/^Of these records some could not be read/u),
    ]);
    expect(report.faults).toEqual([]);
    const rescued = createTestCore({ projectFile: project.out, newId: laterIds() });
    expect(rescued.ask("claim.list", {})).toEqual(claims);
    rescued.close();
  });

  it("saves all when the first bytes are wrong", async () => {
    const project = closedProject();
    const hash = stateHash(project.file);
    change(project.file, (bytes) => bytes.write("XQLite format 3\0", "latin1"));
    const report = await expectAllSaved(project, hash);
    expect(report.repairs).toHaveLength(1);
  });

  it("says what it could not save when half of the file is gone", async () => {
    const project = closedProject();
    truncateSync(
      project.file,
      Math.floor(readFileSync(project.file).length / 2 / pageBytes) * pageBytes,
    );
    const report = await rescueProject(project.file, project.out);
    expect(report.losses.length).toBeGreaterThan(0);
    expect(textOfReport(report)).toContain("Lost: ");
    const core = createTestCore({ projectFile: project.out, newId: laterIds() });
    expect(core.ask("project.check", {}).faults).toEqual([]);
    core.close();
  });

  it("takes the records of a project with foreign objects, and runs none of these", async () => {
    const project = closedProject();
    const hash = stateHash(project.file);
    const database = new Sqlite(project.file);
    database.exec(`
      CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM claim; END;
      ALTER TABLE relation RENAME TO r;
      CREATE VIEW relation AS WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
        SELECT x AS id, x AS from_claim_id, x AS to_claim_id, 'refines' AS type, '' AS note, '' AS created_at FROM c;
      CREATE TABLE other (a, b AS (length(hex(zeroblob(100000000)))) VIRTUAL);
    `);
    database.close();
    await expectAllSaved(project, hash); // the relations are in the journal
  });

  it("reads a change that is only in the write-ahead log, and not the log of another file", async () => {
    const project = closedProject();
    const core = createTestCore({ projectFile: project.file, newId: laterIds() });
    core.ask("claim.create", { statement: "Only in the log" });
    const killed = join(project.folder, "killed.corroboard");
    copyFileSync(project.file, killed);
    copyFileSync(`${project.file}-wal`, `${killed}-wal`);
    core.close();
    await expectAllSaved({ file: killed, out: project.out }, stateHash(project.file));

    const other = closedProject(2);
    const hash = stateHash(other.file);
    copyFileSync(`${killed}-wal`, `${other.file}-wal`);
    const before = readdirSync(other.folder).toSorted();
    const report = await rescueProject(other.file, other.out);
    expect(report.repairs[0]).toContain("write-ahead log");
    expect(stateHash(other.out)).toBe(hash);
    expect(readdirSync(other.folder).toSorted()).toEqual(
      [...before, "rescued.corroboard"].toSorted(),
    );
  });

  it("writes over nothing", async () => {
    const { file, out } = closedProject();
    writeFileSync(out, "mine");
    await expect(rescueProject(file, out)).rejects.toMatchObject({ code: "conflict" });
    await expect(rescueProject(`${file}x`, `${out}x`)).rejects.toMatchObject({ code: "not-found" });
    expect(readFileSync(out, "utf8")).toBe("mine");
  });

  it("makes a sound project of a file with damage anywhere, and loses no article text silently", async () => {
    const project = closedProject();
    const bytes = readFileSync(project.file);
    const pages = bytes.length / pageBytes;
    const whole = await rescueProject(project.file, project.out);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 2, max: pages }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat({ max: bytes.length - 101 }), { maxLength: 40 }),
        async (destroyed, flipped) => {
          run += 1;
          const file = join(project.folder, `damaged-${run}.corroboard`);
          const damaged = Buffer.from(bytes);
          for (const page of destroyed) {
            damaged.fill(0xa5, (page - 1) * pageBytes, page * pageBytes);
          }
          for (const at of flipped) {
            damaged.writeUInt8(damaged.readUInt8(at + 100) ^ (1 << (at % 8)), at + 100);
          }
          writeFileSync(file, damaged);
          const report = await rescueProject(file, `${file}.out`);
          const grave = report.faults.filter(({ kind }) =>
            ["database", "link", "article", "journal", "record"].includes(kind),
          );
          expect(grave).toEqual([]);
          expect(report.saved.articles + report.losses.length).toBeGreaterThanOrEqual(
            whole.saved.articles,
          );
        },
      ),
      // One flipped bit in the state of a change, which no hash covers.
      { numRuns: runsOf(4), examples: [[[2], [462_741]]] },
    );
  });
});

function readTitle(file: string): { title: string } {
  const core = createTestCore({ projectFile: file, newId: laterIds() });
  const { title } = core.ask("project.read", {});
  core.close();
  return { title };
}

function laterIds(): () => string {
  let next = 0xf0000;
  return () => {
    next += 1;
    return `00000000-0000-7000-8000-${next.toString(16).padStart(12, "0")}`;
  };
}
