import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("hypotheses are weighed by keyboard, and the table says what the conclusion hangs on", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+y");
  const view = workbench.getByRole("tabpanel", { name: "Hypotheses" });
  await expect(view.getByText(/Which explanation does the evidence disprove least/u)).toBeVisible();
  await expectAccessible(workbench, "no hypotheses yet");

  await test.step("hypotheses are typed, evidence is chosen from the claims", async () => {
    for (const statement of ["The force will be deployed", "The force is a signal only"]) {
      await view.getByRole("combobox", { name: "Add a hypothesis" }).fill(statement);
      await workbench.getByRole("option", { name: `New hypothesis “${statement}”` }).click();
      await expect(view.getByRole("columnheader", { name: statement })).toBeVisible();
    }
    for (const statement of ["26 countries pledged forces", "Germany has committed troops"]) {
      await view.getByRole("combobox", { name: "Add evidence" }).fill(statement);
      await workbench.getByRole("option", { name: statement }).click();
      await expect(view.getByRole("rowheader", { name: statement })).toBeVisible();
    }
  });

  const grid = view.getByRole("grid");
  const rated = (statement: string | RegExp) =>
    grid.getByRole("row", { name: statement }).getByRole("gridcell");
  const conclusion = view.getByRole("region", { name: "What the conclusion rests on" });
  await test.step("one key rates a cell; the scores and the lead follow at once", async () => {
    await grid.focus();
    await workbench.keyboard.press("ArrowDown");
    await workbench.keyboard.press("ArrowRight");
    await workbench.keyboard.press("Shift+C");
    await workbench.keyboard.press("ArrowRight");
    await workbench.keyboard.press("Shift+I");
    await expect(rated("26 countries").nth(1)).toHaveAccessibleName("B: Very inconsistent");
    await workbench.keyboard.press("ArrowDown");
    await workbench.keyboard.press("c");
    await workbench.keyboard.press("ArrowLeft");
    await workbench.keyboard.press("i");
    await expect(rated("Germany").nth(0)).toHaveAccessibleName("A: Inconsistent");
    await expect(rated("Weighted inconsistency").nth(0)).toHaveText("−1");
    await expect(rated(/^Inconsistency/u).nth(0)).toHaveText("1 leads");
    await expect(rated(/^Inconsistency/u).nth(1)).toHaveText("2");
    await expect(conclusion.getByText("A leads.", { exact: true })).toBeVisible();
    await expect(conclusion).toContainText("Without “26 countries pledged forces”, B leads.");
    await expect(grid).toBeFocused();
  });

  await test.step("a weight changes the weighted score alone", async () => {
    await workbench.keyboard.press("End");
    await workbench.keyboard.press("ArrowLeft");
    await workbench.keyboard.press("ArrowLeft");
    await workbench.keyboard.press("h");
    await workbench.keyboard.press("ArrowLeft");
    await workbench.keyboard.press("h");
    await expect(rated("Weighted inconsistency").nth(0)).toHaveText("−2");
    await expect(rated(/^Inconsistency/u).nth(0)).toHaveText("1 leads");
    await expect(conclusion.getByText(/^A leads; by weight, none leads/u)).toBeVisible();
  });

  await test.step("it is live: what another hand does is seen, and undo takes it back", async () => {
    const { rows, hypotheses } = await core.request("ach.read", {});
    await core.request("ach.rate", {
      rowClaimId: rows[1]?.claimId ?? "",
      hypothesisClaimId: hypotheses[0]?.claimId ?? "",
      rating: "II",
    });
    await expect(rated(/^Inconsistency/u).nth(0)).toHaveText("2");
    await workbench.keyboard.press("ControlOrMeta+z");
    await expect(rated(/^Inconsistency/u).nth(0)).toHaveText("1 leads");
  });

  await test.step("sorting leaves each hypothesis its letter", async () => {
    await view.getByRole("button", { name: /Order of the evidence/u }).click();
    await workbench.getByRole("option", { name: "Most diagnostic first" }).click();
    await expect(grid.getByRole("rowheader").first()).toHaveText("26 countries pledged forces");
  });

  await test.step("the method is told, and all of it can be read by everyone", async () => {
    await view.getByRole("button", { name: "How it is worked out" }).click();
    await expect(view.getByText(/low 1\/√2, medium 1, high √2/u)).toBeVisible();
    await expectAccessible(workbench, "hypotheses");
  });

  await test.step("Delete on a row takes it out with its ratings; the claim stays", async () => {
    await grid.getByRole("rowheader", { name: "Germany has committed troops" }).click();
    await workbench.keyboard.press("Delete");
    await expect(grid.getByRole("rowheader", { name: "Germany has committed troops" })).toHaveCount(
      0,
    );
    await expect(grid).toBeFocused();
    await desk.openDock("Claims");
    await expect(desk.claimRow("Germany has committed troops")).toBeVisible();
  });
});
