import type { Browser } from "playwright-core";

import { compare, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { frameWork } from "./frame-work.ts";
import { countNodes, scrollTexts, settle } from "./in-page.ts";
import { makeMarkedText, makeProject } from "./make-project.ts";
import { openProduct } from "./open-page.ts";

const frameMs = 1_000 / 60;
const maxNodes = 2_000;

/** Six of the largest articles side by side, scrolled at once. */
export async function measureSixPanes(browser: Browser, folder: string): Promise<Measure[]> {
  const articles = Array.from({ length: 6 }, (_, index) =>
    makeMarkedText(100_000, 10_000, 10 + index),
  );
  const product = await openProduct(browser, makeProject(folder, "six", articles));
  const { page } = product;
  await product.reopen();
  await page.keyboard.press("Alt+A");
  await page.locator('[role="document"]:has(mark)').nth(5).waitFor();
  await settle(page);
  const work = await frameWork(browser, page, () => scrollTexts(page, 5));
  const nodes = await countNodes(page);
  await product.close();
  return measuresOfScroll("scroll six panes", work, nodes);
}

export function measuresOfScroll(
  name: string,
  workMs: readonly number[],
  nodes: number,
): Measure[] {
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
