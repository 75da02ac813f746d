import { readFileSync } from "node:fs";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

test("all highlights are filtered, asked, tagged and exported in one table", async ({
  workbench,
  core,
  articles,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  const [article] = articles;
  if (article === undefined) {
    throw new Error("five were imported");
  }
  const { text, blocks } = await core.request("article.read", { articleId: article.id });
  const threat = await core.request("tag.create", { name: "Threat" });
  const troops = await core.request("tag.create", { name: "Troops" });
  const { claim } = await core.request("claim.create", { statement: "Forces are pledged" });
  const sentences = blocks.flatMap((block) => block.sentences);
  for (const [index, { start, end }] of sentences.slice(0, 6).entries()) {
    await core.request("highlight.create", {
      articleId: article.id,
      start,
      end,
      tagIds: index % 2 === 0 ? [threat.id] : [troops.id],
    });
  }
  const at = text.indexOf("Putin");
  await core.request("highlight.create", {
    articleId: article.id,
    start: at,
    end: at + 5,
    tagIds: [troops.id],
    note: "Who spoke",
  });

  await keyboard.press("Alt+d");
  const panel = workbench.getByRole("tabpanel", { name: "Highlights" });
  const grid = panel.getByRole("grid", { name: "Highlights" });
  const rows = grid.getByRole("row").filter({ hasNot: workbench.getByRole("columnheader") });
  await expect(rows).toHaveCount(7);
  await expectAccessible(workbench, "highlights");
  await expect(grid).toBeFocused();
  await keyboard.press("/");
  await expect(panel.getByRole("searchbox", { name: "Find in highlights" })).toBeFocused();
  await keyboard.press("ArrowDown");
  await expect(grid).toBeFocused();

  await test.step("a question takes what it describes, and says what is wrong with it", async () => {
    await keyboard.press("Alt+q");
    await keyboard.type("Troops near/1 Threat and nott");
    await keyboard.press("Enter");
    await expect(panel.getByRole("alert")).toContainText("There is no tag “nott”");
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type("Troops within Threat or Troops overlaps Troops and noted");
    await keyboard.press("Enter");
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText("Who spoke");
  });

  await test.step("it is saved by name and follows its tags", async () => {
    await panel.getByRole("button", { name: "Save query" }).click();
    await keyboard.type("Spoken");
    expect(await desk.announcementAfter("Enter")).toMatch(/^Query Spoken saved: 1 highlights/u);
    await core.request("tag.change", { tagId: threat.id, name: "Menace" });
    const [query] = await core.request("highlight-query.list", {});
    expect(query?.text).toContain("within Menace");
    await panel.getByRole("button", { name: "Clear filters" }).click();
    await expect(rows).toHaveCount(7);
  });

  await test.step("rows are chosen and tagged together with a new tag, as one change", async () => {
    await grid.focus();
    await keyboard.press("Home");
    await keyboard.press("Shift+ArrowDown");
    await keyboard.press("Shift+ArrowDown");
    await expect(panel.getByText("3 highlights chosen")).toBeVisible();
    await keyboard.press("t");
    await keyboard.type("Opening");
    expect(await desk.announcementAfter("Enter")).toBe("3 highlights tagged Opening");
    await expect(grid).toBeFocused();
    await expect(rows.filter({ hasText: "Opening" })).toHaveCount(3);
    await desk.announcementAfter("ControlOrMeta+z");
    await expect(rows.filter({ hasText: "Opening" })).toHaveCount(0);
    await desk.announcementAfter("ControlOrMeta+Shift+z");
  });

  await test.step("rows are linked to a claim at once, as one change", async () => {
    await keyboard.press("l");
    await keyboard.type("pledged");
    await workbench.getByRole("option", { name: "Forces are pledged" }).click();
    const linkCount = async () =>
      (await core.request("evidence.list", { claimId: claim.id })).length;
    await expect.poll(linkCount).toBe(3);
    await desk.undoButton.click();
    await expect.poll(linkCount).toBe(0);
    await desk.redoButton.click();
    await expect.poll(linkCount).toBe(3);
  });

  await test.step("they are grouped, and what is shown is exported", async () => {
    await panel.getByRole("button", { name: /Group/u }).click();
    await workbench.getByRole("option", { name: "By tag" }).click();
    await expect(grid.getByRole("row", { name: /^Menace 3/u })).toBeVisible();
    await panel.getByRole("searchbox", { name: "Find in highlights" }).fill("putin");
    const saved = workbench.waitForEvent("download");
    await panel.getByRole("button", { name: "Export CSV" }).click();
    const csv = readFileSync(await (await saved).path(), "utf8");
    expect(csv.split("\r\n").filter((line) => /putin/iu.test(line)).length).toBeGreaterThan(0);
    expect(csv).toContain("Who spoke");
    const document = workbench.waitForEvent("download");
    await panel.getByRole("button", { name: "Export Markdown" }).press("Enter");
    const markdown = readFileSync(await (await document).path(), "utf8");
    expect(markdown).toContain("of those that a filter shows.");
    expect(markdown).toContain("## Troops");
    expect(markdown).toContain("**Note:** Who spoke");
    await workbench.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await panel.getByRole("button", { name: "Copy as Markdown" }).press("Enter");
    await expect
      .poll(() => workbench.evaluate(() => navigator.clipboard.readText()))
      .toBe(markdown);
    await panel.getByRole("button", { name: "Clear filters" }).click();
  });

  await test.step("tags that occur together lead to where they do", async () => {
    await panel.getByRole("button", { name: "Tags together" }).click();
    await expectAccessible(workbench, "tags together");
    await panel.getByRole("button", { name: /^Troops and Opening: / }).click();
    await expect(panel.getByRole("textbox", { name: "Query" })).toHaveValue(
      /only:"Troops" overlaps/u,
    );
    await expect(rows.first()).toBeVisible();
  });
});

test("ten thousand highlights are walked through, and only a screenful is in the page", async ({
  workbench,
  core,
  articles,
}) => {
  const [article] = articles;
  if (article === undefined) {
    throw new Error("five were imported");
  }
  const count = 10_000;
  const places = [];
  const { text } = await core.request("article.read", { articleId: article.id });
  const letters = [...text.matchAll(/\S/gu)].map(({ index }) => index);
  for (let length = 0; places.length < count; length += 1) {
    for (const start of letters.slice(0, -200).slice(0, count - places.length)) {
      places.push([start, letters[letters.indexOf(start) + length + 1] ?? text.length] as [
        number,
        number,
      ]);
    }
  }
  await core.request("highlight.create-many", {
    places: [{ articleId: article.id, spans: places }],
    newTag: { name: "Many" },
  });
  const total = (await core.request("highlight.view", {})).total;
  await workbench.keyboard.press("Alt+d");
  const grid = workbench.getByRole("grid", { name: "Highlights" });
  await expect(grid).toHaveAttribute("aria-rowcount", `${total + 1}`);
  await grid.focus();
  await workbench.keyboard.press("End");
  await expect(grid.locator(`[aria-rowindex="${total + 1}"]`)).toContainText("Many");
  expect(await grid.getByRole("row").count()).toBeLessThan(100);
  await workbench.keyboard.press("ControlOrMeta+a");
  await expect(workbench.getByText(`${total} highlights chosen`).first()).toBeVisible();
});

test("all notes stand in one list, are found, and are written there", async ({
  workbench,
  core,
  articles,
}) => {
  const desk = new WorkbenchPage(workbench);
  const [article] = articles;
  if (article === undefined) {
    throw new Error("five were imported");
  }
  const tag = await core.request("tag.create", {
    name: "Threat",
    description: "Says what follows",
  });
  const highlight = await core.request("highlight.create", {
    articleId: article.id,
    start: 0,
    end: 12,
    tagIds: [tag.id],
    note: "Compare with the press release",
  });
  await core.request("article.describe", {
    articleId: article.id,
    patch: { note: "Late edition" },
  });
  await workbench.keyboard.press("Alt+Shift+n");
  const panel = workbench.getByRole("tabpanel", { name: "Notes" });
  const items = panel.getByRole("listitem");
  await expect(items).toHaveCount(3);
  await expectAccessible(workbench, "notes");
  await panel.getByRole("searchbox", { name: "Find in notes" }).fill("press");
  await expect(items).toHaveCount(1);
  await panel.getByRole("textbox", { name: /^Note on highlight/u }).fill("Press release seen");
  await panel.getByRole("searchbox", { name: "Find in notes" }).focus();
  await expect
    .poll(async () => (await core.request("highlight.list", {}))[0]?.note)
    .toBe("Press release seen");
  await items.getByRole("button").click();
  await expect(desk.textOf(0)).toBeFocused();
  await expect(desk.inspector.getByRole("textbox", { name: "Note" })).toHaveValue(
    "Press release seen",
  );
  expect(highlight.note).toBe("Compare with the press release");
});

test("of a long list of notes only the part that is scrolled to is in the page", async ({
  workbench,
  core,
}) => {
  const count = 350;
  const lines = Array.from({ length: count }, (_, index) => `Tag ${index},Note ${index}`);
  await core.request("tag.import-csv", { csv: `name,description\n${lines.join("\n")}\n` });
  await workbench.keyboard.press("Alt+Shift+n");
  const panel = workbench.getByRole("tabpanel", { name: "Notes" });
  const list = panel.getByRole("list", { name: "Notes found" });
  await expect(panel.getByRole("status")).toHaveText(`${count} notes`);
  await expect(list.locator("[aria-posinset]").first()).toHaveAttribute("aria-setsize", `${count}`);
  expect(await list.locator("[aria-posinset]").count()).toBeLessThan(count);
  const last = list.locator(`[aria-posinset="${count}"]`);
  await expect
    .poll(async () => {
      await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      return last.count();
    })
    .toBe(1);
  await expect(last.getByRole("textbox")).toHaveValue(/^Note \d+$/u);
  await panel.getByRole("searchbox", { name: "Find in notes" }).fill("note 349");
  await expect(list.locator("[aria-posinset]")).toHaveCount(1);
});
