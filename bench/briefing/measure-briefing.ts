import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";

import { compare, median, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { randomNumbers } from "../random-numbers.ts";
import { settle, timeFromKey } from "../reader/in-page.ts";
import type { Taken } from "../reader/in-page.ts";
import { launchChromium, openProduct } from "../reader/open-page.ts";
import { makeBriefingProject } from "./make-briefing.ts";

const repeats = 5;
const keystrokes = 120;
const frameMs = 1_000 / 60;
/** A pause in typing as long as this one is saved, and what is computed of the whole text is computed anew. */
const longPauseMs = 1_400;

const sizes = [
  { title: "Small", words: 2_000, citations: 200 },
  { title: "Large", words: 20_000, citations: 2_000 },
] as const;

/** Opening and writing in a long briefing, in Chromium, in the built product on its browser host. */
export async function measureBriefing(): Promise<Measure[]> {
  if (!existsSync(fileURLToPath(new URL("../../out/main/browser-host.js", import.meta.url)))) {
    throw new Error("there is no built product to measure; run `npm run build` first");
  }
  const folder = mkdtempSync(join(tmpdir(), "corroboard-bench-"));
  const browser = await launchChromium();
  try {
    const product = await openProduct(browser, makeBriefingProject(folder, "briefing", sizes));
    const { page } = product;
    const openMs = { Small: [] as number[], Large: [] as number[] };
    for (let run = 0; run < repeats; run += 1) {
      for (const { title, citations } of sizes) {
        await product.reopen();
        openMs[title].push(await openBriefing(page, title, citations));
      }
    }
    const keys = await typeInTheMiddle(page);
    await product.close();
    const p95 = (of: keyof Taken) =>
      percentile(
        keys.map((each) => each[of]),
        0.95,
      );
    return [
      compare(
        "briefing / open: 20,000 words with 2,000 citations / 2,000 words with 200",
        median(openMs.Large),
        median(openMs.Small),
        { unit: "ms", target: 10 },
      ),
      compare("briefing / one frame: work from key to painted, p95", p95("workMs"), frameMs, {
        unit: "ms",
        target: 1,
      }),
      compare(
        "briefing / two frames: key to painted with the wait for a frame, p95",
        p95("toPaintedMs"),
        2 * frameMs,
        { unit: "ms", target: 1 },
      ),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From choosing it in the list until every citation shows what it is now, and is painted. */
async function openBriefing(page: Page, title: string, citations: number): Promise<number> {
  await page.keyboard.press("Alt+E");
  await page.getByRole("combobox", { name: "Show" }).waitFor();
  await settle(page);
  // Text, because the page has none of this module's names.
  return page.evaluate(`(async () => {
    const list = [...document.querySelectorAll("select")].find((one) =>
      [...one.options].some(({ text }) => text === ${JSON.stringify(title)}));
    const startAtMs = performance.now();
    list.value = [...list.options].find(({ text }) => text === ${JSON.stringify(title)}).value;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    const isDone = () =>
      document.querySelectorAll('[data-citation][data-state="supported"]').length === ${citations};
    while (!isDone()) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return await new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - startAtMs);
        port2.postMessage(null);
      });
    });
  })()`);
}

/** Letters at a hand's pace with pauses for thought, in a paragraph in the middle of the text. */
async function typeInTheMiddle(page: Page): Promise<Taken[]> {
  const paragraphs = page.locator("[data-briefing-text] > p");
  await paragraphs
    .nth(Math.floor((await paragraphs.count()) / 2))
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("End");
  await settle(page);
  const random = randomNumbers(11);
  const taken: Taken[] = [];
  for (let at = 0; at < keystrokes; at += 1) {
    const lengthBefore: number = await page.evaluate(caretText);
    taken.push(
      await timeFromKey(page, "abcde fghi "[at % 11] ?? "a", `${caretText} > ${lengthBefore}`),
    );
    await page.waitForTimeout(at % 20 === 19 ? longPauseMs : 30 + random() * 250);
  }
  return taken;
}

const caretText = `(document.querySelector("[data-briefing-text]").contains(getSelection().anchorNode) ? getSelection().anchorNode.textContent.length : -1)`;
