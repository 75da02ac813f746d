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
  const rowOf = (statement: string) => matrix.getByRole("row", { name: statement });
  const signs = async (statement: string) =>
    rowOf(statement).getByRole("cell").getByRole("button").allTextContents();
  await expect
    .poll(() => signs("26 countries pledged forces"))
    .toEqual(["＋", "－", "＋", "＋", "＋"]);
  expect(await signs("US will send ground troops")).toEqual(["－", "－", "·", "·", "－"]);
  await expect(matrix.getByText("16 of 20 checked")).toBeVisible();

  await test.step("arrow keys go to a blank cell, O marks it as silent", async () => {
    const row = rowOf("Germany has committed troops").getByRole("button");
    await row.nth(1).focus();
    await workbench.keyboard.press("ArrowRight");
    await expect(row.nth(2)).toBeFocused();
    await workbench.keyboard.press("o");
    await expect(row.nth(2)).toHaveAccessibleName(/^Checked and silent: /u);
    await expect(row.nth(2)).toBeFocused();
    await expect(matrix.getByText("17 of 20 checked")).toBeVisible();
  });

  await test.step("Enter on a filled cell goes to its passage", async () => {
    await rowOf("Germany has committed troops").getByRole("button").nth(4).focus();
    await workbench.keyboard.press("Enter");
    await expect(workbench.getByRole("document", { name: /Russia Rejects/u })).toBeFocused();
    await expect(desk.texts.locator("mark", { hasText: "has urged caution" })).toBeInViewport();
  });

  await test.step("Enter on a blank cell goes to the most similar sentence", async () => {
    await workbench.keyboard.press("Alt+m");
    await rowOf("Germany has committed troops").getByRole("button").nth(5).focus();
    await workbench.keyboard.press("Enter");
    await expect(workbench.getByRole("document", { name: /Putin Warns Western/u })).toBeFocused();
    await expect(desk.status).toContainText(/similar|Merz|Germany|troops/iu);
  });
});
