import { readFileSync } from "node:fs";

import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

async function draft(page: Page, template: string | RegExp): Promise<Locator> {
  await new WorkbenchPage(page).openDock("Briefing");
  await page.getByRole("button", { name: "New briefing" }).click();
  await page.getByRole("textbox", { name: "Title", exact: true }).fill("Reassurance force");
  await page.getByRole("radio", { name: template }).check();
  await page
    .getByRole("form", { name: "New briefing" })
    .getByRole("button", { name: /^(?:Draft|Begin)$/u })
    .click();
  const text = page.getByRole("textbox", { name: "Text of the briefing" });
  await expect(text).toBeVisible();
  return text;
}

async function toEnd(page: Page, text: Locator): Promise<void> {
  await text.focus();
  await page.keyboard.press("ControlOrMeta+End");
}

test("a briefing is drafted, written, cited, checked, put right and saved", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  const text = await draft(workbench, /Discrepancies/u);
  await workbench.getByRole("button", { name: "Give it the whole window" }).click();
  await expect(text.locator("[data-citation='quote']").first()).toBeVisible();
  await expect(workbench.getByText("Every quote is verified").first()).toBeVisible();

  await test.step("writing, with Markdown shortcuts", async () => {
    await toEnd(workbench, text);
    await workbench.keyboard.press("Enter");
    await workbench.keyboard.type("## Outlook");
    await workbench.keyboard.press("Enter");
    await workbench.keyboard.type("An attack is **not** expected. See ");
    await expect(text.getByRole("heading", { name: "Outlook", level: 2 })).toBeVisible();
    await expect(text.locator("strong").last()).toHaveText("not");
    await expect(text.locator(":scope > p").last()).toHaveText("An attack is not expected. See ");
  });

  await test.step("citing by @", async () => {
    await workbench.keyboard.type("@26 countries");
    await expect(
      workbench
        .getByRole("listbox", { name: "What to cite" })
        .getByRole("option", { selected: true }),
    ).toContainText("26 countries");
    await workbench.keyboard.press("Enter");
    await expect(
      text.locator("p", { hasText: "An attack is" }).locator("[data-citation='claim']"),
    ).toHaveText("26 countries pledged forces");
    await workbench.keyboard.type(". ");
  });

  await test.step("a picture of the board is inserted, and shows the board as it is now", async () => {
    await workbench.getByRole("button", { name: "Insert a picture of the board" }).click();
    const picture = text.getByRole("img", { name: /26 countries pledged forces/u });
    await expect(picture).toBeVisible();
    const [board] = await core.request("board.list", {});
    if (board === undefined) {
      throw new Error("a project has a board");
    }
    await core.request("board.rename", { boardId: board.id, title: "Who sends what" });
    await expect(text.locator("figcaption")).toHaveText("Board “Who sends what”, as it is now");
    await toEnd(workbench, text);
  });

  await test.step("a claim that changes is shown as it is now", async () => {
    const claim = (await core.request("claim.list", {})).find(({ statement }) =>
      statement.startsWith("26 countries"),
    );
    if (claim === undefined) {
      throw new Error("the claim is there");
    }
    await core.request("claim.change", {
      claimId: claim.id,
      statement: "Twenty-six states pledged",
    });
    await expect(text.locator("[data-citation='claim']").last()).toHaveText(
      "Twenty-six states pledged",
    );
  });

  await test.step("a likelihood with a confidence is found", async () => {
    await workbench.keyboard.type("We judge with high confidence that a truce is unlikely.");
    const finding = workbench.getByRole("listitem").filter({ hasText: "two sentences" });
    await expect(finding).toBeVisible();
    await finding.getByRole("button", { name: "Go there" }).click();
    await expect(text).toBeFocused();
    expect(await workbench.evaluate(() => window.getSelection()?.toString())).toContain(
      "high confidence",
    );
    await workbench.keyboard.type("A truce is unlikely.");
    await expect(finding).toHaveCount(0);
  });

  await test.step("a quote whose highlight is removed keeps the briefing from leaving, until it is put right", async () => {
    const quote = text.locator("[data-citation='quote']").first();
    const words = (await quote.textContent()) ?? "";
    const removed = (await core.request("highlight.list", {})).find(
      ({ exact }) => `“${exact}”` === words,
    );
    if (removed === undefined) {
      throw new Error("the quote has a highlight");
    }
    await core.request("highlight.trash", { highlightIds: [removed.id] });
    await expect(quote).toContainText("unsupported");
    await expect(workbench.getByText("is not verified").first()).toBeVisible();
    await expect(workbench.getByRole("button", { name: "Save Markdown" })).toBeDisabled();
    await workbench.getByRole("button", { name: "Highlight the passage again" }).first().click();
    await expect(quote).toHaveText(words);
    await expect(workbench.getByText("Every quote is verified").first()).toBeVisible();
  });

  await test.step("Enter on a citation opens its passage beside the briefing", async () => {
    await text.locator("[data-citation='quote']").first().click();
    await expect(workbench.getByRole("button", { name: "Open beside" })).toBeVisible();
    await workbench.keyboard.press("Enter");
    await expect(desk.texts.first()).toBeFocused();
  });

  await test.step("one key cites what is chosen in an article, and dragging it does too", async () => {
    const quotes = text.locator("[data-citation='quote']");
    const before = await quotes.count();
    await workbench.keyboard.press("i");
    await expect(quotes).toHaveCount(before + 1);
    const mark = desk.texts.first().locator("mark").first();
    await mark.click();
    await mark.dragTo(text.getByRole("heading", { level: 1 }));
    await expect(text.getByRole("heading", { level: 1 }).locator("[data-citation]")).toHaveCount(1);
  });

  await test.step("it is saved as Markdown, and every quote in the file stands", async () => {
    const downloading = workbench.waitForEvent("download");
    await workbench.getByRole("button", { name: "Save Markdown" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("Reassurance force.md");
    const markdown = readFileSync(await download.path(), "utf8");
    expect(markdown).toContain("## Outlook");
    expect(markdown).toContain("**Board “Who sends what”:** ");
    expect(markdown).toContain("**not**");
    expect(markdown).toContain("A truce is unlikely.");
    const { quotes } = await core.request("briefing.verify", { kind: "markdown", text: markdown });
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.filter(({ verdict }) => verdict !== "stands")).toEqual([]);
  });
});

