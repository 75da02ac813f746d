import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

test("two windows on one project see each other's changes without reload", async ({
  workbench,
  openPage,
}) => {
  const first = new WorkbenchPage(workbench);
  const second = new WorkbenchPage(await openPage());
  await first.page.getByRole("textbox", { name: "New claim" }).fill("Germany has committed troops");
  await first.page.keyboard.press("Enter");
  await expect(second.claimRow("Germany has committed troops")).toBeVisible();

  await second.undoButton.click();
  await expect(first.claimRow("Germany has committed troops")).toBeHidden();
  await expect(first.redoButton).toHaveAccessibleName("Redo: new claim");
});

test("a reload brings back the desk and everything that was made", async ({ workbench, core }) => {
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await workbench.keyboard.press("Alt+2");
  await desk.announcementAfter("ArrowDown");
  await workbench.keyboard.press("h");
  await expect.poll(async () => (await core.request("highlight.list", {})).length).toBe(1);
  await desk.openDock("Board");
  await expect
    .poll(async () => JSON.stringify(await core.request("view.read", { key: "desk" })))
    .toContain('"view":"board"');

  await workbench.reload();
  await expect(desk.texts).toHaveCount(5);
  await expect(workbench.getByRole("tab", { name: "Board" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(desk.textOf(1).locator("mark")).toHaveCount(1);
  await expect(desk.undoButton).toHaveAccessibleName("Undo: highlight");
});

test("a page whose host was killed says so, and the restarted host has everything", async ({
  workbench,
  host,
  openPage,
}) => {
  const desk = new WorkbenchPage(workbench);
  await workbench.getByRole("textbox", { name: "New claim" }).fill("US will send ground troops");
  await workbench.keyboard.press("Enter");
  await expect(desk.claimRow("US will send ground troops")).toBeVisible();
  await host.kill();
  await expect(workbench.getByRole("alert")).toContainText(/what was saved is safe/iu);
  await host.restart();
  const again = new WorkbenchPage(await openPage());
  await expect(again.claimRow("US will send ground troops")).toBeVisible();
  await expect(again.undoButton).toHaveAccessibleName("Undo: new claim");
});
