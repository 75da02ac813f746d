import type { Browser } from "playwright-core";

import { compare, median } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { settle } from "./in-page.ts";
import { makeMarkedText, makeProject } from "./make-project.ts";
import {
  goToText,
  marksAreShown,
  textIsShown,
  timeAdding,
  timeOpening,
  timeRemoving,
} from "./open-article.ts";
import { openProduct } from "./open-page.ts";

const repeats = 7;
const wordCounts = [1_000, 10_000, 100_000];
const highlightCounts = [10, 1_000, 10_000];

/** More than this for each word is more than the largest article of the targets has on a screen. */
const usualDensity = 0.1;
/** How much slower the largest may be than the smallest, where a screen shows about as much. */
const maxGrowth = 3;

/**
 * Opening and adding in articles of all sizes, against the smallest one. Work may grow with what a screen
 * shows: where highlights are denser than usual, by as much as they are denser.
 */
export async function measureGrowth(browser: Browser, folder: string): Promise<Measure[]> {
  const measures: Measure[] = [];
  let smallest: { readonly openMs: number; readonly addMs: number } | null = null;
  for (const words of wordCounts) {
    for (const highlights of highlightCounts) {
      process.stderr.write(`  growth, ${words} words with ${highlights} highlights\n`);
      const name = `${words.toLocaleString("en")} words with ${highlights.toLocaleString("en")}`;
      const file = makeProject(folder, `growth-${words}-${highlights}`, [
        makeMarkedText(words, highlights, 3),
      ]);
      const taken = await timesOf(browser, file, highlights);
      smallest ??= taken;
      const target = maxGrowth * Math.max(highlights / words / usualDensity, 1);
      const options = { unit: "ms", target };
      measures.push(
        compare(`open / growth: ${name}`, taken.openMs, smallest.openMs, options),
        compare(
          `add, recolour, remove / growth, add: ${name}`,
          taken.addMs,
          smallest.addMs,
          options,
        ),
      );
    }
  }
  return measures;
}

async function timesOf(browser: Browser, file: string, highlights: number) {
  const product = await openProduct(browser, file);
  const { page } = product;
  const openMs: number[] = [];
  const addMs: number[] = [];
  for (let run = 0; run < repeats; run += 1) {
    // A few highlights in a long article need not be on the first screen.
    const isDone = highlights > 10 ? marksAreShown : textIsShown;
    openMs.push((await timeOpening(product, isDone)).toPaintedMs);
  }
  await settle(page);
  await goToText(page);
  for (let run = 0; run < repeats; run += 1) {
    await page.keyboard.press("ArrowDown");
    await settle(page);
    addMs.push((await timeAdding(page)).workMs);
    await page.locator("mark[data-current]").first().waitFor();
    await settle(page);
    await timeRemoving(page);
    await settle(page);
    await page.keyboard.press("Escape");
  }
  await product.close();
  return { openMs: median(openMs), addMs: median(addMs) };
}
