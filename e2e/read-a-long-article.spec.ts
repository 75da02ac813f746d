import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures.ts";
import type { CoreClient } from "./hosts/core-client.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

const paragraphCount = 1_250;
const wordsOfParagraph = 80;

/** 100,000 words; each paragraph begins with a word of its own, "mark17". Every hundredth is a chapter. */
function longText(): string {
  const paragraphs = Array.from({ length: paragraphCount }, (_, number) => {
    const words = Array.from({ length: wordsOfParagraph - 1 }, (_word, at) =>
      at % 16 === 15 ? "said." : `w${(number * 31 + at * 7) % 997}`,
    );
    return `Mark${number} ${words.join(" ")} end${number}.`;
  });
  return paragraphs.join("\n\n");
}

async function importText(core: CoreClient, text: string): Promise<string> {
  const { upload } = await core.request("upload.put", { bytes: new TextEncoder().encode(text) });
  const { imported } = await core.request("article.import", {
    files: [{ name: "long.txt", upload }],
  });
  return imported[0]?.id ?? "";
}

/** What a copy puts on the clipboard, as other programs get it. */
async function copied(page: Page): Promise<string> {
  await page.evaluate(() => {
    document.addEventListener(
      "copy",
      (event) => {
        document.documentElement.dataset["copied"] = event.clipboardData?.getData("text/plain");
      },
      { once: true },
    );
  });
  await page.keyboard.press("ControlOrMeta+C");
  return page.evaluate(() => document.documentElement.dataset["copied"] ?? "");
}

/** The first paragraph that is seen at the top of the text, by the word it begins with. */
function firstSeen(page: Page): Promise<string> {
  return new WorkbenchPage(page).textOf(0).evaluate((region) => {
    const { top } = region.getBoundingClientRect();
    const block = [...region.querySelectorAll("[data-row]")].find(
      (row) => row.getBoundingClientRect().bottom > top,
    );
    return block?.textContent.split(" ")[0] ?? "";
  });
}

const countNodes = (page: Page) => page.evaluate(() => document.querySelectorAll("*").length);

