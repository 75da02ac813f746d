import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("the matrix tells who says what, leads to the passage, and takes note of silence", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+m");
  const matrix = workbench.getByRole("tabpanel", { name: "Matrix" });
  const grid = matrix.getByRole("grid");
  const cellsOf = (statement: string) =>
    grid.getByRole("row", { name: statement }).getByRole("gridcell");
  const signs = async (statement: string) =>
    (await cellsOf(statement).allTextContents()).map((text) => text.replace(/\d+$/u, ""));
  await expect
    .poll(() => signs("26 countries pledged forces"))
    .toEqual(["＋", "－", "＋", "＋", "＋"]);
  expect(await signs("US will send ground troops")).toEqual(["－", "－", "·", "·", "－"]);
  await expect(matrix.getByText("16 of 20 checked")).toBeVisible();
  await expect(matrix.getByText("5 articles, 5 independent lines")).toBeVisible();

  const germany = cellsOf("Germany has committed troops");
  await test.step("arrow keys go to a blank cell, O marks it as silent", async () => {
    await germany.nth(0).click();
    await expect(grid).toBeFocused();
    await workbench.keyboard.press("ArrowRight");
    const active = await germany.nth(1).getAttribute("id");
    await expect(grid).toHaveAttribute("aria-activedescendant", active ?? "none");
    await expect(matrix.getByText("Nobody has looked yet")).toBeVisible();
    await workbench.keyboard.press("o");
    await expect(germany.nth(1)).toHaveAccessibleName(/^Checked and silent: /u);
    await expect(grid).toBeFocused();
    await expect(matrix.getByText("17 of 20 checked")).toBeVisible();
  });

  await test.step("walking to a filled cell shows its quote, Enter goes to the passage", async () => {
    await workbench.keyboard.press("End");
    await workbench.keyboard.press("ArrowLeft");
    await expect(matrix.getByText(/has urged caution/u)).toBeVisible();
    await workbench.keyboard.press("Enter");
    await expect(workbench.getByRole("document", { name: /Russia Rejects/u })).toBeFocused();
    await expect(desk.texts.locator("mark", { hasText: "has urged caution" })).toBeInViewport();
  });

  await test.step("Enter on a blank cell goes to the most similar sentence", async () => {
    await germany.nth(4).click();
    await workbench.keyboard.press("Enter");
    await expect(workbench.getByRole("document", { name: /Putin Warns Western/u })).toBeFocused();
    await expect(desk.status).toContainText(/similar|Merz|Germany|troops/iu);
  });
});
