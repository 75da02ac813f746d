import type { Locator } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

const tunnel = {
  article: 0,
  words:
    "Although Putin spoke of a “light at the end of the tunnel,” he insisted Russia would not halt its campaign until a comprehensive peace agreement was reached.",
};

test("the other articles follow the sentence cursor to what matches, and nothing else moves", async ({
  workbench,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  await keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await keyboard.press("Alt+1");
  await expect(desk.textOf(0)).toBeFocused();
  await keyboard.press("f");
  await expect(workbench.getByRole("button", { name: "Follow", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await desk.moveCursorTo(tunnel);
  const led = stripOf(desk, "Same quotation, 7 words");
  await expect(led).toHaveCount(1);
  await expect(
    led.locator("xpath=ancestor::article").getByText("delegates in Vladivostok"),
  ).toBeInViewport();
  await expect(stripOf(desk, "The others follow this one")).toHaveCount(1);
  await expect(stripOf(desk, "Nothing here matches")).toHaveCount(3);
  await expect(desk.textOf(0)).toBeFocused();
  await expectAccessible(workbench, "following");

  await keyboard.press("f");
  await expect(stripOf(desk, /./u)).toHaveCount(0);
});

test("evidence of the same claim is what is followed first, and one key goes on to the next", async ({
  workbench,
  core,
  articles,
}) => {
  const spanIn = async (number: number, words: string) => {
    const articleId = articles[number]?.id;
    if (articleId === undefined) {
      throw new Error(`there is no article ${number}`);
    }
    const { text } = await core.request("article.read", { articleId });
    const start = text.indexOf(words);
    expect(start).toBeGreaterThanOrEqual(0);
    return { articleId, start, end: start + words.length };
  };
  const here = "Putin quickly rejected the idea";
  const there = "Kremlin spokesman Dmitry Peskov praised";
  const withThere = await Promise.all(
    articles.map(async ({ id }, number) =>
      (await core.request("article.read", { articleId: id })).text.includes(there) ? number : -1,
    ),
  );
  const number = Math.max(...withThere);
  const { claim } = await core.request("claim.create", {
    statement: "Moscow rejects it",
    passage: await spanIn(0, here),
    stance: "supports",
  });
  await core.request("evidence.link", {
    claimId: claim.id,
    passage: await spanIn(number, there),
    stance: "disputes",
  });
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await workbench.keyboard.press("Alt+1");
  await workbench.keyboard.press("f");
  await desk.dragOver({ article: 0, words: here });
  await expect(stripOf(desk, "Same claim, disputes: Moscow rejects it")).toBeVisible();
  await expect(desk.textOf(number).getByText(there)).toBeInViewport();

  await workbench.keyboard.press("n");
  await expect(desk.textOf(number)).toBeFocused();
  await expect(desk.status).toContainText(there);
});

test("what is scrolled with the wheel leads, and being led leads no one", async ({ workbench }) => {
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await workbench.keyboard.press("Alt+1");
  await workbench.keyboard.press("f");
  await desk.textOf(3).hover();
  await workbench.mouse.wheel(0, 400);
  const pane = workbench.locator("[data-pane]").nth(3);
  await expect(pane).toContainText("The others follow this one");
  await expect.poll(() => scrollTopOf(desk.textOf(3))).toBeGreaterThan(200);
  const led = workbench.locator("[data-pane] p[data-matched]").first();
  // Not every sentence has its like elsewhere; a little further down there is one.
  await expect(async () => {
    await workbench.mouse.wheel(0, 40);
    await expect(led).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const scrolled = await scrollTopOf(desk.textOf(3));
  // Long after the others were led, the leader is where the hand left it.
  await desk.announcementAfter("f");
  expect(await scrollTopOf(desk.textOf(3))).toBe(scrolled);
  await expect(desk.textOf(0)).toBeFocused();
});

function stripOf(desk: WorkbenchPage, words: string | RegExp): Locator {
  return desk.page.locator("[data-follow-strip]").filter({ hasText: words });
}

function scrollTopOf(text: Locator): Promise<number> {
  return text.evaluate(({ scrollTop }) => scrollTop);
}
