import type { Locator, Page } from "@playwright/test";

import { bytesOfHostile, hostileFiles, hostileStringsOf } from "#core/testing/hostile/corpus";
import { expectationOf } from "#core/testing/hostile/expectations";

import { activeParts, startCanary } from "./canary.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

async function chooseFiles(page: Page, chosen: { name: string; buffer: Buffer }[]) {
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("ControlOrMeta+o");
  await (await choosing).setFiles(chosen.map((file) => ({ ...file, mimeType: "text/plain" })));
}

/** Some of the words that stand first in a text, as they are shown. */
function firstWords(text: string): string {
  return /[\p{L}\p{N}]{1,12}/u.exec(text)?.[0] ?? "";
}

test("every hostile file is refused by name or shown as text, and does nothing", async ({
  page,
  host,
  core,
}) => {
  const files = hostileFiles();
  const canary = await startCanary(page);
  await page.goto(await host.newAddress());
  const library = page.getByRole("navigation", { name: "Library" });
  await expect(library).toBeVisible();
  const refused = files.filter((file) => expectationOf(file).refusal !== null);
  await chooseFiles(
    page,
    files.map(({ file }) => ({
      name: file.replace("/", " "),
      buffer: canary.aimed(bytesOfHostile(file)),
    })),
  );
  const report = page.getByRole("alert", { name: "Not imported" });
  await expect(report.getByRole("listitem")).toHaveCount(refused.length);
  expect(await activeParts(report)).toEqual([]);
  await report.getByRole("button", { name: "Dismiss" }).click();

  const articles = await core.request("article.list", {});
  expect(articles).toHaveLength(files.length - refused.length);
  const region = new WorkbenchPage(page).textOf(0);
  for (const article of articles) {
    await page.keyboard.press("Alt+l");
    await openRow(library, articles.indexOf(article));
    const { text } = await core.request("article.read", { articleId: article.id });
    await expect(region).toContainText(firstWords(text));
    expect(await activeParts(region)).toEqual([]);
    expect(await activeParts(library)).toEqual([]);
    await page
      .getByRole("button", { name: /^Close (?!find)/u })
      .first()
      .click();
    await expect(region).toHaveCount(0);
  }
  expect(await canary.song()).toEqual([]);
  await expect(page).toHaveURL(`${host.origin()}/`);
  canary.close();
});

async function openRow(library: Locator, index: number): Promise<void> {
  const row = library.getByRole("grid", { name: "Articles" }).getByRole("row").nth(index);
  await row.scrollIntoViewIfNeeded();
  await row.dblclick();
}

test("names that attack stay names wherever they are shown", async ({ page, host, core }) => {
  const canary = await startCanary(page);
  const names = hostileStringsOf("injection_strings")
    .slice(0, 30)
    .map((name) => canary.aimedText(name).toWellFormed().slice(0, 300))
    .filter((name) => name.trim() !== "");
  const [first = ""] = names;
  const articles = [];
  for (const [index, name] of names.entries()) {
    const bytes = new TextEncoder().encode(
      `${name}\n\nText ${index} of an article that attacks.\n`,
    );
    const { upload } = await core.request("upload.put", { bytes });
    const { imported } = await core.request("article.import", {
      files: [{ name: name.slice(0, 200), upload }],
    });
    const [article] = imported;
    if (article === undefined) {
      throw new Error("it is plain text");
    }
    await core.request("article.describe", {
      articleId: article.id,
      patch: { title: name, outlet: name, author: name, url: name, note: name },
    });
    const tag = await core.request("tag.create", { name, shortcut: null }).catch(() => null);
    const { claim } = await core.request("claim.create", {
      statement: name,
      note: name,
      tagIds: tag === null ? [] : [tag.id],
      passage: { articleId: article.id, start: 0, end: article.textLength - 1 },
      stance: "supports",
    });
    articles.push({ article, claim });
  }
  await core.request("project.rename", { title: "<img src=x onerror=__pwn('title')>" });
  const [board] = await core.request("board.list", {});
  await core.request("card.add", {
    boardId: board?.id ?? "",
    cards: articles.slice(0, 12).map(({ claim }, index) => ({
      subject: { kind: "claim" as const, claimId: claim.id },
      place: {
        x: (index % 4) * 300,
        y: Math.floor(index / 4) * 200,
        width: 240,
        height: 140,
        groupId: null,
      },
    })),
  });

  await page.goto(await host.newAddress());
  await page.getByRole("grid", { name: "Articles" }).getByRole("row").first().dblclick();
  await expect(new WorkbenchPage(page).textOf(0)).toContainText(first);
  const desk = new WorkbenchPage(page);
  for (const dock of ["Claims", "Board", "Matrix", "Sources", "History"] as const) {
    await desk.openDock(dock);
    const panel = page.getByRole("tabpanel", { name: dock });
    await expect(panel).toBeVisible();
    expect(await activeParts(panel), dock).toEqual([]);
  }
  expect(await canary.song()).toEqual([]);
  canary.close();
});

test("searching with patterns that never end leaves the page answering", async ({
  page,
  host,
  core,
}) => {
  const canary = await startCanary(page);
  const { upload } = await core.request("upload.put", {
    bytes: bytesOfHostile("txt/t21-redos.txt"),
  });
  await core.request("article.import", { files: [{ name: "redos.txt", upload }] });
  await page.goto(await host.newAddress());
  await page.getByRole("grid", { name: "Articles" }).getByRole("row").first().dblclick();
  await expect(new WorkbenchPage(page).textOf(0)).toContainText("aaa");
  await page.keyboard.press("Alt+1");
  await page.keyboard.press("ControlOrMeta+f");
  const bar = page.getByRole("search", { name: "Find in open articles" });
  const field = bar.getByRole("textbox");
  const told = bar.locator("output");
  for (const words of hostileStringsOf("fts_queries")) {
    await field.fill(words);
    await expect(field).toHaveValue(words.replaceAll(/[\r\n]/gu, ""));
  }
  await bar.getByRole("button", { name: "Regular expression" }).click();
  for (const pattern of [
    ...hostileStringsOf("regexes"),
    String.raw`(\s*)*x`,
    "(([a-z])+.)+[A-Z]",
  ]) {
    await field.fill(pattern);
    await expect(told).toContainText(
      /of \d|no hit|Nothing|not found|no regular expression|takes too long/iu,
    );
  }
  await field.fill("aaa");
  await expect(told).toContainText(/of \d/u);
  expect(await canary.song()).toEqual([]);
  canary.close();
});
