import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

import Sqlite from "better-sqlite3";

import { buildRecorder } from "#core/testing/io-recorder";

import { expectAccessible } from "./axe.ts";
import { expect, importSamples, test as base } from "./fixtures.ts";
import { startBrowserHost } from "./hosts/browser.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

/** A file whose being there makes every write (or sync) to the project fail. */
type Disk = { readonly fill: () => void; readonly free: () => void };

const test = base.extend<{ disk: Disk; errno: number; op: string }>({
  errno: [constants.errno.ENOSPC, { option: true }],
  op: ["write", { option: true }],
  host: async ({ errno, op }, provide) => {
    const folder = mkdtempSync(join(tmpdir(), "corroboard-e2e-"));
    const recorder = buildRecorder(folder);
    base.skip(recorder === null, "a disk that fails is simulated with gcc on Linux only");
    const host = await startBrowserHost(folder, {
      LD_PRELOAD: recorder ?? "",
      IOLOG_MATCH: "/project.",
      IOLOG_OUT: "/dev/null",
      IOFAIL_OP: op,
      IOFAIL_ERRNO: String(errno),
      IOFAIL_WHILE: join(folder, "full"),
    });
    await provide(host);
    rmSync(join(folder, "full"), { force: true });
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  disk: async ({ host }, provide) => {
    const mark = join(host.stateFolder, "..", "full");
    await provide({
      fill: () => writeFileSync(mark, ""),
      free: () => rmSync(mark, { force: true }),
    });
  },
  articles: async ({ core }, provide) => {
    await provide(await importSamples(core));
  },
});

test.describe("on a full disk", () => {
  test("a change waits, a copy can be saved, and the change is made when there is space", async ({
    workbench,
    core,
    disk,
  }) => {
    const desk = new WorkbenchPage(workbench);
    const { keyboard } = workbench;
    await core.request("claim.create", { statement: "Saved before" });
    disk.fill();
    await keyboard.press("Alt+c");
    const field = workbench.getByRole("textbox", { name: "New claim" });
    await field.fill("Made on a full disk");
    await field.press("Enter");
    const trouble = workbench.getByRole("alert").filter({ hasText: "The disk is full" });
    await expect(trouble).toContainText("1 change waits in this window");
    await expect(desk.claimRow("Made on a full disk")).toBeHidden();
    await expectAccessible(workbench, "full disk");

    const saved = workbench.waitForEvent("download");
    await trouble.getByRole("button", { name: "Save a copy elsewhere" }).click();
    const copy = new Sqlite(await (await saved).path(), { readonly: true });
    expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(copy.prepare("SELECT statement FROM claim").pluck().all()).toEqual(["Saved before"]);
    expect(copy.prepare("SELECT count(*) FROM article").pluck().get()).toBe(5);
    copy.close();

    disk.free();
    await trouble.getByRole("button", { name: "Try again" }).click();
    await expect(trouble).toBeHidden();
    await expect(desk.claimRow("Made on a full disk")).toBeVisible();
    expect((await core.request("claim.list", {})).map(({ statement }) => statement)).toEqual([
      "Saved before",
      "Made on a full disk",
    ]);
  });

  test("work goes on by itself when there is space again", async ({ workbench, core, disk }) => {
    disk.fill();
    await workbench.keyboard.press("Alt+c");
    const field = workbench.getByRole("textbox", { name: "New claim" });
    await field.fill("Waits");
    await field.press("Enter");
    const trouble = workbench.getByRole("alert").filter({ hasText: "1 change waits" });
    await expect(trouble).toBeVisible();
    disk.free();
    await expect(trouble).toBeHidden();
    await expect.poll(async () => (await core.request("claim.list", {})).length).toBe(1);
  });
});

test.describe("on a drive whose sync fails", () => {
  test.use({ op: "sync", errno: constants.errno.EIO });

  test("that is named, nothing is said to be saved, and it passes", async ({
    workbench,
    core,
    disk,
  }) => {
    disk.fill();
    await workbench.keyboard.press("Alt+c");
    const field = workbench.getByRole("textbox", { name: "New claim" });
    await field.fill("Not synced");
    await field.press("Enter");
    const trouble = workbench.getByRole("alert").filter({ hasText: "drive" });
    await expect(trouble).toBeVisible();
    disk.free();
    await expect(trouble).toBeHidden();
    await core.request("claim.create", { statement: "Saved again" });
    await expect(new WorkbenchPage(workbench).claimRow("Saved again")).toBeVisible();
  });
});
