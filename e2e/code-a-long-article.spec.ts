import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

const paragraphCount = 1_250;

/** 100,000 words; each paragraph begins with a word of its own, "Mark17", and ends with "end17". */
function longText(): string {
  return Array.from({ length: paragraphCount }, (_, number) => {
    const words = Array.from({ length: 78 }, (_word, at) =>
      at % 16 === 15 ? "said." : `w${(number * 31 + at * 7) % 997}`,
    );
    return `Mark${number} ${words.join(" ")} end${number}.`;
  }).join("\n\n");
}

test("an article of 100,000 words is coded with keys alone, from its first to its last word", async ({
  core,
  host,
  page,
}) => {
  const bytes = new TextEncoder().encode(longText());
  const { upload } = await core.request("upload.put", { bytes });
  await core.request("article.import", { files: [{ name: "long.txt", upload }] });
  await page.goto(await host.newAddress());
  await expect(page.getByRole("navigation", { name: "Library" })).toBeVisible();
  const desk = new WorkbenchPage(page);
  const { keyboard } = page;
  const last = paragraphCount - 1;
  await keyboard.press("Alt+a");
  await expect(desk.textOf(0)).toBeVisible();

  await test.step("all hits of a pattern are tagged", async () => {
    await keyboard.press("ControlOrMeta+f");
    const bar = page.getByRole("search", { name: "Find in open articles" });
    await bar.getByRole("button", { name: "Regular expression" }).press("Enter");
    await bar.getByRole("textbox").focus();
    await keyboard.type(String.raw`\bMark\d+`);
    await expect(bar.locator("output")).toContainText(`of ${paragraphCount}`);
    await keyboard.press("Alt+Enter");
    await keyboard.type("Opening");
    expect(await desk.announcementAfter("Enter")).toBe(`Tagged Opening: ${paragraphCount} hits`);
    await bar.getByRole("textbox").press("Escape");
  });

  await test.step("the last highlight is reached, resized, retagged and taken back", async () => {
    await keyboard.press("Alt+1");
    expect(await desk.announcementAfter("End")).toContain(`end${last}.`);
    await keyboard.press("Escape");
    expect(await desk.announcementAfter(".")).toContain(
      `Highlight ${paragraphCount} of ${paragraphCount}: tag Opening`,
    );
    expect(await desk.announcementAfter("Shift+ArrowRight")).toMatch(/^Added: w\d+\. 2 words$/u);
    await keyboard.press("r");
    await keyboard.type("Closing");
    expect(await desk.announcementAfter("Enter")).toBe("Retagged Closing");
    expect(await desk.announcementAfter("ControlOrMeta+z")).toContain("Undone: ");
    expect(await desk.announcementAfter("ControlOrMeta+z")).toBe("Undone: resize highlight");
    const end = (await core.request("highlight.list", {})).at(-1);
    expect(end?.exact).toBe(`Mark${last}`);
  });

  await test.step("the first two paragraphs are chosen, and their highlights walked", async () => {
    await desk.announcementAfter("Home");
    expect(await desk.announcementAfter("Alt+Shift+ArrowDown")).toContain("end1.");
    await keyboard.press("h");
    await expect
      .poll(async () => (await core.request("highlight.list", {})).length)
      .toBe(paragraphCount + 1);
    await desk.announcementAfter("Home");
    expect(await desk.announcementAfter("o")).toMatch(/^1 of 2 here: tag Opening/u);
    expect(await desk.announcementAfter("o")).toMatch(/^2 of 2 here: /u);
  });

  await test.step("the table leads from its last row into the text", async () => {
    await keyboard.press("Alt+d");
    const grid = page.getByRole("grid", { name: "Highlights" });
    await expect(grid).toBeFocused();
    await expect(grid).toHaveAttribute("aria-rowcount", `${paragraphCount + 2}`);
    await keyboard.press("End");
    await expect(grid.locator(`[aria-rowindex="${paragraphCount + 2}"]`)).toContainText(
      `Mark${last}`,
    );
    await keyboard.press("Enter");
    await expect(desk.textOf(0)).toBeFocused();
    await expect(desk.textOf(0).locator("mark", { hasText: `Mark${last}` })).toBeVisible();
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(3_000);
  });
});
