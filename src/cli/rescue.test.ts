import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import { temporaryFolder } from "#core/testing/temporary-folder";

import { createProject, runCli } from "./testing/run-cli.ts";

it("rescues a damaged project, lists its backups and restores one", async () => {
  const folder = temporaryFolder();
  const environment = { CORROBOARD_STATE_DIR: join(folder, "state") };
  const corroboard = (...words: string[]) => runCli(words, { environment });
  const project = join(folder, "p.corroboard");
  const article = join(folder, "a.txt");
  writeFileSync(article, "A title\n\nTroops would be legitimate targets.\n");
  await corroboard("import", project, article);
  const made = await corroboard("call", project, "backup.make");
  const { id } = JSON.parse(made.stdout) as { id: string };
  const whole = readFileSync(project);
  const damaged = Buffer.from(whole);
  damaged.fill(0, 0, 16);
  writeFileSync(project, damaged);

  expect(await corroboard("check", project)).toMatchObject({ status: 1 });
  const rescued = await corroboard("rescue", project);
  expect(rescued).toMatchObject({ status: 0, stderr: "" });
  expect(rescued.stdout).toContain("Saved: 1 articles");
  expect(rescued.stdout).toContain("Lost: none");
  expect(existsSync(join(folder, "p (rescued).corroboard.losses.txt"))).toBe(true);
  expect(await corroboard("check", join(folder, "p (rescued).corroboard"))).toMatchObject({
    status: 0,
  });
  expect(readFileSync(project)).toEqual(damaged);
  expect(await corroboard("rescue", project)).toMatchObject({ status: 1 });

  const backups = await corroboard("backups", project);
  expect(backups.stdout).toContain(`${id}  asked`);
  const restored = await corroboard("restore", project, id);
  const keptAs = /kept as (?<name>.+)\n$/u.exec(restored.stdout)?.groups?.["name"] ?? "";
  expect(readFileSync(join(folder, keptAs))).toEqual(damaged);
  expect(await corroboard("check", project)).toMatchObject({ status: 0 });
  expect(await corroboard("restore", project, "../x")).toMatchObject({ status: 1 });
});

it("has copies of backups go to any folder that is there, and says which", async () => {
  const folder = temporaryFolder();
  const environment = { CORROBOARD_STATE_DIR: join(folder, "state") };
  const corroboard = (...words: string[]) => runCli(words, { environment });
  const stick = join(realpathSync(folder), "-a stick-");
  const copies = join(stick, "Corroboard backups");
  mkdirSync(stick);
  expect((await corroboard("backup-folder")).stdout).toBe("Backups go to one folder only.\n");
  expect(await corroboard("backup-folder", join(folder, "none"))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("There is no such folder.") as string,
  });
  expect(await corroboard("backup-folder", stick)).toEqual({
    status: 0,
    stdout: `A copy of each backup goes to ${copies}\n`,
    stderr: "",
  });
  const project = join(folder, "p.corroboard");
  createProject(project);
  const { stdout } = await corroboard("call", project, "backup.make");
  const { id } = JSON.parse(stdout) as { id: string };
  const [ofProject = ""] = readdirSync(copies);
  expect(readdirSync(join(copies, ofProject))).toContain(`${id}.corroboard`);
  expect((await corroboard("backup-folder", "--none")).stdout).toContain("one folder only");
});
