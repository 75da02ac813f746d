import {
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";

import { temporaryFolder } from "../testing/temporary-folder.ts";
import type { TestCore } from "../testing/test-core.ts";
import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import { checkProjectFile } from "./check-project-file.ts";
import { openProject } from "./open-project.ts";
import { prepareToOpen } from "./prepare-to-open.ts";
import { readIdentity } from "./project-identity.ts";
import { writeProjectRecord } from "./project-record.ts";
import { verifyElsewhere } from "./verify-elsewhere.ts";

type Files = { readonly folder: string; readonly state: string; readonly file: string };

function newFiles(): Files {
  const folder = temporaryFolder();
  return { folder, state: join(folder, "state"), file: join(folder, "project.corroboard") };
}

function work(core: TestCore, claims: number): void {
  for (let index = 0; index < claims; index += 1) {
    core.ask("claim.create", { statement: `Claim ${index}` });
  }
}

/** Makes a project whose last changes are in its log only, as after a kill. */
function killedProject({ file }: Files, claims: number): void {
  const source = `${file}.source`;
  const core = createTestCore({ projectFile: source });
  importFiles(core, sampleArticles());
  core.close();
  const again = createTestCore({ projectFile: source, newId: idsFrom(1_000) });
  work(again, claims);
  copyFileSync(source, file);
  copyFileSync(`${source}-wal`, `${file}-wal`);
  again.close();
}

function idsFrom(first: number): () => string {
  let next = first;
  return () => {
    next += 1;
    return `00000000-0000-7000-8000-${next.toString(16).padStart(12, "0")}`;
  };
}

/** As the host does after it closed the project. */
function record({ file, state }: Files): void {
  const database = openProject(file);
  const { projectId, seq, hash } = readIdentity(database);
  database.close();
  const { size: sizeBytes, mtimeMs: modifiedMs } = statSync(file);
  writeProjectRecord(state, file, { projectId, seq, hash, closed: { sizeBytes, modifiedMs } });
}

function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), "base64")]),
  );
}

describe("looking at a project before it is opened", () => {
  it("finds nothing to say of a new, a closed and a received one", async () => {
    const files = newFiles();
    expect(await prepareToOpen(files.file, files.state)).toEqual([]);
    const core = createTestCore({ projectFile: files.file });
    importFiles(core, sampleArticles());
    core.close();
    expect(await prepareToOpen(files.file, files.state)).toEqual([]);
    record(files);
    expect(await prepareToOpen(files.file, files.state)).toEqual([]);
  });

  it("accepts what a killed process left, and leaves it as it is", async () => {
    const files = newFiles();
    killedProject(files, 20);
    const before = contentsOf(files.folder);
    expect(await prepareToOpen(files.file, files.state)).toEqual([]);
    expect(contentsOf(files.folder)).toEqual(before);
    expect(readdirSync(files.state)).toEqual([]);
    const core = createTestCore({ projectFile: files.file });
    expect(core.ask("claim.list", {})).toHaveLength(20);
    core.close();
  });

  it("says at once that a project is open", async () => {
    const files = newFiles();
    const core = createTestCore({ projectFile: files.file });
    work(core, 1);
    await expect(prepareToOpen(files.file, files.state)).rejects.toMatchObject({
      code: "project-locked",
    });
    core.close();
  });

  it("refuses a write-ahead log of another project, and leaves both as they are", async () => {
    const files = newFiles();
    killedProject(files, 60);
    const other = createTestCore({
      projectFile: files.file.replace("project", "other"),
      newId: idsFrom(5_000),
    });
    importFiles(other, sampleArticles());
    work(other, 50);
    other.close();
    copyFileSync(files.file.replace("project", "other"), files.file);
    const before = contentsOf(files.folder);
    await expect(prepareToOpen(files.file, files.state)).rejects.toMatchObject({
      code: "project-damaged",
      message: expect.stringContaining("write-ahead log") as string,
    });
    expect(contentsOf(files.folder)).toEqual(before);
  });

  it("refuses a write-ahead log of another state of the project", async () => {
    const files = newFiles();
    const core = createTestCore({ projectFile: files.file });
    importFiles(core, sampleArticles());
    core.close();
    const old = readFileSync(files.file);
    for (const round of [1, 2]) {
      const later = createTestCore({ projectFile: files.file, newId: idsFrom(round * 10_000) });
      work(later, round === 1 ? 100 : 20);
      if (round === 2) {
        copyFileSync(`${files.file}-wal`, `${files.file}.kept-wal`);
      }
      later.close();
    }
    writeFileSync(files.file, old);
    copyFileSync(`${files.file}.kept-wal`, `${files.file}-wal`);
    await expect(prepareToOpen(files.file, files.state)).rejects.toMatchObject({
      code: "project-damaged",
    });
  });

  it("tells that an older copy was put in the place of the project", async () => {
    const files = newFiles();
    const core = createTestCore({ projectFile: files.file });
    work(core, 3);
    core.close();
    const old = readFileSync(files.file);
    const later = createTestCore({ projectFile: files.file, newId: idsFrom(1_000) });
    work(later, 4);
    later.close();
    record(files);
    writeFileSync(files.file, old);
    expect(await prepareToOpen(files.file, files.state)).toEqual([
      expect.stringContaining("its 4 newest changes are missing"),
    ]);
  });

  it("refuses a damaged page when the file was touched since it was closed", async () => {
    const files = newFiles();
    const core = createTestCore({ projectFile: files.file });
    importFiles(core, sampleArticles());
    core.close();
    record(files);
    const bytes = readFileSync(files.file);
    bytes.fill(0xa5, 4_096 * 3, 4_096 * 4);
    writeFileSync(files.file, bytes);
    await expect(prepareToOpen(files.file, files.state)).rejects.toMatchObject({
      code: "project-damaged",
    });
    expect(readFileSync(files.file)).toEqual(bytes);
  });

  it("tells of a record that was changed behind the journal's back", async () => {
    const files = newFiles();
    const core = createTestCore({ projectFile: files.file });
    work(core, 1);
    core.close();
    const database = new Sqlite(files.file);
    database.exec("UPDATE claim SET statement = 'Another one'");
    database.close();
    expect(await prepareToOpen(files.file, files.state)).toEqual([
      expect.stringContaining("not as it was saved (1 found)"),
    ]);
  });

  it("refuses a truncated file", async () => {
    const files = newFiles();
    createTestCore({ projectFile: files.file }).close();
    truncateSync(files.file, statSync(files.file).size - 1);
    await expect(prepareToOpen(files.file, files.state)).rejects.toMatchObject({
      code: "project-damaged",
    });
  });
});

