import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("what was removed is restored and deleted for good with the mouse", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  const claims = await core.request("claim.list", {});
  const [claim] = claims;
  const [tag] = await core.request("tag.list", {});
  const [article] = articles;
  if (claim === undefined || tag === undefined || article === undefined) {
    throw new Error("the analysis has all of these");
  }
  await core.request("claim.trash", { claimIds: [claim.id] });
  await core.request("tag.trash", { tagId: tag.id });
  await core.request("article.trash", { articleIds: [article.id] });
  await workbench.getByRole("tab", { name: "Project" }).click();
  await workbench.getByRole("radio", { name: /^Trash/u }).click();
  const trash = workbench.getByRole("region", { name: "Trash" });
  const row = (name: string) => trash.getByRole("row", { name });
  await expect(trash.getByRole("row")).toHaveCount(4);
  await expect(row(article.title)).toContainText("move article to trash");
  await expect(row(claim.statement)).toContainText("links to passages");
  await expectAccessible(workbench, "trash");

  await row(claim.statement).click();
  await trash.getByRole("button", { name: "Restore" }).click();
  await expect(row(claim.statement)).toBeHidden();
  await desk.openDock("Claims");
  await expect(desk.claimRow(claim.statement)).toBeVisible();
  await workbench.getByRole("tab", { name: "Project" }).click();

  await trash.getByRole("button", { name: "Empty the trash" }).click();
  const question = trash.getByRole("alertdialog", { name: "Delete 2 things for good?" });
  await expectAccessible(workbench, "deleting for good");
  await question.getByRole("button", { name: "Keep in the trash" }).click();
  expect(await core.request("trash.list", { limit: 1 })).toMatchObject({ count: 2 });
  await trash.getByRole("button", { name: "Empty the trash" }).click();
  await question.getByRole("button", { name: "Delete for good" }).click();
  await expect(trash).toContainText("The trash is empty");
  await desk.undoButton.click();
  await expect(trash.getByRole("row")).toHaveCount(3);
});

test("the trash is worked with keys alone", async ({ workbench, core, articles }) => {
  await prepareAnalysis(core, articles);
  const { keyboard } = workbench;
  const claims = await core.request("claim.list", {});
  await core.request("claim.trash", { claimIds: claims.map(({ id }) => id) });
  const newest = await core.request("trash.list", { limit: 2 });
  await keyboard.press("Alt+Shift+t");
  const rows = workbench.getByRole("region", { name: "Trash" }).getByRole("row");
  await expect(rows.nth(1)).toBeFocused();
  await keyboard.press("Space");
  await keyboard.press("Shift+ArrowDown");
  await keyboard.press("Enter");
  await expect
    .poll(async () => (await core.request("claim.list", {})).map(({ id }) => id).toSorted())
    .toEqual(newest.things.map(({ id }) => id).toSorted());
  await keyboard.press("Alt+Shift+t");
  await expect(rows.nth(1)).toBeFocused();
  await keyboard.press("Space");
  await keyboard.press("Delete");
  const question = workbench.getByRole("alertdialog", { name: "Delete 1 thing for good?" });
  await expect(question.getByRole("button", { name: "Keep in the trash" })).toBeFocused();
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await expect(question).toBeHidden();
  await keyboard.press("Control+z");
  await expect
    .poll(async () => (await core.request("trash.list", { limit: 1 })).count)
    .toBe(claims.length - 2);
});
