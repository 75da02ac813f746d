import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Browser, Page } from "playwright-core";

import { compare, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { launchChromium, openProduct } from "../reader/open-page.ts";
import { makeClaims } from "./make-claims.ts";

export const frameMs = 1_000 / 60;
/** How long something is scrolled, panned or dragged. */
export const goOnSeconds = 5;

/**
 * Lets measure the built product, on its browser host in Chromium, with 2,000 claims and 20,000 links.
 * @param prepare adds more to the project before it is opened
 */
export async function withClaims(
  measure: (page: Page, browser: Browser) => Promise<Measure[]>,
  prepare: (projectFile: string) => void = () => {},
): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-bench-"));
  const browser = await launchChromium();
  try {
    const projectFile = makeClaims(folder);
    prepare(projectFile);
    const product = await openProduct(browser, projectFile);
    await product.reopen();
    const measures = await measure(product.page, browser);
    await product.close();
    return measures;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Scrolls down and, at the end, up again, a little in each frame. */
export function scroll(page: Page, selector: string, pxPerFrame: number): Promise<void> {
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
    { of: selector, px: pxPerFrame, durationMs: goOnSeconds * 1_000 },
  );
}

/** Of the frames of something that went on: how many took longer than a frame, and the 95th percentile. */
export function measuresOfFrames(name: string, workMs: readonly number[]): Measure[] {
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
  ];
}

export function measureOfNodes(name: string, nodes: number, mostNodes: number): Measure {
  return compare(`${name} / page nodes`, nodes, mostNodes, { unit: "nodes", target: 1 });
}
