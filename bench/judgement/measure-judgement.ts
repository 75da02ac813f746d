import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";

import { compare, median, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { frameWork } from "../reader/frame-work.ts";
import { countNodes, settle, timeFromKey } from "../reader/in-page.ts";
import { launchChromium, openProduct } from "../reader/open-page.ts";
import { claimCount, makeClaims, rareWord } from "./make-claims.ts";

const frameMs = 1_000 / 60;
const scrollSeconds = 5;
const repeats = 5;
const maxNodes = 3_000;

/**
 * The list of claims and the matrix with 2,000 claims and 20,000 links, in Chromium, in the built product on
 * its browser host: scrolled a little in each frame, and filtered letter by letter.
 */
export async function measureJudgement(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-bench-"));
  const browser = await launchChromium();
  try {
    const product = await openProduct(browser, makeClaims(folder));
    const { page } = product;
    await product.reopen();
    await page.keyboard.press("Alt+C");
    await page.keyboard.press("Control+Shift+J");
    await page.locator(`${listInPage} [role="row"]`).first().waitFor();
    await settle(page);
    const listed = await frameWork(browser, page, () => scroll(page, listInPage, 40));
    const listNodes = await countNodes(page);
    const filtered = await measureFilter(page);

    await page.keyboard.press("Alt+M");
    await page.locator(`${matrixInPage} [data-state]`).first().waitFor();
    await settle(page);
    const down = await frameWork(browser, page, () => scroll(page, matrixInPage, 40));
    const matrixNodes = await countNodes(page);
    const walked = await measureWalk(page);
    await product.close();
    return [
      ...measuresOfScroll(`claims list, ${claimCount} claims`, listed, listNodes, maxNodes),
      ...filtered,
      ...measuresOfScroll(`matrix, ${claimCount} × 40`, down, matrixNodes, 2 * maxNodes),
      ...walked,
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const listInPage = '[role="grid"][aria-label="Claims"]';
const matrixInPage = '[role="grid"][aria-label="Claims and articles"]';

/** Types a word of one claim in ten: what a letter takes to be seen, and the last one to narrow the list. */
async function measureFilter(page: Page): Promise<Measure[]> {
  const letterMs: number[] = [];
  const narrowedMs: number[] = [];
  const field = '[role="toolbar"][aria-label="Claims"] input[type="search"]';
  for (let run = 0; run < repeats; run += 1) {
    await page.locator(field).focus();
    for (const [at, letter] of Array.from(rareWord.slice(0, -1)).entries()) {
      const isTyped = `document.querySelector('${field}').value.length === ${at + 1}`;
      letterMs.push((await timeFromKey(page, letter, isTyped)).toPaintedMs);
    }
    await settle(page);
    const isNarrowed = `[...document.querySelectorAll('[role="toolbar"][aria-label="Claims"] [role="status"]')].some((each) => each.textContent.startsWith("${claimCount / 10} of")) && document.querySelector('${field}').value.length === ${rareWord.length}`;
    narrowedMs.push((await timeFromKey(page, rareWord.at(-1) ?? "", isNarrowed)).toPaintedMs);
    await page.locator(field).fill("");
    await settle(page);
  }
  return [
    compare(
      "claims list, filter / typing: key to letter painted, p95",
      percentile(letterMs, 0.95),
      100,
      {
        unit: "ms",
        target: 1,
      },
    ),
    compare("claims list, filter / last key to narrowed list painted", median(narrowedMs), 100, {
      unit: "ms",
      target: 1,
    }),
  ];
}

/** From cell to cell with the arrow keys. */
async function measureWalk(page: Page): Promise<Measure[]> {
  await page.locator(matrixInPage).focus();
  const stepMs: number[] = [];
  for (let step = 0; step < 41; step += 1) {
    const key = step % 4 === 3 ? "ArrowDown" : "ArrowRight";
    const active = await page.locator(matrixInPage).getAttribute("aria-activedescendant");
    const isThere = `document.querySelector('${matrixInPage}').getAttribute("aria-activedescendant") !== ${JSON.stringify(active)}`;
    stepMs.push((await timeFromKey(page, key, isThere)).workMs);
    await settle(page);
  }
  return [
    compare("matrix, walk / work from key to painted, p95", percentile(stepMs, 0.95), frameMs, {
      unit: "ms",
      target: 1,
    }),
  ];
}

/** Scrolls down and, at the end, up again, a little in each frame. */
function scroll(page: Page, selector: string, pxPerFrame: number): Promise<void> {
  return page.evaluate(
    async ({ of, px, durationMs }) => {
      const region = document.querySelector(of);
      if (region === null) {
        throw new Error(`nothing to scroll: ${of}`);
      }
      const startPx = region.scrollTop;
      let step = px;
      const endAtMs = performance.now() + durationMs;
      while (performance.now() < endAtMs) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const before = region.scrollTop;
        region.scrollBy(0, step);
        if (region.scrollTop === before) {
          step = -step;
        }
      }
      if (region.scrollHeight <= region.clientHeight || region.scrollTop === startPx) {
        throw new Error("it did not scroll");
      }
    },
    { of: selector, px: pxPerFrame, durationMs: scrollSeconds * 1_000 },
  );
}

function measuresOfScroll(
  name: string,
  workMs: readonly number[],
  nodes: number,
  mostNodes: number,
): Measure[] {
  const slow = workMs.filter((each) => each > frameMs).length;
  return [
    compare(`${name}, scroll / frames over 16.7 ms of work`, (100 * slow) / workMs.length, 1, {
      unit: "%",
      target: 1,
    }),
    compare(`${name}, scroll / work of a frame, p95`, percentile(workMs, 0.95), frameMs, {
      unit: "ms",
      target: 1,
    }),
    compare(`${name}, scroll / page nodes`, nodes, mostNodes, { unit: "nodes", target: 1 }),
  ];
}
