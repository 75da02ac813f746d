import type { Page } from "playwright-core";

/** How long something took from a key, in milliseconds. */
export type Taken = {
  /** Until the frame that shows it was painted. */
  readonly toPaintedMs: number;
  /** As above, without the time in which the page only waited for its next frame. */
  readonly workMs: number;
};

const giveUpMs = 60_000;

/**
 * Presses a key and waits until what it does is painted. The clock starts when the key arrives in the page.
 * @param isDone looked at after each change of the page
 */
export async function timeFromKey(page: Page, key: string, isDone: string): Promise<Taken> {
  // Text, because the page has none of this module's names.
  await page.evaluate(`void (globalThis.benchTaken = (async () => {
    const isDone = () => ${isDone};
    const keyAtMs = await new Promise((resolve) => {
      const onKey = (event) => {
        if (!["Alt", "Control", "Shift"].includes(event.key)) {
          removeEventListener("keydown", onKey, true);
          resolve(performance.now());
        }
      };
      addEventListener("keydown", onKey, true);
    });
    const doneAtMs = await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("it was never done")), ${giveUpMs});
      const observer = new MutationObserver(() => {
        if (isDone()) {
          observer.disconnect();
          resolve(performance.now());
        }
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    return await new Promise((resolve) => {
      requestAnimationFrame(() => {
        const frameAtMs = performance.now();
        // Before whatever else waits, such as answers that come in: the frame is painted by then.
        void scheduler.postTask(() => {
          const paintedAtMs = performance.now();
          resolve({
            toPaintedMs: paintedAtMs - keyAtMs,
            workMs: doneAtMs - keyAtMs + (paintedAtMs - frameAtMs),
          });
        }, { priority: "user-blocking" });
      });
    });
  })())`);
  await page.keyboard.press(key);
  return page.evaluate("globalThis.benchTaken");
}

/** How long the page's frames are apart when it has nothing to do: the median, in milliseconds. */
export function timeFrame(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const apartMs: number[] = [];
    let beforeMs = await frame();
    for (let at = 0; at < 61; at += 1) {
      const nowMs = await frame();
      apartMs.push(nowMs - beforeMs);
      beforeMs = nowMs;
    }
    return apartMs.toSorted((a, b) => a - b)[30] ?? 0;
  });
}

export function countNodes(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll("*").length);
}

/** Scrolls the first texts, a little in each frame, for some seconds. */
export function scrollTexts(page: Page, seconds: number, count: number): Promise<void> {
  return page.evaluate(
    async ({ durationMs, panes }) => {
      const regions = [...document.querySelectorAll<HTMLElement>('[role="document"]')];
      const pxPerFrame = 40;
      const endAtMs = performance.now() + durationMs;
      while (performance.now() < endAtMs) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        for (const region of regions.slice(0, panes)) {
          region.scrollBy(0, pxPerFrame);
        }
      }
    },
    { durationMs: seconds * 1_000, panes: count },
  );
}

/** How far each text is scrolled. */
export function scrolledPx(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role="document"]')].map(({ scrollTop }) => scrollTop),
  );
}

/** Milliseconds to find the highlights under a point: the median over points of the text that is seen. */
export function timeHitTest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const region = document.querySelector('[role="document"]');
    if (region === null) {
      throw new Error("no text is open");
    }
    const { left, top, width, height } = region.getBoundingClientRect();
    const rounds = 20;
    const timesMs: number[] = [];
    for (let at = 0; at < 101; at += 1) {
      const x = left + width * (0.2 + ((at * 37) % 60) / 100);
      const y = top + height * (((at * 53) % 100) / 100);
      const startMs = performance.now();
      for (let round = 0; round < rounds; round += 1) {
        document
          .elementFromPoint(x, y)
          ?.closest<HTMLElement>("mark[data-highlights]")
          ?.dataset["highlights"]?.split(" ");
      }
      timesMs.push((performance.now() - startMs) / rounds);
    }
    return timesMs.toSorted((a, b) => a - b)[50] ?? 0;
  });
}

/** Waits until what was asked for has been answered and the page does nothing more. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let quietFrames = 0; quietFrames < 12;) {
      const before = performance.getEntriesByType("resource").length;
      performance.clearResourceTimings();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      quietFrames = before === 0 ? quietFrames + 1 : 0;
    }
  });
}
