import type { Page } from "playwright-core";

import { compare, median, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { settle, timeFromKey } from "./in-page.ts";
import { commonWord } from "./make-project.ts";

const repeats = 7;

/** Types a word with 20,000 hits in the article that is open. */
export async function measureFind(page: Page): Promise<Measure[]> {
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
