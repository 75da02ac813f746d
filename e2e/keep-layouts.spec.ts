import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

const titles = (page: Page) =>
  new WorkbenchPage(page).texts.evaluateAll((regions) =>
    regions.map((region) => region.getAttribute("aria-label")?.replace("Text of ", "") ?? ""),
  );

const widths = (page: Page) =>
  page
    .locator("[data-pane]")
    .evaluateAll((panes) => panes.map((pane) => Math.round(pane.getBoundingClientRect().width)));

test("articles are opened together, one at two places, and kept as a layout by name", async ({
  workbench: page,
  articles,
  core,
  host,
}) => {
  const desk = new WorkbenchPage(page);
  const { keyboard } = page;
  const library = page.getByRole("grid", { name: "Articles" });
  const picker = page.getByRole("region", { name: "Layouts of the desk" });

  await test.step("three of five are chosen by keyboard and opened in one action", async () => {
    await keyboard.press("Alt+l");
    await expect(library.locator(":focus")).toHaveCount(1);
    await keyboard.press("ArrowDown");
    await keyboard.press("Shift+ArrowDown");
    await keyboard.press("Shift+ArrowDown");
    await expect(library.getByRole("row", { selected: true })).toHaveCount(3);
    await keyboard.press("ControlOrMeta+Enter");
    const chosen = articles.slice(1, 4).map(({ title }) => title);
    await expect.poll(() => titles(page)).toEqual(chosen);
    await expect(desk.textOf(0)).toBeFocused();
  });

  await test.step("a second place of the first one is read beside it", async () => {
    await keyboard.press("Alt+n");
    await expect(desk.texts).toHaveCount(4);
    await expect(desk.textOf(1)).toBeFocused();
    await expect(desk.textOf(1)).toHaveAccessibleName(`Text of ${articles[1]?.title}, place 2`);
    const first = await desk.textOf(0).evaluate((region) => region.scrollTop);
    expect(await desk.announcementAfter("End")).not.toBe("");
    await expect
      .poll(() => desk.textOf(1).evaluate(({ scrollTop }) => scrollTop))
      .toBeGreaterThan(first);
    expect(await desk.textOf(0).evaluate((region) => region.scrollTop)).toBe(first);
  });

  await test.step("what is marked at one place is seen at the other, and jumps stay in the active one", async () => {
    await keyboard.press("h");
    const exact = (await core.request("highlight.list", {}))[0]?.exact ?? "";
    await expect(desk.textOf(1).locator("mark").first()).toHaveText(exact);
    await keyboard.press("Escape");
    await keyboard.press("Escape");
    await keyboard.press("Home");
    const first = await desk.textOf(0).evaluate((region) => region.scrollTop);
    await keyboard.press("Escape");
    await keyboard.press(".");
    await expect(desk.textOf(1).locator("mark[data-current]").first()).toBeInViewport();
    expect(await desk.textOf(0).evaluate((region) => region.scrollTop)).toBe(first);
  });

  await test.step("widths are set by keyboard, and the desk is kept by name", async () => {
    const before = await widths(page);
    await page.getByRole("separator", { name: "Width of articles 1 and 2" }).focus();
    for (let step = 0; step < 3; step += 1) {
      await keyboard.press("ArrowRight");
    }
    await expect.poll(() => widths(page)).not.toEqual(before);
    await expect
      .poll(async () => (await core.request("view.read", { key: "desk-sizes" })) as object)
      .toHaveProperty("4");
    await keyboard.press("Alt+Shift+D");
    await expect(picker.getByRole("searchbox")).toBeFocused();
    await keyboard.type("Two places");
    await keyboard.press("Enter");
    await expect(picker).toBeHidden();
    await expect(desk.status).toContainText("Layout kept as Two places");
  });
  const keptTitles = await titles(page);
  const keptWidths = await widths(page);

  await test.step("another desk is laid out by mouse", async () => {
    await library.getByRole("row").first().click();
    await library
      .getByRole("row")
      .nth(4)
      .click({ modifiers: ["ControlOrMeta"] });
    await page.getByRole("button", { name: /^Open the chosen articles/u }).click();
    await expect.poll(() => titles(page)).toEqual([articles[0]?.title, articles[4]?.title]);
    await page.getByRole("button", { name: /^Layouts of the desk/u }).click();
    await picker.getByRole("searchbox").fill("Two");
    await expectAccessible(page, "layouts");
    await keyboard.press("Escape");
    await expect(picker).toBeHidden();
  });

  await test.step("the layout comes back as it was, also after the page was closed", async () => {
    await page.goto("about:blank");
    await page.goto(await host.newAddress());
    await expect(desk.texts).toHaveCount(2);
    await page.getByRole("button", { name: /^Layouts of the desk/u }).click();
    await picker.getByRole("option", { name: /^Two places/u }).click();
    await expect.poll(() => titles(page)).toEqual(keptTitles);
    await expect.poll(() => widths(page)).toEqual(keptWidths);
  });

  await test.step("a name that is taken is replaced, and a layout can be forgotten", async () => {
    await keyboard.press("Alt+Shift+D");
    await keyboard.type("two places");
    await expect(picker.getByRole("option")).toHaveText([
      /^Two places/u,
      /^Keep this desk as/u,
      /^Forget/u,
    ]);
    const isChosen = (place: number) =>
      expect(picker.getByRole("option").nth(place)).toHaveAttribute("data-focused");
    await isChosen(0);
    await keyboard.press("ArrowDown");
    await isChosen(1);
    await keyboard.press("ArrowDown");
    await isChosen(2);
    await keyboard.press("Enter");
    await expect(picker.getByText("No layout has been kept")).toBeVisible();
    await keyboard.press("Escape");
  });
});
