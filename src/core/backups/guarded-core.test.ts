import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";

import type { ChangeEvent } from "#contract/changes";
import { requests } from "#contract/requests";
import type { InputOf, OutputOf, RequestName } from "#contract/requests";

import { migrate, migrations } from "../store/migrate.ts";
import { stateHash } from "../testing/state-hash.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import { writeBackupSettings } from "./backup-settings.ts";
import { openGuardedCore } from "./guarded-core.ts";
import type { GuardedCore, GuardedCoreOptions } from "./guarded-core.ts";
import { listBackupsOf, restoreBackupOf } from "./restore-closed.ts";

type Guarded = GuardedCore & {
  readonly ask: <Name extends RequestName>(
    name: Name,
    input: InputOf<Name>,
  ) => Promise<OutputOf<Name>>;
};

type Place = { readonly projectFile: string; readonly stateFolder: string };

function newPlace(): Place {
  const folder = temporaryFolder();
  return { projectFile: join(folder, "p.corroboard"), stateFolder: join(folder, "state") };
}

async function open(place: Place, options: Partial<GuardedCoreOptions> = {}): Promise<Guarded> {
  const core = await openGuardedCore({ ...place, who: "tester", ...options });
  onTestFinished(() => core.close().catch(() => {}));
  return {
    ...core,
    ask: async (name, input) => {
      const reply = await core.dispatch(name, input);
      if (!reply.ok) {
        throw Object.assign(new Error(reply.failure.message), { code: reply.failure.code });
      }
      return requests[name].output.parse(reply.value) as never;
    },
  };
}

/** A closed project with the five articles and one claim. */
function closedProject({ projectFile }: Place): void {
  const core = createTestCore({ projectFile });
  importFiles(core, sampleArticles());
  core.ask("claim.create", { statement: "Foreign troops would be targets" });
  core.close();
}

