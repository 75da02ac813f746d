import type { Locator, Page } from "@playwright/test";

import { bytesOfHostile, hostileFiles, scriptPayloads } from "#core/testing/hostile/corpus";

import { activeParts, startCanary } from "./canary.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

async function openBlankBriefing(page: Page): Promise<Locator> {
  await new WorkbenchPage(page).openDock("Briefing");
  await page.getByRole("button", { name: "New briefing" }).click();
  await page.getByRole("textbox", { name: "Title", exact: true }).fill("Pasted");
  await page.getByRole("radio", { name: /Blank page/u }).check();
  await page
    .getByRole("form", { name: "New briefing" })
    .getByRole("button", { name: /^(?:Draft|Begin)$/u })
    .click();
  const text = page.getByRole("textbox", { name: "Text of the briefing" });
  await expect(text).toBeVisible();
  return text;
}

/** Pastes into the editor, each by itself, one after the other. */
function paste(text: Locator, type: string, pieces: readonly string[]): Promise<void> {
  return text.evaluate(
    (root, [kind, all]) => {
      for (const piece of all) {
        const data = new DataTransfer();
        data.setData(kind, piece);
        const init = { clipboardData: data, bubbles: true, cancelable: true };
        root.dispatchEvent(new ClipboardEvent("paste", init));
      }
    },
    [type, pieces] as const,
  );
}

test("whatever is pasted or dropped into a briefing stays words", async ({ page, host, core }) => {
  const canary = await startCanary(page);
  await page.goto(await host.newAddress());
  const text = await openBlankBriefing(page);
  await text.focus();

  const files = hostileFiles().filter(({ file }) => /^(?:html|md|eml)\//u.test(file));
  const markup = [
    ...scriptPayloads(),
    ...files.map(({ file }) => Buffer.from(bytesOfHostile(file)).toString("utf8")),
  ].map((piece) => canary.aimedText(piece));
  expect(markup.length).toBeGreaterThan(300);

  await test.step("as markup", async () => {
    for (let from = 0; from < markup.length; from += 60) {
      await paste(text, "text/html", markup.slice(from, from + 60));
      expect(await activeParts(text)).toEqual([]);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.press("Delete");
    }
  });

  await test.step("as the editor's own form, forged by another page", async () => {
    const run = {
      type: "text",
      version: 1,
      text: "forged",
      format: 0,
      detail: 0,
      mode: "normal",
      style: "background:url(http://127.0.0.1:9/x)",
    };
    const nodes = [
      {
        type: "link",
        version: 1,
        url: "javascript:__pwn('link')",
        rel: null,
        target: "_top",
        title: null,
        children: [run],
        direction: null,
        format: "",
        indent: 0,
      },
      { type: "paragraph", version: 1, children: [run], direction: null, format: "", indent: 0 },
      { type: "image", version: 1, src: "http://127.0.0.1:9/x" },
      { type: "__proto__", version: 1 },
    ];
    for (const node of nodes) {
      await paste(text, "application/x-lexical-editor", [
        canary.aimedText(JSON.stringify({ namespace: "corroboard-briefing", nodes: [node] })),
      ]);
      expect(await activeParts(text)).toEqual([]);
      expect(await text.locator("[style*=url]").count()).toBe(0);
    }
  });

  await test.step("dropped", async () => {
    const transfer = await page.evaluateHandle((piece) => {
      const data = new DataTransfer();
      data.setData("text/html", piece);
      data.setData("text/uri-list", "javascript:__pwn('drop')");
      return data;
    }, "<img src=x onerror=__pwn('drop')><a href=\"javascript:__pwn('drop')\">dropped</a>");
    await text.dispatchEvent("drop", { dataTransfer: transfer });
    expect(await activeParts(text)).toEqual([]);
  });

  await page.keyboard.type(" Still here.");
  await expect(text).toContainText("Still here.");
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  const [briefing] = await core.request("briefing.list", {});
  const stored = await core.request("briefing.read", { briefingId: briefing?.id ?? "" });
  expect(JSON.stringify(stored.text)).toContain("Still here.");
  expect(JSON.stringify(stored.text)).not.toContain("javascript:__pwn('link')");
  expect(await canary.song()).toEqual([]);
  await expect(page).toHaveURL(`${host.origin()}/`);
  canary.close();
});