test("an article of 100,000 words is read, searched, coded and copied like a short one", async ({
  core,
  host,
  page,
}) => {
  const text = longText();
  const articleId = await importText(core, text);
  const tag = await core.request("tag.create", { name: "Threat" });
  for (let number = 5; number < paragraphCount; number += 50) {
    const start = text.indexOf(`Mark${number} `);
    await core.request("highlight.create", {
      articleId,
      start,
      end: start + 200,
      tagIds: [tag.id],
    });
  }
  await page.goto(await host.newAddress());
  const workbench = new WorkbenchPage(page);
  const region = workbench.textOf(0);
  await page.getByRole("grid", { name: "Articles" }).getByRole("row").first().dblclick();
  await expect(region.getByText("Mark0 ")).toBeVisible();
  expect(await countNodes(page)).toBeLessThan(2_000);

  await test.step("the sentence cursor reaches both ends and says what is there", async () => {
    await page.keyboard.press("Alt+1");
    expect(await workbench.announcementAfter("End")).toContain(`end${paragraphCount - 1}.`);
    await expect(region.getByText(`Mark${paragraphCount - 1} `)).toBeInViewport();
    expect(await countNodes(page)).toBeLessThan(2_000);
    expect(await workbench.announcementAfter("Home")).toContain("Mark0 ");
    await expect(region.getByText("Mark0 ")).toBeInViewport();
  });

  await test.step("highlights far apart are walked through, each scrolled into view", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press(".");
    await page.keyboard.press(".");
    await expect(region.locator("mark[data-current]").first()).toBeInViewport();
    await expect(region.getByText("Mark55 ")).toBeInViewport();
    await page.keyboard.press("Escape");
  });

  await test.step("find counts in the whole text and goes to a hit that is not in the page", async () => {
    await page.keyboard.press("ControlOrMeta+F");
    await page.keyboard.type("mark1100 ");
    await expect(page.getByText("1 of 1 · pane 1")).toBeVisible();
    await expect(region.locator(".find-hit[data-current]")).toBeInViewport();
    await page.keyboard.press("Escape");
  });

  await test.step("a selection outlives scrolling, and is copied with what is not in the page", async () => {
    const from = region.getByText("Mark1100 ");
    await from.click({ position: { x: 2, y: 8 } });
    const box = await region.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
    await page.mouse.wheel(0, 9_000);
    await expect.poll(() => firstSeen(page)).toMatch(/^Mark11[3-9]\d$/u);
    const lastWord = `Mark${Number((await firstSeen(page)).slice(4)) + 1}`;
    const target = region.getByText(`${lastWord} `);
    await expect(target).toBeInViewport();
    await target.click({ position: { x: 3, y: 8 }, modifiers: ["Shift"] });
    const words = await copied(page);
    const start = text.indexOf("Mark1100 ");
    expect(words.startsWith("Mark1100 ") || words.startsWith("ark1100 ")).toBe(true);
    const end = text.indexOf(`${lastWord} `);
    expect(Math.abs(words.length - (end - start))).toBeLessThan(8);
    expect(text).toContain(words);
  });

  await test.step("select all and copy give the whole text as it was imported", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+A");
    expect(await copied(page)).toBe(text);
    expect(await countNodes(page)).toBeLessThan(2_000);
    await page.keyboard.press("Escape");
  });

  await test.step("what is highlighted is seen at once and is exact", async () => {
    await workbench.announcementAfter("End");
    await page.keyboard.press("h");
    await expect(region.locator("mark[data-current]").first()).toBeInViewport();
    await expect
      .poll(async () => {
        const highlights = await core.request("highlight.list", { articleId });
        return highlights.at(-1)?.exact ?? "";
      })
      .toMatch(new RegExp(`end${paragraphCount - 1}\\.$`, "u"));
  });

  await test.step("scrolling never makes the text jump", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Home");
    const jumps = await region.evaluate(async (element) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const found: number[] = [];
      for (let step = 0; step < 80; step += 1) {
        const { top } = element.getBoundingClientRect();
        const row = [...element.querySelectorAll<HTMLElement>("[data-row]")].find(
          (each) => each.getBoundingClientRect().bottom > top + 150,
        );
        const beforePx = row?.getBoundingClientRect().top ?? 0;
        const scrolledPx = element.scrollTop;
        element.scrollBy(0, step < 50 ? 130 : -90);
        const byPx = element.scrollTop - scrolledPx;
        await frame();
        await frame();
        if (row?.isConnected === true) {
          found.push(Math.abs(beforePx - byPx - row.getBoundingClientRect().top));
        }
      }
      return found;
    });
    expect(jumps.length).toBeGreaterThan(60);
    expect(Math.max(...jumps)).toBeLessThan(2);
  });

  await test.step("reading goes on where it was left, also after the page was closed", async () => {
    await region.evaluate((element) => {
      element.scrollTop = element.scrollHeight / 2;
    });
    await expect.poll(() => firstSeen(page)).toMatch(/^Mark[56]\d\d$/u);
    const seen = await firstSeen(page);
    await expect
      .poll(() => core.request("view.read", { key: `reading-place ${articleId}` }))
      .toMatchObject({ start: text.indexOf(`${seen} `) });
    await page.goto("about:blank");
    await page.goto(await host.newAddress());
    await expect.poll(() => firstSeen(page)).toBe(seen);
  });

  await test.step("it can be printed whole", async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    expect(await region.locator("[data-row]").count()).toBe(paragraphCount);
    const seen = await firstSeen(page);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await expect.poll(() => region.locator("[data-row]").count()).toBeLessThan(100);
    expect(await firstSeen(page)).toBe(seen);
  });

  await test.step("what is not in the page says how much it is, and all of it can be put there", async () => {
    const gap = region.locator("[data-gap]").last();
    await expect(gap).toHaveText(/^\d+ more paragraphs from here$/u);
    const rows = await region.locator("[data-row]").count();
    await page.keyboard.press("Alt+1");
    await page.keyboard.press("ControlOrMeta+K");
    await page.keyboard.type("Keep whole long");
    await page.keyboard.press("Enter");
    await expect(region.locator("[data-row]")).toHaveCount(paragraphCount);
    await expect(region.locator("[data-gap]")).toHaveCount(0);
    expect(await region.evaluate((element) => element.textContent)).toContain("end1249.");
    await page.keyboard.press("ControlOrMeta+K");
    await page.keyboard.type("Keep whole long");
    await page.keyboard.press("Enter");
    await expect.poll(() => region.locator("[data-row]").count()).toBeLessThan(rows + 20);
  });

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual(
    [],
  );
});
