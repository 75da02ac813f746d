import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

test("an action gets another key, a conflict is told, and both are kept", async ({
  workbench,
  core,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  await keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await keyboard.press("Alt+1");
  await keyboard.press("?");
  const sheet = workbench.getByRole("region", { name: "Keyboard shortcuts" });
  await sheet.getByRole("button", { name: "Change keys" }).click();
  await sheet.getByRole("searchbox", { name: "Find an action" }).fill("highlight the passage");
  const change = sheet.getByRole("button", { name: "Change the keys of Highlight the passage" });

  await change.press("Enter");
  await keyboard.press("t");
  await expect(sheet.getByRole("alert")).toContainText("Tag the passage: find or make a tag");
  await expectAccessible(workbench, "shortcuts with a conflict");
  await change.press("Enter");
  await keyboard.press("ControlOrMeta+k");
  await expect(sheet.getByRole("alert")).toContainText("“Search all actions” only elsewhere");
  await change.press("Enter");
  await keyboard.press("y");
  await expect(sheet.getByRole("alert")).toBeHidden();
  await sheet.getByRole("button", { name: /^Add other keys to Highlight the/u }).press("Enter");
  await keyboard.press("Shift+Y");
  await expect(sheet.getByText("Shift Y", { exact: true })).toBeVisible();
  await sheet.getByRole("button", { name: "Close" }).press("Enter");

  await keyboard.press("Alt+1");
  await desk.announcementAfter("Home");
  await keyboard.press("h");
  await keyboard.press("y");
  await expect.poll(async () => (await core.request("highlight.list", {})).length).toBe(1);

  await workbench.reload();
  await expect(desk.texts).toHaveCount(5);
  await keyboard.press("Alt+1");
  await keyboard.press("?");
  await sheet.getByRole("searchbox", { name: "Find an action" }).fill("highlight the passage");
  await expect(sheet.getByText("Y", { exact: true })).toBeVisible();
});
