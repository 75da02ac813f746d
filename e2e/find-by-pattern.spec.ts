import { expectAccessible } from "./axe.ts";
import { expect, sampleTexts, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

test("a pattern finds, is stopped when it runs away, and all its hits are tagged at once", async ({
  workbench,
  core,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  await keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await keyboard.press("Alt+1");
  await keyboard.press("ControlOrMeta+f");
  const bar = workbench.getByRole("search", { name: "Find in open articles" });
  const field = bar.getByRole("textbox");
  const told = bar.locator("output");
  await bar.getByRole("button", { name: "Regular expression" }).click();

  const hits = sampleTexts().reduce(
    (sum, text) => sum + (text.match(/\bUkrain[a-z]+/giu)?.length ?? 0),
    0,
  );
  expect(hits).toBeGreaterThan(1);
  await field.fill(String.raw`\bUkrain[a-z]+`);
  await expect(told).toContainText(`of ${hits}`);
  await expectAccessible(workbench, "find");

  await field.fill("(");
  await expect(told).toContainText("This is no regular expression");
  await field.fill("(([a-z ,.]+)+)+[!]#");
  await expect(told).toContainText("takes too long and was stopped");
  await expect(field).toBeEditable();
  await field.fill(String.raw`\bUkrain[a-z]+`);
  await expect(told).toContainText(`of ${hits}`);

  await field.focus();
  await keyboard.press("Alt+Enter");
  await keyboard.type("Land");
  expect(await desk.announcementAfter("Enter")).toBe(`Tagged Land: ${hits} hits`);
  const tagged = await core.request("highlight.list", {});
  expect(tagged.every(({ exact }) => /^Ukrain[a-z]+$/iu.test(exact))).toBe(true);
  expect(tagged).toHaveLength(hits);
  await keyboard.press("Alt+1");
  await desk.announcementAfter("ControlOrMeta+z");
  expect(await core.request("highlight.list", {})).toEqual([]);
});

test("an accent is no matter when it is asked not to be", async ({ workbench, core }) => {
  const bytes = new TextEncoder().encode("The Élysée answered. Elysee sources did not.");
  const { upload } = await core.request("upload.put", { bytes });
  await core.request("article.import", { files: [{ name: "french.txt", upload }] });
  await workbench.getByRole("row", { name: /Élysée|french/u }).dblclick();
  await workbench.keyboard.press("ControlOrMeta+f");
  const bar = workbench.getByRole("search", { name: "Find in open articles" });
  await workbench.keyboard.type("elysee");
  await expect(bar.locator("output")).toContainText("1 of 1");
  await bar.getByRole("button", { name: "Any accent" }).click();
  await expect(bar.locator("output")).toContainText("of 2");
});
