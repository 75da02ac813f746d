import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

async function begin(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "New briefing", exact: true }).click();
  await page.getByRole("textbox", { name: "Title", exact: true }).fill(title);
  await page.getByRole("radio", { name: "Blank page" }).check();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Title of the briefing" })).toHaveValue(title);
}

test("several briefings are named, ordered, duplicated, removed and brought back", async ({
  workbench,
  core,
}) => {
  await new WorkbenchPage(workbench).openDock("Briefing");
  await begin(workbench, "Morning note");
  await begin(workbench, "Evening note");
  const text = workbench.getByRole("textbox", { name: "Text of the briefing" });
  await text.focus();
  await workbench.keyboard.type("Quiet so far.");

  const choice = workbench.getByRole("combobox", { name: "Show" });
  const titles = async () => (await choice.getByRole("option").allTextContents()).slice(1);
  await workbench.getByRole("button", { name: "Duplicate the briefing" }).click();
  await expect.poll(titles).toEqual(["Morning note", "Evening note", "Evening note (copy)"]);
  await expect(text).toContainText("Quiet so far."); // what was being typed is in the copy

  await workbench.getByRole("button", { name: "Move the briefing up in the list" }).click();
  await expect.poll(titles).toEqual(["Morning note", "Evening note (copy)", "Evening note"]);

  const title = workbench.getByRole("textbox", { name: "Title of the briefing" });
  await title.fill("Night note");
  await title.press("Enter");
  await expect.poll(titles).toEqual(["Morning note", "Night note", "Evening note"]);

  await workbench.getByRole("button", { name: "Move the briefing to the trash" }).click();
  await expect.poll(titles).toEqual(["Morning note", "Evening note"]);
  await core.request("history.undo", {});
  await expect.poll(titles).toEqual(["Morning note", "Night note", "Evening note"]);
});

test("undo of the project and undo of the editor take back each its own", async ({
  workbench,
  core,
}) => {
  await new WorkbenchPage(workbench).openDock("Briefing");
  await begin(workbench, "Note");
  const text = workbench.getByRole("textbox", { name: "Text of the briefing" });
  const saved = workbench.getByRole("status").filter({ hasText: "Saved" });
  const undoCount = async () => (await core.request("history.read", {})).undoCount;
  const before = await undoCount();

  await text.focus();
  await workbench.keyboard.type("One.");
  await expect.poll(undoCount).toBe(before + 1); // typed letters are one step
  await workbench.keyboard.type(" Two.");
  await expect.poll(undoCount).toBe(before + 2);

  // In the text it is the editor's: the words go, as a further step of the project.
  await workbench.keyboard.press("ControlOrMeta+z");
  await expect(text).not.toContainText("Two.");
  await expect.poll(undoCount).toBe(before + 3);
  await expect(saved).toBeVisible();

  // Outside it is the project's: it takes back that step, and the text follows.
  await workbench.getByRole("heading", { name: "Checks" }).click();
  await text.evaluate((element) => element.blur());
  await workbench.keyboard.press("ControlOrMeta+z");
  await expect(text).toHaveText("One. Two.");
  await workbench.keyboard.press("ControlOrMeta+z");
  await expect(text).toHaveText("One.");

  // What is written now goes on from what is shown.
  await text.focus();
  await workbench.keyboard.press("ControlOrMeta+End");
  await workbench.keyboard.type(" Three.");
  await expect
    .poll(async () => {
      const [briefing] = await core.request("briefing.list", {});
      return briefing === undefined
        ? ""
        : JSON.stringify((await core.request("briefing.read", { briefingId: briefing.id })).text);
    })
    .toContain("One. Three.");
});
