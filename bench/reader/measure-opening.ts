import type { Browser } from "playwright-core";

import { compare, median } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { makeMarkedText, makeProject } from "./make-project.ts";
import { marksAreShown, textIsShown, timeOpening } from "./open-article.ts";
import { openProduct } from "./open-page.ts";
import { openAnnotatorPage, rendererNames } from "./text-annotator-page.ts";

const repeats = 7;

/** The largest article, with its highlights, without any, and in both renderers of text-annotator, in turn. */
export async function measureOpening(browser: Browser, folder: string): Promise<Measure[]> {
  const marked = makeMarkedText(100_000, 10_000, 3);
  const full = await openProduct(browser, makeProject(folder, "open-full", [marked]));
  const bare = await openProduct(
    browser,
    makeProject(folder, "open-bare", [{ text: marked.text, spans: [] }]),
  );
  const annotator = await openAnnotatorPage(browser, marked);
  const fullMs: number[] = [];
  const bareMs: number[] = [];
  const annotatorMs = rendererNames.map((name) => ({ name, timesMs: [] as number[] }));
  for (let run = 0; run < repeats; run += 1) {
    process.stderr.write(`  opening, ${run + 1} of ${repeats}\n`);
    fullMs.push((await timeOpening(full, marksAreShown)).toPaintedMs);
    bareMs.push((await timeOpening(bare, textIsShown)).toPaintedMs);
    for (const { name, timesMs } of annotatorMs) {
      timesMs.push(await annotator.timeOpen(name));
    }
  }
  await annotator.close();
  await full.close();
  await bare.close();
  const fastest = Math.min(...annotatorMs.map(({ timesMs }) => median(timesMs)));
  return [
    compare("open / bare text", median(fullMs), median(bareMs), { unit: "ms", target: 1.5 }),
    compare("open / text-annotator", median(fullMs), fastest, { unit: "ms", target: 1 / 8 }),
  ];
}
