import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";

import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore } from "../testing/test-core.ts";
import { migrations } from "./migrate.ts";
import { closeProject, openProject, reopenProject } from "./open-project.ts";
import { readIdentity } from "./project-identity.ts";

function closedProject(): { folder: string; file: string } {
  const folder = temporaryFolder();
  const file = join(folder, "project.corroboard");
  createTestCore({ projectFile: file }).close();
  return { folder, file };
}

it("leaves one file behind", () => {
  const { folder } = closedProject();
  expect(readdirSync(folder)).toEqual(["project.corroboard"]);
});

it("opens a new project whose process was killed before it wrote anything more", () => {
  const folder = temporaryFolder();
  const file = join(folder, "project.corroboard");
  const script = `
    import { createCore } from ${JSON.stringify(import.meta.resolve("../create-core.ts"))};
    const core = createCore({ projectFile: ${JSON.stringify(file)} });
    core.dispatch("tag.create", { name: "Threat" });
    process.kill(process.pid, "SIGKILL");`;
  const { signal } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: import.meta.dirname,
  });
  expect(signal).toBe("SIGKILL");
  const core = createTestCore({ projectFile: file });
  expect(core.ask("tag.list", {}).map((tag) => tag.name)).toEqual(["Threat"]);
  core.close();
});

it("writes through to the disk on every open", () => {
  const { file } = closedProject();
  const database = openProject(file);
  database.exec("UPDATE project SET title = title"); // the first write in WAL is what lowers it elsewhere
  expect(database.pragma("synchronous", { simple: true })).toBe(2);
  expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
  database.close();
});

it("opens a project again only where it is, and never makes a new one", () => {
  const { folder, file } = closedProject();
  const database = openProject(file);
  const { projectId } = readIdentity(database);
  closeProject(database);
  reopenProject(file, projectId).close();
  expect(() => reopenProject(file, "another")).toThrow(
    expect.objectContaining({ code: "conflict" }) as Error,
  );
  rmSync(file);
  expect(() => reopenProject(file, projectId)).toThrow(
    expect.objectContaining({ code: "drive-failed" }) as Error,
  );
  expect(readdirSync(folder)).toEqual([]);
});

it("tells a second owner that the project is open", () => {
  const { file } = closedProject();
  const owner = openProject(file);
  expect(() => openProject(file)).toThrow(
    expect.objectContaining({ code: "project-locked" }) as Error,
  );
  owner.close();
  openProject(file).close();
});

it.each([
  ["an empty file", Buffer.alloc(0), "project-damaged"],
  ["a text file", Buffer.from("not a database".repeat(20)), "unsupported-format"],
  ["a truncated file", Buffer.from("SQLite format 3\0"), "unsupported-format"],
])("refuses %s and leaves it as it is", (_name, bytes, code) => {
  const folder = temporaryFolder();
  const file = join(folder, "other.corroboard");
  writeFileSync(file, bytes);
  expect(() => openProject(file)).toThrow(expect.objectContaining({ code }) as Error);
  expect(readFileSync(file)).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(["other.corroboard"]);
});

it("refuses another program's database and leaves it as it is", () => {
  const folder = temporaryFolder();
  const file = join(folder, "other.corroboard");
  const other = new Sqlite(file);
  other.exec("CREATE TABLE note (id INTEGER)");
  other.close();
  const bytes = readFileSync(file);
  expect(() => openProject(file)).toThrow(
    expect.objectContaining({ code: "unsupported-format" }) as Error,
  );
  expect(readFileSync(file)).toEqual(bytes);
});

it("refuses a project of a newer version and leaves it as it is", () => {
  const { folder, file } = closedProject();
  const database = new Sqlite(file);
  database.pragma(`user_version = ${migrations.length + 1}`);
  database.pragma("journal_mode = DELETE");
  database.close();
  const bytes = readFileSync(file);
  expect(() => openProject(file)).toThrow(
    expect.objectContaining({ code: "project-too-new" }) as Error,
  );
  expect(readFileSync(file)).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(["project.corroboard"]);
});
