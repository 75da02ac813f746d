import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

import Sqlite from "better-sqlite3";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { homeOf } from "./hosts/browser.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("a backup is made, compared and restored with the mouse, and the replaced file is kept", async ({
  workbench,
  core,
  articles,
  host,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  const { length: claims } = await core.request("claim.list", {});
  const { length: highlights } = await core.request("highlight.list", {});
  await workbench.getByRole("tab", { name: "Project" }).click();
  const view = workbench.getByRole("region", { name: "Backups and restore" });
  await view.getByRole("button", { name: "Back up now" }).click();
  const rows = view.getByRole("row");
  await expect(rows.filter({ hasText: "Asked for" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Asked for" })).toContainText(
    `5 articles, ${highlights} highlights, ${claims} claims`,
  );
  await expect(rows.filter({ hasText: "Asked for" })).toContainText("No fault");
  const detail = view.getByRole("region", { name: "What restoring would change" });
  await expect(detail).toContainText("Restoring changes nothing");

  await core.request("claim.create", { statement: "Made after the backup" });
  await expect(detail).toContainText("Restoring takes back 1 change made since.");
  await expect(detail).toContainText("1 claim would be gone");
  await expect(detail).toContainText("Made after the backup");
  await expectAccessible(workbench, "backups");

  await detail.getByRole("button", { name: "Restore this backup" }).click();
  const question = detail.getByRole("alertdialog");
  await expect(question.getByRole("button", { name: /^Keep the project/u })).toBeFocused();
  await question.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(view.getByText("The backup was restored.")).toBeVisible();
  expect(await core.request("claim.list", {})).toHaveLength(claims);
  await desk.openDock("Claims");
  await expect(desk.claimRow("Made after the backup")).toBeHidden();
  expect(readdirSync(dirname(host.projectFile)).join(" ")).toContain(".corroboard.replaced-");
});

test("backups are reached, chosen, restored and set up with keys alone", async ({
  workbench,
  core,
}) => {
  const { keyboard } = workbench;
  await core.request("backup.make", {});
  await core.request("claim.create", { statement: "Between the backups" });
  await core.request("backup.make", {});
  await keyboard.press("Alt+p");
  const view = workbench.getByRole("region", { name: "Backups and restore" });
  const table = view.getByRole("grid", { name: /^Backups/u });
  await expect(table.getByRole("row").nth(1)).toBeFocused();
  await keyboard.press("ArrowDown");
  await expect(table.getByRole("row").nth(2)).toHaveAttribute("aria-selected", "true");
  await expect(view).toContainText("1 claim would be gone");
  const restore = view.getByRole("button", { name: "Restore this backup" });
  await keyboard.press("Tab");
  await expect(restore).toBeFocused();
  await keyboard.press("Enter");
  await expect(view.getByRole("alertdialog")).toBeVisible();
  await keyboard.press("Escape");
  await expect(view.getByRole("alertdialog")).toBeHidden();
  await expect(restore).toBeFocused();
  expect(await core.request("claim.list", {})).toHaveLength(1);
  await keyboard.press("Enter");
  await expect(view.getByRole("button", { name: /^Keep the project/u })).toBeFocused();
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await expect(view.getByText("The backup was restored.")).toBeVisible();
  expect(await core.request("claim.list", {})).toEqual([]);

  await view.getByRole("button", { name: "Where backups go" }).focus();
  await keyboard.press("Enter");
  const settings = view.getByRole("region", { name: "Where backups go" });
  const size = settings.getByRole("button", { name: /What the backups/u });
  await expect(size).toContainText("2 GB");
  await size.focus();
  await keyboard.press("Enter");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(size).toContainText("5 GB");
  expect(await core.request("backup.settings", {})).toMatchObject({ maxBytes: 5 * 1024 ** 3 });
  await expectAccessible(workbench, "backup settings");
});

test("verification names the article that was damaged on the disk", async ({
  articles,
  host,
  page,
}) => {
  const [first] = articles;
  if (first === undefined) {
    throw new Error("there are five articles");
  }
  await host.stop();
  const database = new Sqlite(host.projectFile);
  database
    .prepare(
      `UPDATE original SET bytes = CAST(replace(CAST(bytes AS TEXT), 'troops', 'Troops') AS BLOB)
      WHERE sha256 = (SELECT bytes_sha256 FROM article WHERE id = ?)`,
    )
    .run(first.id);
  database.close();
  await host.restart();
  await page.goto(await host.newAddress());
  await page.getByRole("tab", { name: "Project" }).click();
  await expect(page.getByRole("note")).toContainText("is not as it was saved");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("verify project");
  await page.keyboard.press("Enter");
  const found = page.getByRole("region", { name: "Articles that are not as they were imported" });
  await expect(found.getByRole("listitem")).toHaveText(
    `Article “${first.title}”: the kept file is not the one that was imported.`,
  );
  await expectAccessible(page, "verification");
});

test("a sound project verifies without leaving what is being read", async ({ workbench }) => {
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Control+k");
  await workbench.keyboard.type("verify project");
  await workbench.keyboard.press("Enter");
  await expect(desk.status).toContainText("No fault found");
  await expect(workbench.getByRole("tabpanel", { name: "Claims" })).toBeVisible();
  await workbench.getByRole("tab", { name: "Project" }).click();
  await workbench.getByRole("radio", { name: "Verify" }).click();
  await expect(workbench.getByRole("region", { name: "Verify" })).toContainText("5 articles");
});

test("copies go to a second place as well", async ({ workbench, core, host }) => {
  const documents = join(homeOf(host.projectFile), "Documents");
  mkdirSync(documents, { recursive: true });
  await workbench.getByRole("tab", { name: "Project" }).click();
  await workbench.getByRole("button", { name: "Where backups go" }).click();
  // Here a page never names a path: any other folder is set by the command line.
  await expect(workbench.getByText("corroboard backup-folder FOLDER")).toBeVisible();
  await workbench.getByRole("button", { name: /Second place/u }).click();
  await workbench.getByRole("option", { name: documents }).click();
  await expect(workbench.getByRole("button", { name: /Second place/u })).toContainText(
    "Corroboard backups",
  );
  await workbench.getByRole("button", { name: "Back up now" }).click();
  const { id } = await core.request("project.read", {});
  const folder = join(documents, "Corroboard backups", id);
  await expect.poll(() => existsSync(folder) && readdirSync(folder).length > 1).toBe(true);
});