test("keys that are faster than the page are right all the same", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  const text = await draft(workbench, /Discrepancies/u);
  await expect(text.locator("[data-citation='quote']").first()).toBeVisible();
  // A page that is held up longer than Lexical allows for between a key and what it types.
  await workbench.evaluate(() => {
    const holdUp = () => {
      const until = performance.now() + 110;
      while (performance.now() < until);
    };
    for (const event of ["keydown", "input", "selectionchange"]) {
      window.addEventListener(event, holdUp, { capture: true });
    }
  });
  await toEnd(workbench, text);
  await workbench.keyboard.press("Enter");
  await workbench.keyboard.type("## It");
  await workbench.keyboard.press("Enter");
  await workbench.keyboard.type("is **so** ");
  await workbench.keyboard.press("Home");
  await workbench.keyboard.type("X ");
  const blocks = text.locator(":scope > *");
  await expect(blocks.last()).toHaveText("X is so ");
  await expect(blocks.last().locator("strong")).toHaveText("so");
  await expect(blocks.nth(-2)).toHaveText("It");
  await workbench.keyboard.press("Shift+ControlOrMeta+Home");
  await expect(text.getByRole("heading", { level: 1 })).toBeInViewport();
  await expect
    .poll(() => workbench.evaluate(() => window.getSelection()?.toString()))
    .toMatch(/^Reassurance force[^]*X\s*$/u);
});

