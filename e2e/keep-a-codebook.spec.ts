import { readFileSync } from "node:fs";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("the codebook is ordered, pinned, hidden, merged and described with keys", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  for (const { id } of await core.request("tag.list", {})) {
    await core.request("tag.change", { tagId: id, shortcut: null });
  }
  const [known] = await core.request("tag.list", {});
  for (const name of ["Force", "Troops", "Troop", "Law"]) {
    await core.request("tag.create", { name, shortcut: null });
  }
  const tree = workbench.getByRole("treegrid", { name: "Codebook" });
  const row = (name: string) => tree.getByRole("row", { name, exact: true });
  const tags = async () => core.request("tag.list", {});
  const parentOf = async (name: string) => {
    const all = await tags();
    const parentId = all.find((tag) => tag.name === name)?.parentId;
    return all.find(({ id }) => id === parentId)?.name ?? null;
  };
  await keyboard.press("Alt+a");
  await expect(desk.textOf(0)).toBeVisible();
  await expect(workbench.locator("mark").first()).toBeVisible();

  await test.step("a tag is placed below another one", async () => {
    await row("Troops").click();
    await keyboard.press("Alt+ArrowRight");
    await expect.poll(() => parentOf("Troops")).toBe("Force");
    await expect(row("Troops")).toBeFocused();
    await expect(row("Troops")).toHaveAttribute("aria-level", "2");
    await keyboard.press("Alt+ArrowLeft");
    await expect.poll(() => parentOf("Troops")).toBeNull();
    await keyboard.press("Alt+ArrowRight");
    await expect.poll(() => parentOf("Troops")).toBe("Force");
  });

  await test.step("a key is given with that key", async () => {
    await expect(row("Troops")).toBeFocused();
    expect(await desk.announcementAfter("7")).toBe("Troops has the key 7");
    await expect(row("Troops")).toContainText("7");
  });

  await test.step("names that are alike are told and merged", async () => {
    await workbench.getByText(/^1 alike/u).click();
    await expect(workbench.getByText(/^Troops? and Troops?: the same words$/u)).toBeVisible();
    await expectAccessible(workbench, "codebook");
    await row("Troop").click();
    await keyboard.press("m");
    await expect(workbench.getByRole("combobox", { name: "Find or make a tag" })).toBeFocused();
    await keyboard.type("Troops");
    expect(await desk.announcementAfter("Enter")).toBe("Merged into Troops");
    await expect(row("Troop")).toBeHidden();
    await desk.announcementAfter("ControlOrMeta+z");
    await workbench.getByRole("button", { name: "Merge Troop into Troops" }).press("Enter");
    await expect(row("Troop")).toBeHidden();
    await expect(row("Troops")).toBeFocused();
  });

  await test.step("a tag is hidden in the text, and then alone in it", async () => {
    if (known === undefined) {
      throw new Error("the analysis has tags");
    }
    const marks = workbench.locator("mark");
    const before = await marks.count();
    await row(known.name).click();
    expect(await desk.announcementAfter("h")).toBe(`${known.name} is hidden in the text`);
    await expect.poll(() => marks.count()).toBeLessThan(before);
    const hidden = await marks.count();
    expect(await desk.announcementAfter("s")).toBe(`Only ${known.name} is shown in the text`);
    await expect.poll(() => marks.count()).not.toBe(hidden);
    const alone = await marks.count();
    await expect
      .poll(() => core.request("view.read", { key: "coding" }))
      .toMatchObject({ soloTagId: known.id });
    await workbench.reload();
    await expect.poll(() => marks.count()).toBe(alone);
    await workbench.getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => marks.count()).toBe(before);
  });

  await test.step("a tag is renamed and described", async () => {
    await row("Law").click();
    await keyboard.press("Enter");
    const editor = workbench.getByRole("region", { name: "Tag Law" });
    await expect(editor.getByRole("textbox", { name: "Name" })).toBeFocused();
    await expectAccessible(workbench, "tag editor");
    await keyboard.type("War law");
    await keyboard.press("Enter");
    await expect.poll(async () => (await tags()).map(({ name }) => name)).toContain("War law");
    await keyboard.press("Escape");
    await expect(row("War law")).toBeFocused();
  });

  await test.step("its highlights are shown in the table, to move some to another tag", async () => {
    if (known === undefined) {
      throw new Error("the analysis has tags");
    }
    await keyboard.press("Alt+k");
    await keyboard.press("Home");
    await keyboard.press("/");
    const grid = workbench.getByRole("grid", { name: "Highlights" });
    await expect(grid).toBeFocused();
    await keyboard.press("Home");
    await keyboard.press("r");
    await keyboard.type("War law");
    expect(await desk.announcementAfter("Enter")).toBe("1 highlight moved to War law");
    await keyboard.press("Alt+k");
  });

  await test.step("it goes out as a table and comes in again", async () => {
    const choose = async (name: string) => {
      await workbench.getByRole("button", { name: "Menu of the codebook" }).click();
      await workbench.getByRole("menuitem", { name }).click();
    };
    const saved = workbench.waitForEvent("download");
    await choose("Export codebook (CSV)");
    const csv = readFileSync(await (await saved).path(), "utf8");
    expect(csv).toContain('"Troops","Force"');
    const chooser = workbench.waitForEvent("filechooser");
    await choose("Import codebook (CSV)");
    await (
      await chooser
    ).setFiles({
      name: "codebook.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`${csv}"Navy","Force","sky","x",""\r\n`),
    });
    await expect(row("Navy")).toBeVisible();
    await expect(workbench.getByText("“x” is not one of the keys 1 to 9.")).toBeVisible();
    expect(await parentOf("Navy")).toBe("Force");
  });
});
