import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Browser } from "playwright-core";

import type { Measure } from "../measure.ts";
import { measureEditing } from "./measure-editing.ts";
import { measureGrowth } from "./measure-growth.ts";
import { measureOpening } from "./measure-opening.ts";
import { measureSixPanes } from "./measure-scroll.ts";
import { launchChromium } from "./open-page.ts";

/**
 * Opening, coding, scrolling and finding in the largest article, in Chromium, in the built product on its
 * browser host; opening also in @recogito/text-annotator.
 */
export function measureReader(): Promise<Measure[]> {
  return inChromium([measureOpening, measureEditing, measureSixPanes]);
}

/** Opening and coding in articles of all sizes. */
export function measureReaderGrowth(): Promise<Measure[]> {
  return inChromium([measureGrowth]);
}

type MeasureInBrowser = (browser: Browser, folder: string) => Promise<Measure[]>;

async function inChromium(steps: readonly MeasureInBrowser[]): Promise<Measure[]> {
  if (!existsSync(fileURLToPath(new URL("../../out/main/browser-host.js", import.meta.url)))) {
    throw new Error("there is no built product to measure; run `npm run build` first");
  }
  const folder = mkdtempSync(join(tmpdir(), "corroboard-bench-"));
  const browser = await launchChromium();
  try {
    const measures: Measure[] = [];
    for (const measure of steps) {
      const found = await measure(browser, folder);
      for (const { name, value, ratio, unit } of found) {
        process.stderr.write(`  ${name}: ${value.toFixed(2)} ${unit}, ratio ${ratio.toFixed(2)}\n`);
      }
      measures.push(...found);
    }
    return measures;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
