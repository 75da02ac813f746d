import type { Locator, Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

const text = `Paris summit in brief

Leaders met on Thursday and agreed on a first list of pledges for the force.

What was promised

${Array.from({ length: 24 }, (_, at) => `Country number ${at + 1} said that it would send support by land, sea or air once fighting stops.`).join("\n\n")}

What was not said

No country named a figure, and none named a date.
`;

/** How the text is set now, as the browser draws it. */
const setting = (region: Locator) =>
  region.evaluate((element) => {
    const { fontFamily, fontSize, lineHeight } = getComputedStyle(element);
    const column = element.firstElementChild;
    return {
      fontFamily,
      sizePx: Number.parseFloat(fontSize),
      lineShare: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
      widthPx: column === null ? 0 : Number.parseFloat(getComputedStyle(column).maxWidth),
      numbers: element.closest("[data-block-numbers]") !== null,
      theme: document.documentElement.dataset["theme"] ?? "system",
    };
  });

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test("texts are set to the reader’s comfort, by keyboard and by mouse, and stay so", async ({
  core,
  host,
  page,
}) => {
  const { upload } = await core.request("upload.put", { bytes: new TextEncoder().encode(text) });
  const { imported } = await core.request("article.import", { files: [{ name: "a.txt", upload }] });
  const articleId = imported[0]?.id ?? "";
  await core.request("highlight.create", { articleId, start: 30, end: 60, tagIds: [] });
  await page.goto(await host.newAddress());
  const workbench = new WorkbenchPage(page);
  const { keyboard } = page;
  await page.getByRole("grid", { name: "Articles" }).getByRole("row").first().dblclick();
  const region = workbench.textOf(0);
  const usual = await setting(region);
  const dialog = page.getByRole("dialog", { name: "Reading view" });

  await test.step("size by its own keys", async () => {
    await keyboard.press("Alt+1");
    expect(await workbench.announcementAfter("Alt+=")).toBe("Size of texts: 110 %");
    expect((await setting(region)).sizePx).toBeCloseTo(usual.sizePx * 1.1, 1);
  });

  await test.step("type, width and line spacing in the reading view, by keyboard", async () => {
    await keyboard.press("Alt+r");
    await expect(dialog).toBeVisible();
    await dialog.getByLabel("Type").focus();
    await keyboard.press("ArrowDown");
    expect((await setting(region)).fontFamily).not.toBe(usual.fontFamily);
    const more = (name: string) => dialog.getByRole("button", { name: `More: ${name}` });
    await tabTo(page, more("Width"));
    await keyboard.press("Enter");
    await tabTo(page, more("Line spacing"));
    await keyboard.press("Space");
    const now = await setting(region);
    expect(now.widthPx).toBeGreaterThan(usual.widthPx);
    expect(now.lineShare).toBeCloseTo(1.65, 2);
    await keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("paragraph numbers and the size again, by mouse", async () => {
    await page.getByRole("button", { name: "Reading view" }).click();
    await dialog.getByLabel("Number paragraphs").click();
    await dialog.getByRole("button", { name: "Less: Size" }).click();
    const now = await setting(region);
    expect(now.numbers).toBe(true);
    expect(now.sizePx).toBeCloseTo(usual.sizePx, 1);
    await keyboard.press("Escape");
  });

  await test.step("every colour scheme is a paper of its own and readable with marks", async () => {
    const papers = new Set<string>();
    for (const theme of ["Light", "Dark", "Sepia", "High contrast"]) {
      const said = await workbench.announcementAfter("Alt+t");
      expect(said.toLowerCase()).toBe(`colours: ${theme.toLowerCase()}`);
      papers.add(await paper(page));
      await expectAccessible(page, `colours ${theme}`);
    }
    expect(papers.size).toBeGreaterThanOrEqual(3); // high contrast is white, which light nearly is
    await page.getByRole("button", { name: "Reading view" }).click();
    await dialog.getByLabel("Colours").selectOption("sepia");
    await keyboard.press("Escape");
    expect((await setting(region)).theme).toBe("sepia");
  });

  await test.step("the outline goes to a heading, by keyboard", async () => {
    await keyboard.press("Alt+1");
    await keyboard.press("Alt+o");
    const headings = page.getByRole("menu", { name: "Headings" });
    await expect(headings.getByRole("menuitem")).toHaveText([
      "Paris summit in brief",
      "What was promised",
      "What was not said",
    ]);
    const last = headings.getByRole("menuitem", { name: "What was not said" });
    await expect(async () => {
      await keyboard.press("End"); // acts once the menu has the focus
      await expect(last).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await keyboard.press("Enter");
    await expect(region.getByText("What was not said")).toBeInViewport();
    await expect(region).toBeFocused();
  });

  await test.step("all of it is there again after the page was closed", async () => {
    const left = await setting(region);
    const scrolledPx = await region.evaluate((element) => element.scrollTop);
    expect(scrolledPx).toBeGreaterThan(0);
    await expect
      .poll(() => core.request("view.read", { key: `reading-place ${articleId}` }))
      .not.toBeNull();
    await page.goto("about:blank");
    await page.goto(await host.newAddress());
    await expect.poll(() => setting(workbench.textOf(0))).toEqual(left);
    await expect
      .poll(() => workbench.textOf(0).evaluate((element) => element.scrollTop))
      .toBeGreaterThan(scrolledPx - 40);
  });
});

/** Presses Tab until the element has the focus, as a user without a mouse gets there. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press("Tab");
    if (await element.evaluate((each) => each === document.activeElement)) {
      return;
    }
  }
  throw new Error("Tab does not reach it");
}
