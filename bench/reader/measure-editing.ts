import type { Browser } from "playwright-core";

import { compare, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { frameWork } from "./frame-work.ts";
import { countNodes, scrollTexts, settle, timeFrame, timeHitTest } from "./in-page.ts";
import type { Taken } from "./in-page.ts";
import { makeMarkedText, makeProject } from "./make-project.ts";
import { measureFind } from "./measure-find.ts";
import { measuresOfScroll } from "./measure-scroll.ts";
import {
  goToText,
  marksAreShown,
  timeAdding,
  timeOpening,
  timeRecolouring,
  timeRemoving,
} from "./open-article.ts";
import { openProduct } from "./open-page.ts";

const edits = 41;
const family = "add, recolour, remove";

/** The largest article: edits of one highlight, the pointer, scrolling and finding. */
export async function measureEditing(browser: Browser, folder: string): Promise<Measure[]> {
  const file = makeProject(folder, "edit", [makeMarkedText(100_000, 10_000, 3)]);
  const product = await openProduct(browser, file);
  const { page } = product;
  await timeOpening(product, marksAreShown);
  await settle(page);
  const frameMs = await timeFrame(page);
  const taken = { add: [] as Taken[], recolour: [] as Taken[], remove: [] as Taken[] };
  await goToText(page);
  for (let edit = 0; edit < edits; edit += 1) {
    await page.keyboard.press("ArrowDown");
    await settle(page);
    taken.add.push(await timeAdding(page));
    await page.locator("mark[data-current]").first().waitFor();
    await settle(page);
    taken.recolour.push(await timeRecolouring(page));
    await settle(page);
    taken.remove.push(await timeRemoving(page));
    await settle(page);
    await page.keyboard.press("Escape");
  }
  const hitTestMs = await timeHitTest(page);
  await page.keyboard.press("Home");
  const work = await frameWork(browser, page, () => scrollTexts(page, 5, 1));
  const nodes = await countNodes(page);
  const found = await measureFind(page);
  await product.close();
  const ofEdits = (name: keyof typeof taken) => {
    const p95 = (of: keyof Taken) =>
      percentile(
        taken[name].map((each) => each[of]),
        0.95,
      );
    return [
      compare(
        `${family} / ${name}: work from key to painted, p95, of one frame`,
        p95("workMs"),
        frameMs,
        {
          unit: "ms",
          target: 1,
        },
      ),
      compare(
        `${family} / ${name}: key to painted with the wait for a frame, p95, of two frames`,
        p95("toPaintedMs"),
        2 * frameMs,
        { unit: "ms", target: 1 },
      ),
    ];
  };
  return [
    ...ofEdits("add"),
    ...ofEdits("recolour"),
    ...ofEdits("remove"),
    compare(`${family} / highlights under the pointer, of 1 ms`, hitTestMs, 1, {
      unit: "ms",
      target: 1,
    }),
    ...measuresOfScroll("scroll / one pane", work, nodes),
    ...found,
  ];
}
