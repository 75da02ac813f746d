import type { Locator } from "@playwright/test";
import fc from "fast-check";

import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

/** What is easily cut in two, of scripts that run either way and of scripts without spaces. */
const pieces = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(" ", " ", "a ", "said ", "Élysée", "e\u0301", "n\u0303 "),
  },
  fc.constantFrom("قوات", " وقف", "تُنشر ", "שָׁלוֹם", " ירושלים", "2025 ", "(x) "),
  fc.constantFrom("部队", "停火。", "東京都で", "が\u3099", "한국", "क्षि", "ไทย"),
  fc.constantFrom("👩‍👩‍👧", "🇺🇦", "👍🏽", "𝒳", "\u200f", "\u2067", "\u2069", "\u00a0"),
  fc.string({ unit: "grapheme", maxLength: 2 }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
);
const paragraph = fc.array(pieces, { minLength: 8, maxLength: 40 }).map((parts) => parts.join(""));

/** Selects from one text offset of the region to another; answers what the browser says is selected. */
function selectIn(region: Locator, from: number, to: number): Promise<string> {
  return region.evaluate(
    (element, [anchor, focus]) => {
      const nodes: Node[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.parentElement?.closest("[data-block-start]") !== null) {
          nodes.push(node);
        }
      }
      const total = nodes.reduce((sum, node) => sum + (node.nodeValue?.length ?? 0), 0);
      const pointAt = (share: number) => {
        let left = Math.floor(share * total);
        for (const node of nodes) {
          const length = node.nodeValue?.length ?? 0;
          if (left <= length) {
            return { node, offset: left };
          }
          left -= length;
        }
        throw new Error("there is no text");
      };
      const start = pointAt(anchor ?? 0);
      const end = pointAt(focus ?? 0);
      const selection = window.getSelection();
      selection?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
      return selection?.rangeCount === 0 ? "" : (selection?.getRangeAt(0).toString() ?? "");
    },
    [from, to],
  );
}

type Painted = { readonly offset: number; readonly char: string; readonly ids: string[] };

/** Every UTF-16 code unit that the page shows, with the highlights it is painted as. */
function paintedIn(region: Locator): Promise<Painted[]> {
  return region.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>("[data-block-start]")].flatMap((block) => {
      let offset = Number(block.dataset["blockStart"]);
      const units: { offset: number; char: string; ids: string[] }[] = [];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const mark = node.parentElement?.closest<HTMLElement>("mark[data-highlights]");
        const ids = mark?.dataset["highlights"]?.split(" ").toSorted() ?? [];
        for (const char of (node.nodeValue ?? "").split("")) {
          units.push({ offset, char, ids });
          offset += 1;
        }
      }
      return units;
    }),
  );
}

const withoutSpace = (text: string) => text.replaceAll(/\s/gu, "");

test("any selection in any script is highlighted to the letter and painted exactly", async ({
  core,
  host,
  page,
}) => {
  const imported = fc.sample(paragraph, 8).join("\n\n");
  const { upload } = await core.request("upload.put", {
    bytes: new TextEncoder().encode(imported),
  });
  const report = await core.request("article.import", { files: [{ name: "any.txt", upload }] });
  const articleId = report.imported[0]?.id ?? "";
  const { text } = await core.request("article.read", { articleId });
  await page.goto(await host.newAddress());
  const workbench = new WorkbenchPage(page);
  await page.getByRole("grid", { name: "Articles" }).getByRole("row").first().dblclick();
  const region = workbench.textOf(0);
  await expect(region.locator("[data-row]").first()).toBeVisible();

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const made = new Map<string, { start: number; end: number }>();
  await fc.assert(
    fc.asyncProperty(share, share, async (from, to) => {
      await region.focus();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      const selected = await selectIn(region, from, to);
      if (selected.trim() === "") {
        return;
      }
      await expect(page.getByRole("toolbar", { name: /^Passage/u })).toBeVisible();
      await workbench.announcementAfter("h");
      const highlights = await core.request("highlight.list", { articleId });
      const highlight = highlights.find(({ id }) => !made.has(id));
      if (highlight === undefined) {
        return; // the very same passage was highlighted before
      }
      const { id, start, end, exact } = highlight;
      made.set(id, { start, end });
      expect(exact).toBe(text.slice(start, end));
      expect(withoutSpace(exact)).toContain(withoutSpace(selected));
      // At most one character, as readers see it, is completed at each end.
      const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });
      const count = (words: string) => [...clusters.segment(withoutSpace(words))].length;
      expect(count(exact) - count(selected)).toBeLessThanOrEqual(2);
      const marks = region.locator(`mark[data-highlights~="${id}"]`);
      await expect
        .poll(async () => withoutSpace((await marks.allTextContents()).join("")))
        .toBe(withoutSpace(exact));
    }),
    { numRuns: 25, endOnFailure: true },
  );

  const painted = await paintedIn(region);
  expect(painted.length).toBeGreaterThan(100);
  for (const { offset, char, ids } of painted) {
    expect(char).toBe(text[offset]);
    const covering = [...made].filter(([, span]) => span.start <= offset && offset < span.end);
    expect(ids).toEqual(covering.map(([id]) => id).toSorted());
  }
});
