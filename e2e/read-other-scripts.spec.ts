import { AxeBuilder } from "@axe-core/playwright";

import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

// Written for this test.
const arabic = {
  sentences: [
    "أعلنت وزارة الخارجية يوم الجمعة أن المحادثات ستستمر.",
    "وقال المتحدث إن القوات لن تُنشر قبل وقف إطلاق النار.",
    "ولم يحدد موعدًا جديدًا لاجتماع باريس 2025.",
  ],
  separator: " ",
  words: "لن تُنشر قبل وقف إطلاق النار",
  term: "القوات",
  direction: "rtl",
};
const chinese = {
  sentences: [
    "外交部星期五表示，会谈将继续进行。",
    "发言人说，停火之前不会部署部队。",
    "他没有说明新的日期。",
  ],
  separator: "",
  words: "停火之前不会部署部队",
  term: "部队",
  direction: "ltr",
};
const japanese = {
  sentences: [
    "外務省は金曜日、協議を続けると発表した。",
    "報道官は停戦前に部隊を派遣しないと述べた。",
    "新しい日程は示されなかった。",
  ],
  separator: "",
  words: "停戦前に部隊を派遣しない",
  term: "部隊",
  direction: "ltr",
};
/** Hebrew with points, Latin names, figures, an emoji of several characters and a combining accent. */
const mixed = {
  sentences: [
    "דובר נאט״ו (NATO) אמר ביום שישי כי השיחות יימשכו.",
    "לדבריו 26 מדינות, ובהן Cafe\u0301 France 👩‍👩‍👧, לא ישלחו כוחות לפני הפסקת האש.",
    "שָׁלוֹם לא נקבע מועד חדש.",
  ],
  separator: " ",
  words: "ובהן Cafe\u0301 France 👩‍👩‍👧",
  term: "כוחות",
  direction: "rtl",
};

const scripts = { Arabic: arabic, Chinese: chinese, Japanese: japanese, "mixed Hebrew": mixed };
for (const [name, script] of Object.entries(scripts)) {
  test(`${name}: an article is read by sentence, searched and highlighted to the letter`, async ({
    core,
    host,
    page,
  }) => {
    const text = `${script.sentences.join(script.separator)}\n`;
    const { upload } = await core.request("upload.put", { bytes: new TextEncoder().encode(text) });
    const { imported } = await core.request("article.import", {
      files: [{ name: "article.txt", upload }],
    });
    const articleId = imported[0]?.id ?? "";
    await page.goto(await host.newAddress());
    const workbench = new WorkbenchPage(page);
    await page.getByRole("grid", { name: "Articles" }).getByRole("row").first().dblclick();
    const region = workbench.textOf(0);
    const paragraph = region.locator("[data-row] > *").first();
    await expect(paragraph).toHaveCSS("direction", script.direction);

    await test.step("the cursor moves by the script's own sentences", async () => {
      await page.keyboard.press("Alt+1");
      const [first, second, third] = script.sentences.map((sentence) => sentence.normalize("NFC"));
      expect(await workbench.announcementAfter("Home")).toBe(first);
      expect(await workbench.announcementAfter("ArrowDown")).toBe(second);
      expect(await workbench.announcementAfter("ArrowDown")).toBe(third);
    });

    await test.step("a selection by hand is highlighted to the letter", async () => {
      await page.keyboard.press("Escape");
      await expect(workbench.tool("Highlight")).toBeHidden();
      await workbench.dragOver({ article: 0, words: script.words.normalize("NFC") });
      await workbench.tool("Highlight").click();
      await expect
        .poll(async () =>
          (await core.request("highlight.list", { articleId })).map(({ exact }) => exact),
        )
        .toEqual([script.words.normalize("NFC")]);
      await expect(region.locator("mark").first()).toHaveText(script.words.normalize("NFC"));
    });

    await test.step("find counts and paints the hits", async () => {
      await page.keyboard.press("ControlOrMeta+F");
      await page.keyboard.type(script.term);
      await expect(page.getByText("1 of 1 · pane 1")).toBeVisible();
      await expect(region.locator(".find-hit").first()).toBeVisible();
      await page.keyboard.press("Escape");
    });

    for (const theme of ["light", "dark", "sepia", "contrast"]) {
      await page.evaluate((wanted) => {
        document.documentElement.dataset["theme"] = wanted;
      }, theme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(
        ({ impact }) => impact === "serious" || impact === "critical",
      );
      expect(serious, `faults in ${theme}`).toEqual([]);
    }
  });
}
