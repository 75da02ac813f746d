import type { Browser } from "playwright-core";

import { compare, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { frameWork } from "./frame-work.ts";
import { countNodes, scrolledPx, scrollTexts, settle } from "./in-page.ts";
import { commonWord, makeMarkedText, makeProject } from "./make-project.ts";
import type { Marked } from "./make-project.ts";
import { openProduct } from "./open-page.ts";

const frameMs = 1_000 / 60;
const maxNodes = 2_000;

/** Six editions of the largest article side by side: one is scrolled, the others follow to what matches. */
export async function measureSixPanes(browser: Browser, folder: string): Promise<Measure[]> {
  const product = await openProduct(browser, makeProject(folder, "six", makeEditions(6)));
  const { page } = product;
  await product.reopen();
  await page.keyboard.press("Alt+A");
  await page.locator('[role="document"]:has(mark)').nth(5).waitFor();
  await page.keyboard.press("Alt+1");
  await page.locator('[role="document"]:focus').waitFor();
  await page.keyboard.press("f");
  // Until all six texts are in the index the core looks for matches in vain or slowly.
  await page.getByText("The others follow this one").waitFor();
  await page
    .getByText(/words in a row$|^Same quotation|^Similar sentence/u)
    .nth(4)
    .waitFor();
  await settle(page);
  const before = await scrolledPx(page);
  const work = await frameWork(browser, page, () => scrollTexts(page, 5, 1));
  await settle(page);
  const nodes = await countNodes(page);
  const after = await scrolledPx(page);
  await product.close();
  if (after.some((px, pane) => px - (before[pane] ?? 0) < minScrolledPx)) {
    throw new Error("not every pane followed");
  }
  return measuresOfScroll("scroll / six panes following each other", work, nodes);
}

/** Less than this in five seconds is not following. */
const minScrolledPx = 1_000;

/** The largest article again and again; a word of each is another, or they would be one article. */
function makeEditions(count: number): Marked[] {
  const { text, spans } = makeMarkedText(100_000, 10_000, 3);
  return Array.from({ length: count }, (_, edition) => {
    const name = `edition${edition}`.slice(-commonWord.length);
    return { text: `${name}${text.slice(commonWord.length)}`, spans };
  });
}

export function measuresOfScroll(
  name: string,
  workMs: readonly number[],
  nodes: number,
): Measure[] {
  const slow = workMs.filter((each) => each > frameMs).length;
  return [
    compare(`${name}: frames over 16.7 ms of work`, (100 * slow) / workMs.length, 1, {
      unit: "%",
      target: 1,
    }),
    compare(`${name}: work of a frame, p95`, percentile(workMs, 0.95), frameMs, {
      unit: "ms",
      target: 1,
    }),
    compare(`${name}: page nodes`, nodes, maxNodes, { unit: "nodes", target: 1 }),
  ];
}
