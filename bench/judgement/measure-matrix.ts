import type { Page } from "playwright-core";

import { compare, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { frameWork } from "../reader/frame-work.ts";
import { countNodes, settle, timeFromKey } from "../reader/in-page.ts";
import { articleCount, claimCount } from "./make-claims.ts";
import { frameMs, measureOfNodes, measuresOfFrames, scroll, withClaims } from "./with-claims.ts";

const maxNodes = 6_000;
const matrixInPage = '[role="grid"][aria-label="Claims and articles"]';

/** The matrix of claims and articles: scrolled a little in each frame, and walked through by arrow keys. */
export function measureMatrix(): Promise<Measure[]> {
  return withClaims(async (page, browser) => {
    await page.keyboard.press("Alt+M");
    await page.keyboard.press("Control+Shift+J");
    await page.locator(`${matrixInPage} [data-state]`).first().waitFor();
    await settle(page);
    const workMs = await frameWork(browser, page, () => scroll(page, matrixInPage, 40));
    const nodes = await countNodes(page);
    const name = `matrix, ${claimCount} × ${articleCount}, scroll`;
    return [
      ...measuresOfFrames(name, workMs),
      measureOfNodes(name, nodes, maxNodes),
      ...(await measureWalk(page)),
    ];
  });
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
