import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("no view has a serious accessibility fault, light and dark", async ({
  core,
  articles,
  workbench,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(articles.length);
  await expect(workbench.locator("mark").first()).toBeVisible();
  await expectAccessible(workbench, "desk");

  for (const view of ["Claims", "Board", "Matrix", "Hypotheses", "Briefing", "History"] as const) {
    await desk.openDock(view);
    await expectAccessible(workbench, view);
  }

  await workbench.locator("mark").first().click();
  await expect(desk.inspector.getByText("Verified")).toBeVisible();
  await expectAccessible(workbench, "highlight in the inspector");

  await desk.openDock("Claims");
  await desk.claimRow("26 countries pledged forces").click();
  await expect(desk.statement).toBeVisible();
  await expectAccessible(workbench, "claim in the inspector");

  await workbench.getByRole("row", { name: /Putin Rejects Western Plan/u }).click();
  await expect(desk.inspector.getByRole("textbox", { name: "Outlet" })).toBeVisible();
  await expectAccessible(workbench, "article in the inspector");

  await workbench.keyboard.press("Alt+1");
  for (const [keys, name] of [
    ["ControlOrMeta+k", "actions"],
    ["?", "shortcuts"],
    ["ControlOrMeta+f", "find"],
  ] as const) {
    await workbench.keyboard.press(keys);
    await expectAccessible(workbench, name);
    await workbench.keyboard.press("Escape");
  }
});
