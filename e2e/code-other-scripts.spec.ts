import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

// Written for this test. `added` is what one word more takes in, past the closing mark.
const scripts = {
  Arabic: {
    paragraphs: [
      "وقال المتحدث: «القوات لن تُنشر قبل وقف إطلاق النار» ثم غادر القاعة.",
      "ولم يحدد موعدًا جديدًا لنشر القوات.",
    ],
    quotation: "القوات لن تُنشر قبل وقف إطلاق النار",
    added: "» ثم",
    tag: "نشر القوات",
    term: "القوات",
    onwards: "ArrowLeft",
    back: "ArrowRight",
  },
  Chinese: {
    paragraphs: ["发言人说：「停火之前不会部署部队」，然后离开。", "他没有说明部队的人数。"],
    quotation: "停火之前不会部署部队",
    added: "」，然后",
    tag: "部署部队",
    term: "部队",
    onwards: "ArrowRight",
    back: "ArrowLeft",
  },
} as const;

for (const [name, script] of Object.entries(scripts)) {
  test(`${name}: a quotation is taken, resized, tagged, split, merged and found with keys alone`, async ({
    core,
    host,
    page,
  }) => {
    const bytes = new TextEncoder().encode(`${script.paragraphs.join("\n\n")}\n`);
    const { upload } = await core.request("upload.put", { bytes });
    await core.request("article.import", { files: [{ name: "article.txt", upload }] });
    await page.goto(await host.newAddress());
    await expect(page.getByRole("navigation", { name: "Library" })).toBeVisible();
    const desk = new WorkbenchPage(page);
    const { keyboard } = page;
    const quotes = async () => (await core.request("highlight.list", {})).map(({ exact }) => exact);
    await keyboard.press("Alt+a");
    await expect(desk.textOf(0)).toBeVisible();
    await keyboard.press("Alt+1");
    expect(await desk.announcementAfter("Home")).toBe(script.paragraphs[0]);

    expect(await desk.announcementAfter("q")).toBe(script.quotation);
    expect(await desk.announcementAfter(`Shift+${script.onwards}`)).toContain(
      `Added: ${script.added}`,
    );
    expect(await desk.announcementAfter(`Shift+${script.back}`)).toContain(
      `Left out: ${script.added}`,
    );
    await keyboard.press("t");
    await keyboard.type(script.tag);
    expect(await desk.announcementAfter("Enter")).toContain(`Tagged ${script.tag}`);
    expect(await quotes()).toEqual([script.quotation]);

    // The second part begins a word after the first one.
    await keyboard.press("Escape");
    await desk.announcementAfter("Home");
    await desk.announcementAfter("q");
    await desk.announcementAfter(`ControlOrMeta+Shift+${script.onwards}`);
    expect(await desk.announcementAfter("s")).toMatch(/^Split: /u);
    const [first = "", second = ""] = await quotes();
    expect(script.quotation.startsWith(first)).toBe(true);
    expect(script.quotation.endsWith(second)).toBe(true);
    expect(script.quotation.replace(first, "").trim()).toBe(second);
    expect(await desk.announcementAfter("m")).toMatch(/^2 highlights merged/u);
    expect(await quotes()).toEqual([script.quotation]);

    await keyboard.press("ControlOrMeta+f");
    await keyboard.type(script.term);
    await expect(page.getByRole("search").locator("output")).toContainText("of 2");
    await keyboard.press("Alt+1");
    expect(await desk.announcementAfter("F3")).toContain(`: ${script.paragraphs[1]}`);
    expect(await desk.announcementAfter("a")).toContain(`Tagged ${script.tag}`);
    expect(await quotes()).toEqual([script.quotation, script.term]);
  });
}
