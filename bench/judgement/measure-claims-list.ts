import type { Page } from "playwright-core";

import { compare, median, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { frameWork } from "../reader/frame-work.ts";
import { countNodes, settle, timeFromKey } from "../reader/in-page.ts";
import { claimCount, rareWord } from "./make-claims.ts";
import { measureOfNodes, measuresOfFrames, scroll, withClaims } from "./with-claims.ts";

const repeats = 5;
const maxNodes = 3_000;
const listInPage = '[role="grid"][aria-label="Claims"]';

/** The list of claims: scrolled a little in each frame, and filtered letter by letter. */
export function measureClaimsList(): Promise<Measure[]> {
  return withClaims(async (page, browser) => {
    await page.keyboard.press("Alt+C");
    await page.keyboard.press("Control+Shift+J");
    await page.locator(`${listInPage} [role="row"]`).first().waitFor();
    await settle(page);
    const workMs = await frameWork(browser, page, () => scroll(page, listInPage, 40));
    const nodes = await countNodes(page);
    const name = `claims list, ${claimCount} claims, scroll`;
    return [
      ...measuresOfFrames(name, workMs),
      measureOfNodes(name, nodes, maxNodes),
      ...(await measureFilter(page)),
    ];
  });
}

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