test("what is pasted from the web and from Word is cleaned, and the editor's undo takes it back", async ({
  workbench,
  core,
}) => {
  const text = await draft(workbench, /Blank page/u);
  await text.focus();
  await workbench.keyboard.type("Before.");
  await workbench.keyboard.press("Enter");
  await text.evaluate((root) => {
    const data = new DataTransfer();
    data.setData(
      "text/html",
      `<style>p{color:red}</style><h2 onclick="alert(1)">Pasted <i>head</i></h2>
       <p style="color:red">One <b>bold</b> <a href="javascript:alert(1)">bad</a> <a href="https://example.com/">good</a><img src="http://127.0.0.1:9/x.png"></p>
       <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>·&nbsp;&nbsp;item</p>
       <table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><script>alert(1)</script>`,
    );
    root.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(text.getByRole("heading", { name: "Pasted head" })).toBeVisible();
  await expect(text.getByRole("listitem")).toHaveText(["item"]);
  await expect(text.getByRole("link")).toHaveText(["good"]);
  await expect(text.getByRole("cell")).toHaveText(["1", "2"]);
  await expect(text.locator("img, style, script, [onclick]")).toHaveCount(0);

  await workbench.keyboard.press("ControlOrMeta+z");
  await expect(text.getByRole("heading")).toHaveCount(0);
  await expect(text).toContainText("Before.");
  await expect(workbench.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  const [briefing] = await core.request("briefing.list", {});
  if (briefing === undefined) {
    throw new Error("the briefing is there");
  }
  const { text: stored } = await core.request("briefing.read", { briefingId: briefing.id });
  expect(JSON.stringify(stored.blocks)).toContain("Before.");
});

test("words are found and replaced, and the outline leads to a heading", async ({ workbench }) => {
  const text = await draft(workbench, /Blank page/u);
  await text.focus();
  await workbench.keyboard.type("# Troops and pledges");
  await workbench.keyboard.press("Enter");
  await workbench.keyboard.type("The troops are **tro**ops.");
  await workbench.keyboard.press("ControlOrMeta+f");
  const find = workbench.getByRole("search", { name: "Find in the briefing" });
  await find.getByRole("textbox", { name: "Find" }).fill("troops");
  await expect(find.getByRole("status")).toHaveText("1 of 3");
  await find.getByRole("textbox", { name: "Replace with" }).fill("forces");
  await find.getByRole("button", { name: "Replace all" }).click();
  await expect(text).toContainText("forces and pledges");
  await expect(text).not.toContainText(/troops/iu);
  await workbench.keyboard.press("Escape");
  await workbench.getByRole("button", { name: "Outline" }).click();
  await workbench
    .getByRole("complementary", { name: "Outline" })
    .getByRole("button", { name: "forces and pledges" })
    .click();
  await expect(text).toBeFocused();
});

test("two windows that write at once lose nothing", async ({ workbench, openPage, core }) => {
  const here = await draft(workbench, /Blank page/u);
  const other = await openPage();
  await new WorkbenchPage(other).openDock("Briefing");
  await other.getByRole("combobox", { name: "Show" }).selectOption("Reassurance force");
  const there = other.getByRole("textbox", { name: "Text of the briefing" });
  await here.focus();
  await workbench.keyboard.type("Seen in both.");
  await expect(there).toContainText("Seen in both.");

  // Each in a paragraph of its own: both are taken, and the caret stays where it is.
  await here.focus();
  await workbench.keyboard.press("ControlOrMeta+End");
  await workbench.keyboard.press("Enter");
  await workbench.keyboard.type("Last");
  await expect(there).toContainText("Last");
  await there.focus();
  await other.keyboard.press("ControlOrMeta+Home");
  await here.focus();
  await Promise.all([workbench.keyboard.type(" of mine"), other.keyboard.type("First: ")]);
  for (const text of [here, there]) {
    await expect(text.locator("p")).toHaveText(["First: Seen in both.", "Last of mine"]);
  }
  await workbench.keyboard.type(", really");
  await expect(there.locator("p").last()).toHaveText("Last of mine, really");
  await other.keyboard.press("ControlOrMeta+End");
  await workbench.keyboard.press("ControlOrMeta+End");

  // Both begin before either is saved.
  await there.focus();
  await other.keyboard.press("ControlOrMeta+End");
  await here.focus();
  await workbench.keyboard.press("ControlOrMeta+End");
  await Promise.all([workbench.keyboard.type(" Mine."), other.keyboard.type(" Theirs.")]);
  const asked = async () => {
    for (const page of [workbench, other]) {
      if (await page.getByRole("button", { name: "Keep both" }).isVisible()) {
        return page;
      }
    }
    return null;
  };
  await expect.poll(asked).not.toBeNull();
  await (await asked())?.getByRole("button", { name: "Keep both" }).click();
  await expect.poll(async () => (await core.request("briefing.list", {})).length).toBe(2);
  const texts = [];
  for (const { id } of await core.request("briefing.list", {})) {
    texts.push(JSON.stringify((await core.request("briefing.read", { briefingId: id })).text));
  }
  expect(texts.filter((one) => one.includes("Mine."))).toHaveLength(1);
  expect(texts.filter((one) => one.includes("Theirs."))).toHaveLength(1);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the editor has no serious accessibility fault, ${colorScheme}`, async ({
    workbench,
    core,
    articles,
  }) => {
    await prepareAnalysis(core, articles);
    await workbench.emulateMedia({ colorScheme });
    const text = await draft(workbench, /Bottom line/u);
    await workbench.getByRole("button", { name: "Give it the whole window" }).click();
    await expect(text.locator("[data-citation='quote']").first()).toBeVisible();
    await toEnd(workbench, text);
    await workbench.keyboard.type(" @");
    await expect(workbench.getByRole("listbox", { name: "What to cite" })).toBeVisible();
    const { violations } = await new AxeBuilder({ page: workbench }).analyze();
    expect(
      violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 200)) })),
    ).toEqual([]);
  });
}
