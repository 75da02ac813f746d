import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Browser, Page } from "playwright-core";

import { compare, median, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { frameWork } from "./frame-work.ts";
import { countNodes, scrollTexts, settle, timeFromKey, timeHitTest } from "./in-page.ts";
import type { Taken } from "./in-page.ts";
import { commonWord, makeMarkedText, makeProject } from "./make-project.ts";
import { launchChromium, openProduct } from "./open-page.ts";
import type { ProductPage } from "./open-page.ts";
import { openAnnotatorPage, rendererNames } from "./text-annotator-page.ts";

const repeats = 7;
const edits = 41;
const frameMs = 1_000 / 60;
const maxNodes = 2_000;

const textIsShown = `document.querySelector("[data-row]") !== null`;
const marksAreShown = `document.querySelector("mark[data-highlights]") !== null`;

/**
 * Opening, coding, scrolling and finding in long articles, in Chromium, in the built product on its browser
 * host; opening also in @recogito/text-annotator.
 */
export async function measureReader(): Promise<Measure[]> {
  if (!existsSync(fileURLToPath(new URL("../../out/main/browser-host.js", import.meta.url)))) {
    throw new Error("there is no built product to measure; run `npm run build` first");
  }
  const folder = mkdtempSync(join(tmpdir(), "corroboard-bench-"));
  const browser = await launchChromium();
  try {
    const growth = await measureOpening(browser, folder);
    const edited = await measureEditing(browser, folder);
    const six = await measureSixPanes(browser, folder);
    return [...growth, ...edited, ...six];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureOpening(browser: Browser, folder: string): Promise<Measure[]> {
  const sizes = [
    { name: "1,000 words with 10", marked: makeMarkedText(1_000, 10, 1) },
    { name: "10,000 words with 1,000", marked: makeMarkedText(10_000, 1_000, 2) },
    { name: "100,000 words with 10", marked: makeMarkedText(100_000, 10, 3) },
    { name: "100,000 words with 1,000", marked: makeMarkedText(100_000, 1_000, 3) },
    { name: "100,000 words with 10,000", marked: makeMarkedText(100_000, 10_000, 3) },
  ];
  const largest = sizes[4]?.marked ?? { text: "", spans: [] };
  const opened: { readonly name: string; readonly product: ProductPage; timesMs: number[] }[] = [];
  const all = [...sizes, { name: "bare", marked: { text: largest.text, spans: [] } }];
  for (const [index, { name, marked }] of all.entries()) {
    const file = makeProject(folder, `open-${index}`, [marked]);
    opened.push({ name, product: await openProduct(browser, file), timesMs: [] });
  }
  const annotator = await openAnnotatorPage(browser, largest);
  const annotatorMs = rendererNames.map((name) => ({ name, timesMs: [] as number[] }));
  for (let run = 0; run < repeats; run += 1) {
    for (const { name, product, timesMs } of opened) {
      // Ten highlights need not be on the first screen.
      const isDone = name === "bare" || name.endsWith(" 10") ? textIsShown : marksAreShown;
      timesMs.push((await timeOpening(product, isDone)).toPaintedMs);
    }
    for (const { name, timesMs } of annotatorMs) {
      timesMs.push(await annotator.timeOpen(name));
    }
  }
  await annotator.close();
  for (const { product } of opened) {
    await product.close();
  }
  const mediansMs = new Map(opened.map(({ name, timesMs }) => [name, median(timesMs)]));
  const of = (name: string) => mediansMs.get(name) ?? Number.NaN;
  const full = of("100,000 words with 10,000");
  const fastest = Math.min(...annotatorMs.map(({ timesMs }) => median(timesMs)));
  const growth = (name: string, target: number) =>
    compare(`open / growth: ${name} / 1,000 words with 10`, of(name), of("1,000 words with 10"), {
      unit: "ms",
      target,
    });
  return [
    compare("open / bare text", full, of("bare"), { unit: "ms", target: 1.5 }),
    compare("open / text-annotator", full, fastest, { unit: "ms", target: 1 / 8 }),
    growth("10,000 words with 1,000", 2),
    growth("100,000 words with 10", 3),
    growth("100,000 words with 1,000", 3),
    growth("100,000 words with 10,000", 3),
  ];
}

async function timeOpening({ page, reopen }: ProductPage, isDone: string): Promise<Taken> {
  await reopen();
  await page.keyboard.press("Alt+L");
  await page.locator('[role="grid"][aria-label="Articles"] [role="row"]').first().focus();
  return timeFromKey(page, "Enter", isDone);
}

async function measureEditing(browser: Browser, folder: string): Promise<Measure[]> {
  const file = makeProject(folder, "edit", [makeMarkedText(100_000, 10_000, 3)]);
  const product = await openProduct(browser, file);
  const { page } = product;
  await timeOpening(product, marksAreShown);
  await settle(page);
  const taken = { add: [] as Taken[], recolour: [] as Taken[], remove: [] as Taken[] };
  await page.keyboard.press("Home");
  for (let edit = 0; edit < edits; edit += 1) {
    await page.keyboard.press("ArrowDown");
    await settle(page);
    const marks = await countMarks(page);
    taken.add.push(await timeFromKey(page, "h", `${marksInPage} !== ${marks}`));
    await page.locator("mark[data-current]").first().waitFor();
    await settle(page);
    const tint = await tintOfCurrent(page);
    taken.recolour.push(await timeFromKey(page, "1", `${tintInPage} !== ${JSON.stringify(tint)}`));
    await settle(page);
    const before = await countMarks(page);
    taken.remove.push(await timeFromKey(page, "Delete", `${marksInPage} !== ${before}`));
    await settle(page);
    await page.keyboard.press("Escape");
  }
  const hitTestMs = await timeHitTest(page);
  await page.keyboard.press("Home");
  const work = await frameWork(browser, page, () => scrollTexts(page, 5));
  const nodes = await countNodes(page);
  const found = await measureFind(page);
  await product.close();
  const ofEdits = (name: keyof typeof taken) => {
    const p95 = (of: keyof Taken) =>
      percentile(
        taken[name].map((each) => each[of]),
        0.95,
      );
    return [
      compare(`${name} / one frame: work from key to painted, p95`, p95("workMs"), frameMs, {
        unit: "ms",
        target: 1,
      }),
      compare(
        `${name} / two frames: key to painted with the wait for a frame, p95`,
        p95("toPaintedMs"),
        2 * frameMs,
        { unit: "ms", target: 1 },
      ),
    ];
  };
  return [
    ...ofEdits("add"),
    ...ofEdits("recolour"),
    ...ofEdits("remove"),
    compare("hit test under the pointer / 1 ms", hitTestMs, 1, { unit: "ms", target: 1 }),
    ...measuresOfScroll("scroll", work, nodes),
    ...found,
  ];
}

async function measureFind(page: Page): Promise<Measure[]> {
  const firstMs: number[] = [];
  const letterMs: number[] = [];
  for (let run = 0; run < repeats; run += 1) {
    await page.keyboard.press("Control+F");
    await page.locator("[data-find-field]").fill("");
    await settle(page);
    for (const [at, letter] of Array.from(commonWord.slice(0, -1)).entries()) {
      const isTyped = `document.querySelector("[data-find-field]").value.length === ${at + 1}`;
      letterMs.push((await timeFromKey(page, letter, isTyped)).toPaintedMs);
    }
    await settle(page);
    const length = commonWord.length;
    const lastHit = `[...document.querySelectorAll(".find-hit")].some((hit) => hit.textContent.length === ${length})`;
    const last = await timeFromKey(page, commonWord.at(-1) ?? "", lastHit);
    firstMs.push(last.toPaintedMs);
    await page.keyboard.press("Escape");
    await settle(page);
  }
  return [
    compare("find / 20,000 hits: last key to first screen painted", median(firstMs), 100, {
      unit: "ms",
      target: 1,
    }),
    compare("find / typing: key to letter painted, p95", percentile(letterMs, 0.95), 100, {
      unit: "ms",
      target: 1,
    }),
  ];
}

async function measureSixPanes(browser: Browser, folder: string): Promise<Measure[]> {
  const articles = Array.from({ length: 6 }, (_, index) =>
    makeMarkedText(100_000, 10_000, 10 + index),
  );
  const product = await openProduct(browser, makeProject(folder, "six", articles));
  const { page } = product;
  await product.reopen();
  await page.keyboard.press("Alt+A");
  await page.waitForFunction(
    `[...document.querySelectorAll('[role="document"]')].filter((text) => text.querySelector("mark")).length === 6`,
  );
  await settle(page);
  const work = await frameWork(browser, page, () => scrollTexts(page, 5));
  const nodes = await countNodes(page);
  await product.close();
  return measuresOfScroll("scroll six panes", work, nodes);
}

function measuresOfScroll(name: string, workMs: readonly number[], nodes: number): Measure[] {
  const slow = workMs.filter((each) => each > frameMs).length;
  return [
    compare(`${name} / frames over 16.7 ms of work`, (100 * slow) / workMs.length, 1, {
      unit: "%",
      target: 1,
    }),
    compare(`${name} / work of a frame, p95`, percentile(workMs, 0.95), frameMs, {
      unit: "ms",
      target: 1,
    }),
    compare(`${name} / page nodes`, nodes, maxNodes, { unit: "nodes", target: 1 }),
  ];
}

const marksInPage = `document.querySelectorAll("mark[data-highlights]").length + [...document.querySelectorAll("mark[data-highlights]")].reduce((sum, mark) => sum + mark.dataset.highlights.length, 0)`;
const tintInPage = `[...document.querySelectorAll("mark[data-current]")].map((mark) => JSON.stringify({ ...mark.dataset })).join()`;

function countMarks(page: Page): Promise<number> {
  return page.evaluate(marksInPage);
}

function tintOfCurrent(page: Page): Promise<string> {
  return page.evaluate(tintInPage);
}