describe("checking a file that is not open", () => {
  it("finds nothing wrong with a closed one and with what a killed process left", async () => {
    const files = newFiles();
    killedProject(files, 3);
    const before = contentsOf(files.folder);
    expect(await checkProjectFile(files.file)).toMatchObject({ ok: true, articles: 5, claims: 3 });
    expect(contentsOf(files.folder)).toEqual(before);
    createTestCore({ projectFile: files.file }).close();
    expect(await checkProjectFile(files.file)).toMatchObject({ ok: true, articles: 5, claims: 3 });
  });

  it("names what is wrong with one that cannot be opened, and changes nothing", async () => {
    const files = newFiles();
    const core = createTestCore({ projectFile: files.file });
    importFiles(core, sampleArticles());
    work(core, 1);
    core.close();
    const database = new Sqlite(files.file);
    const { rootpage } = database
      .prepare<[], { rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'claim'")
      .get() ?? { rootpage: 0 };
    database.close();
    const bytes = readFileSync(files.file);
    bytes.fill(0xa5, 4_096 * (rootpage - 1), 4_096 * rootpage);
    writeFileSync(files.file, bytes);
    const report = await checkProjectFile(files.file);
    expect(report).toMatchObject({ ok: false, articles: 5 });
    expect(report.faults.length).toBeGreaterThan(0);
    expect(readFileSync(files.file)).toEqual(bytes);
  });

  it("says of an open one that it is open", async () => {
    const files = newFiles();
    const core = createTestCore({ projectFile: files.file });
    await expect(checkProjectFile(files.file)).rejects.toMatchObject({ code: "project-locked" });
    work(core, 1);
    await expect(checkProjectFile(files.file)).rejects.toMatchObject({ code: "project-locked" });
    core.close();
  });
});

it("kills a process that does not come to an end", async () => {
  const { file, folder } = newFiles();
  createTestCore({ projectFile: file }).close();
  const entry = join(folder, "endless.mjs");
  writeFileSync(entry, "process.on('message', () => {}); for (;;) {}");
  const verdict = await verifyElsewhere(
    { file, level: "quick", seqs: [] },
    { deadlineMs: 300, entry: new URL(`file://${entry}`) },
  );
  expect(verdict).toMatchObject({ kind: "refused", code: "project-damaged", isLate: true });
});
