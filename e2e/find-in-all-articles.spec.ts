import { expect, sampleTexts, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("finding counts and walks through all open articles and leaves highlights alone", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  const marks = desk.textOf(0).locator("mark[data-highlights]");
  await expect(marks.first()).toBeVisible();
  const marked = await marks.allTextContents();

  await workbench.keyboard.press("Alt+1");
  await workbench.keyboard.press("ControlOrMeta+f");
  await workbench.keyboard.type("reassurance force");
  const bar = workbench.getByRole("search", { name: "Find in open articles" });
  const hits = sampleTexts().reduce(
    (sum, text) => sum + (text.match(/reassurance force/giu)?.length ?? 0),
    0,
  );
  await expect(bar.locator("output")).toContainText(`1 of ${hits}`);
  for (let next = 2; next <= hits; next += 1) {
    await workbench.keyboard.press("Enter");
    await expect(bar.locator("output")).toContainText(`${next} of ${hits}`);
  }
  await workbench.keyboard.press("Shift+Enter");
  await expect(bar.locator("output")).toContainText(`${hits - 1} of ${hits}`);

  await workbench.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  expect((await marks.allTextContents()).join("")).toBe(marked.join(""));
});