async function newestBackup(core: Guarded, count: number) {
  for (;;) {
    const { backups } = await core.ask("backup.list", {});
    const newest = backups[0];
    if (newest !== undefined && backups.length >= count) {
      return newest;
    }
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

describe("backups that make themselves", () => {
  it("are made on opening what has none yet, before the first change, and at most every ten minutes", async () => {
    const place = newPlace();
    closedProject(place);
    const core = await open(place);
    await core.ask("claim.create", { statement: "A later claim" });
    const backup = await newestBackup(core, 1);
    expect(backup).toMatchObject({
      reason: "opened",
      seq: 2,
      isGood: true,
      contents: { articles: 5, highlights: 0, claims: 1, changes: 2 },
    });
    await core.close();
    const again = await open(place);
    await again.ask("claim.create", { statement: "A third claim" });
    expect((await again.ask("backup.list", {})).backups).toHaveLength(1);
    await again.close();

    const later = new Date(Date.now() + 11 * 60_000).toISOString();
    const third = await open(place, { now: () => later });
    expect((await newestBackup(third, 2)).contents.claims).toBe(3);
    await third.close();
    const fourth = await open(place, {
      now: () => new Date(Date.now() + 30 * 60_000).toISOString(),
    });
    await fourth.ask("tag.create", { name: "Pledge" });
    expect((await fourth.ask("backup.list", {})).backups).toHaveLength(2);
  });

  it("are not made of a project in which nothing was done", async () => {
    const core = await open(newPlace());
    await core.ask("project.read", {});
    await core.ask("tag.create", { name: "Pledge" });
    expect(await core.ask("backup.list", {})).toEqual({ backups: [], notices: [] });
  });

  it("are made before an import and before the removal of many things", async () => {
    const place = newPlace();
    const core = await open(place);
    for (let index = 0; index < 12; index += 1) {
      await core.ask("claim.create", { statement: `Claim ${index}` });
    }
    const claims = await core.ask("claim.list", {});
    await core.ask("claim.trash", { claimIds: claims.map(({ id }) => id) });
    const backup = await newestBackup(core, 1);
    expect(backup).toMatchObject({ reason: "before-removal", contents: { claims: 12 } });
    const { upload } = await core.ask("upload.put", { bytes: Buffer.from("A title\n\nA text.\n") });
    await core.ask("article.import", { files: [{ name: "a.txt", upload }] });
    expect(await newestBackup(core, 2)).toMatchObject({ reason: "before-import", seq: 13 });
  });

  it("are made again and again while something changes", async () => {
    const place = newPlace();
    const core = await openGuardedCore({ ...place, backupEveryMs: 30 });
    onTestFinished(() => core.close());
    for (const count of [1, 2]) {
      await core.dispatch("tag.create", { name: `Tag ${count}` });
      await newestBackup({ ...core, ask: asking(core) }, count);
    }
  });

  it("are made before an older project is brought up to date", async () => {
    const place = newPlace();
    const old = new Sqlite(place.projectFile);
    migrate(old, 1);
    old.exec(
      "INSERT INTO project VALUES ('00000000-0000-7000-8000-000000000001', 'Old', '2025-09-05T12:00:00.000Z')",
    );
    old.close();
    const core = await open(place);
    const backup = await newestBackup(core, 1);
    expect(backup.reason).toBe("before-migration");
    expect(migrations.length).toBeGreaterThan(1);
    expect(await core.ask("backup.inspect", { backupId: backup.id })).toMatchObject({
      title: "Old",
      isEarlierState: true,
    });
  });

  it("go to a second folder too, and say when they cannot", async () => {
    const place = newPlace();
    const secondFolder = join(temporaryFolder(), "second");
    mkdirSync(secondFolder);
    mkdirSync(place.stateFolder);
    await writeBackupSettings(place.stateFolder, { secondFolder, maxBytes: 2 ** 31 });
    const core = await open(place);
    await core.ask("tag.create", { name: "Pledge" });
    const backup = await core.ask("backup.make", {});
    const { id: projectId } = await core.ask("project.read", {});
    expect(readdirSync(join(secondFolder, projectId)).toSorted()).toEqual([
      `${backup.id}.corroboard`,
      `${backup.id}.json`,
    ]);
    rmSync(secondFolder, { recursive: true });
    writeFileSync(secondFolder, "a file in its place");
    await core.ask("backup.make", {});
    const { backups, notices } = await core.ask("backup.list", {});
    expect(backups).toHaveLength(2);
    expect(notices).toEqual([expect.stringContaining("second folder")]);
  });

  it("go to a place that is chosen from those that there are, the newest one at once", async () => {
    const place = newPlace();
    const homeFolder = temporaryFolder();
    mkdirSync(join(homeFolder, "Documents"));
    closedProject(place);
    const core = await open(place, { homeFolder });
    const backup = await core.ask("backup.make", {});
    const before = await core.ask("backup.settings", {});
    expect(before).toMatchObject({ maxBytes: 2 * 1024 ** 3, second: null });
    const documents = before.places.find(({ path }) => path === join(homeFolder, "Documents"));
    if (documents === undefined) {
      throw new Error("the documents are offered");
    }
    expect(documents.isOnSameDrive).toBe(true);
    const after = await core.ask("backup.configure", { secondPlace: documents.id });
    const path = join(homeFolder, "Documents", "Corroboard backups");
    expect(after.second).toEqual({ path, isReachable: true });
    const { id: projectId } = await core.ask("project.read", {});
    expect(readdirSync(join(path, projectId))).toContain(`${backup.id}.corroboard`);

    rmSync(path, { recursive: true });
    expect((await core.ask("backup.settings", {})).second?.isReachable).toBe(false);
    await core.ask("backup.make", {});
    expect((await core.ask("backup.list", {})).notices).toEqual([
      expect.stringContaining("second folder"),
    ]);
    mkdirSync(path);
    await core.ask("backup.make", {});
    expect((await core.ask("backup.list", {})).notices).toEqual([]);
    await core.ask("backup.configure", { secondPlace: null });
    expect((await core.ask("backup.settings", {})).second).toBeNull();
  });

  it("stay under the size that is set, at once", async () => {
    const place = newPlace();
    closedProject(place);
    const core = await open(place);
    for (let count = 0; count < 3; count += 1) {
      await core.ask("backup.make", {});
    }
    await writeBackupSettings(place.stateFolder, { secondFolder: null, maxBytes: 1 });
    await core.ask("backup.configure", {});
    expect((await core.ask("backup.list", {})).backups).toHaveLength(1);
    await expect(core.ask("backup.configure", { maxBytes: 1 })).rejects.toMatchObject({
      code: "invalid-request",
    });
    expect(await core.ask("backup.configure", { maxBytes: 5 * 1024 ** 3 })).toMatchObject({
      maxBytes: 5 * 1024 ** 3,
    });
  });

  it("hold up nothing when they cannot be made, and say so", async () => {
    const place = newPlace();
    mkdirSync(place.stateFolder);
    writeFileSync(join(place.stateFolder, "backups"), "a file in the folder's place");
    closedProject(place);
    const core = await open(place);
    await core.ask("claim.create", { statement: "A later claim" });
    expect(await core.ask("claim.list", {})).toHaveLength(2);
    expect((await core.ask("backup.list", {})).notices).toEqual([
      expect.stringContaining("A backup could not be made"),
    ]);
  });
});

describe("a backup", () => {
  it("is one file that opens as a project with the same analysis", async () => {
    const place = newPlace();
    closedProject(place);
    const hash = stateHash(place.projectFile);
    const core = await open(place);
    const backup = await core.ask("backup.make", {});
    const { id: projectId } = await core.ask("project.read", {});
    await core.close();
    const folder = join(place.stateFolder, "backups", projectId);
    const file = join(folder, `${backup.id}.corroboard`);
    expect(statSync(file).size).toBe(backup.sizeBytes);
    expect(stateHash(file)).toBe(hash);
    expect(readdirSync(folder).filter((name) => /draft|-wal|-shm/u.test(name))).toEqual([]);
    const opened = createTestCore({ projectFile: file });
    expect(opened.ask("project.check", {})).toMatchObject({ ok: true, articles: 5 });
    opened.close();
  });

  it("says what restoring it would change", async () => {
    const place = newPlace();
    closedProject(place);
    const core = await open(place);
    const [claim] = await core.ask("claim.list", {});
    const backup = await core.ask("backup.make", {});
    await core.ask("claim.create", { statement: "Made since" });
    if (claim !== undefined) {
      await core.ask("claim.change", { claimId: claim.id, note: "changed since" });
    }
    const [article] = await core.ask("article.list", {});
    if (article !== undefined) {
      await core.ask("article.trash", { articleIds: [article.id] });
    }
    const difference = await core.ask("backup.inspect", { backupId: backup.id });
    expect(difference).toMatchObject({
      backup,
      isEarlierState: true,
      changesSinceCount: 3,
      claims: { onlyInBackup: 0, onlyNow: 1, changed: 1, examplesOnlyNow: ["Made since"] },
      articles: { onlyInBackup: 1, onlyNow: 0, changed: 0 },
      highlights: { onlyInBackup: 0, onlyNow: 0, changed: 0 },
    });
    expect(difference.changesSince.map(({ label }) => label)).toHaveLength(3);
  });

  it("is restored with its journal; the replaced project is kept and every page reads again", async () => {
    const place = newPlace();
    closedProject(place);
    const core = await open(place);
    const backup = await core.ask("backup.make", {});
    await core.ask("claim.create", { statement: "Made since" });
    const heard: ChangeEvent[] = [];
    core.onChange((event) => heard.push(event));
    const [{ keptAs }, claims] = await Promise.all([
      core.ask("backup.restore", { backupId: backup.id }),
      core.ask("claim.list", {}), // asked while the file is replaced
    ]);
    expect(claims.map(({ statement }) => statement)).toEqual(["Foreign troops would be targets"]);
    expect(heard.at(-1)?.topics).toContain("claims");
    const kept = createTestCore({ projectFile: join(place.projectFile, "..", keptAs) });
    expect(kept.ask("claim.list", {})).toHaveLength(2);
    kept.close();
    await core.ask("history.undo", {}); // the claim that the backup has
    expect(await core.ask("claim.list", {})).toEqual([]);
    const { backups } = await core.ask("backup.list", {});
    expect(backups.map(({ reason }) => reason)).toContain("before-restore");
  });

  it("is not restored when it was damaged since, and nothing changes", async () => {
    const place = newPlace();
    closedProject(place);
    const core = await open(place);
    const backup = await core.ask("backup.make", {});
    const { id: projectId } = await core.ask("project.read", {});
    await core.ask("claim.create", { statement: "Made since" });
    const file = join(place.stateFolder, "backups", projectId, `${backup.id}.corroboard`);
    const bytes = readFileSync(file);
    bytes.fill(0, 4_096 * 5);
    writeFileSync(file, bytes);
    await expect(core.ask("backup.restore", { backupId: backup.id })).rejects.toMatchObject({
      code: "project-damaged",
    });
    expect(await core.ask("claim.list", {})).toHaveLength(2);
  });
});

it("brings back a project that cannot be opened any more, and keeps the damaged file as it is", async () => {
  const place = newPlace();
  closedProject(place);
  const hash = stateHash(place.projectFile);
  const core = await open(place);
  const backup = await core.ask("backup.make", {});
  await expect(
    restoreBackupOf(place.projectFile, place.stateFolder, backup.id),
  ).rejects.toMatchObject({ code: "project-locked" });
  await core.close();
  const damaged = readFileSync(place.projectFile).subarray(0, 20_000);
  writeFileSync(place.projectFile, damaged);
  await expect(open(place)).rejects.toMatchObject({ code: "project-damaged" });
  expect(listBackupsOf(place.projectFile, place.stateFolder)[0]).toEqual(backup);
  const { keptAs } = await restoreBackupOf(place.projectFile, place.stateFolder, backup.id);
  expect(readFileSync(join(place.projectFile, "..", keptAs))).toEqual(damaged);
  const again = await open(place);
  expect((await again.ask("project.check", {})).faults).toEqual([]);
  await again.close();
  expect(stateHash(place.projectFile)).toBe(hash);
});

it("answers in the order in which it is asked", async () => {
  const place = newPlace();
  closedProject(place);
  const core = await open(place);
  const answered: string[] = [];
  await Promise.all(
    ["claim.list", "tag.create", "tag.list", "tag.create", "history.read"].map(
      async (name, index) => {
        await core.dispatch(name, name === "tag.create" ? { name: `Tag ${index}` } : {});
        answered.push(`${index} ${name}`);
      },
    ),
  );
  expect(answered).toEqual([
    "0 claim.list",
    "1 tag.create",
    "2 tag.list",
    "3 tag.create",
    "4 history.read",
  ]);
});

it("looks at nothing when the project was closed in order, and tells of an older copy in its place", async () => {
  const place = newPlace();
  closedProject(place);
  const old = readFileSync(place.projectFile);
  const core = await open(place);
  await core.ask("claim.create", { statement: "A later claim" });
  await core.close();
  const again = await open(place);
  expect((await again.ask("backup.list", {})).notices).toEqual([]);
  await again.close();
  writeFileSync(place.projectFile, old);
  const older = await open(place);
  expect((await older.ask("backup.list", {})).notices).toEqual([
    expect.stringContaining("its 1 newest changes are missing"),
  ]);
});

it("refuses backups to a project without a place for them", async () => {
  const core = await openGuardedCore({ projectFile: ":memory:", stateFolder: null });
  expect(await core.dispatch("backup.list", {})).toMatchObject({ failure: { code: "conflict" } });
  await core.close();
});

function asking(core: GuardedCore): Guarded["ask"] {
  return async (name, input) => {
    const reply = await core.dispatch(name, input);
    if (!reply.ok) {
      throw new Error(reply.failure.message);
    }
    return reply.value as never;
  };
}
