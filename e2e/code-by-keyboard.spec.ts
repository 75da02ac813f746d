import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

const first =
  "Putin quickly rejected the idea, warning that any foreign forces deployed to Ukraine would be treated as legitimate military targets.";

test("passages are tagged, resized, split and merged with keys alone", async ({
  workbench,
  core,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  await keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  const highlights = () => core.request("highlight.list", {});
  const namesOf = async (tagIds: readonly string[]) => {
    const tags = await core.request("tag.list", {});
    return tagIds.map((id) => tags.find((tag) => tag.id === id)?.name);
  };

  await test.step("a new tag and its first highlight are one step back", async () => {
    await desk.moveCursorTo({ article: 0, words: first });
    await keyboard.press("t");
    await keyboard.type("Threat");
    expect(await desk.announcementAfter("Enter")).toMatch(/^Tagged Threat/u);
    expect(await desk.announcementAfter("ControlOrMeta+z")).toBe("Undone: tag “Threat”");
    expect(await core.request("tag.list", {})).toEqual([]);
    expect(await highlights()).toEqual([]);
    await desk.announcementAfter("ControlOrMeta+Shift+z");
  });

  await test.step("the last tag again, and another one in its place", async () => {
    await keyboard.press("Alt+1");
    await desk.announcementAfter("ArrowDown");
    expect(await desk.announcementAfter("a")).toMatch(/^Tagged Threat/u);
    await keyboard.press("r");
    await keyboard.type("Reaction");
    expect(await desk.announcementAfter("Enter")).toBe("Retagged Reaction");
    const [, second] = await highlights();
    expect(await namesOf(second?.tagIds ?? [])).toEqual(["Reaction"]);
  });

  await test.step("the end of a highlight is moved by words, and each is a step back", async () => {
    const [, before] = await highlights();
    expect(await desk.announcementAfter("Shift+ArrowLeft")).toMatch(/^Left out: /u);
    const [, after] = await highlights();
    expect(before?.exact.startsWith(after?.exact ?? "?")).toBe(true);
    expect(after?.exact).toMatch(/[\p{L}\p{N}]$/u);
    expect(await desk.announcementAfter("ControlOrMeta+Shift+ArrowRight")).toMatch(/^Left out: /u);
    await desk.announcementAfter("ControlOrMeta+z");
    expect(await desk.announcementAfter("ControlOrMeta+z")).toBe("Undone: resize highlight");
    expect((await highlights())[1]?.exact).toBe(before?.exact);
  });

  await test.step("a highlight is split at the cursor and merged again", async () => {
    await keyboard.press("Escape");
    await keyboard.press("Alt+1");
    await desk.moveCursorTo({ article: 0, words: first });
    for (let word = 0; word < 9; word += 1) {
      await desk.announcementAfter("ControlOrMeta+Shift+ArrowRight");
    }
    expect(await desk.announcementAfter("s")).toMatch(/^Split: 9 words and /u);
    const [start, rest] = await highlights();
    expect(start?.exact).toBe("Putin quickly rejected the idea, warning that any foreign");
    expect(rest?.exact.startsWith("forces deployed")).toBe(true);
    expect(await namesOf(rest?.tagIds ?? [])).toEqual(["Threat"]);
    expect(await desk.announcementAfter("m")).toMatch(/^2 highlights merged/u);
    expect((await highlights())[0]?.exact).toBe(first);
  });

  await test.step("several highlights are marked and tagged at once", async () => {
    await keyboard.press("Escape");
    await desk.announcementAfter("Home");
    await keyboard.press("Escape");
    await desk.announcementAfter(".");
    expect(await desk.announcementAfter("x")).toMatch(/^1 highlight marked/u);
    await desk.announcementAfter(".");
    expect(await desk.announcementAfter("x")).toMatch(/^2 highlights marked/u);
    await expect(desk.inspector.getByText("2 highlights marked, this one too")).toBeVisible();
    await keyboard.press("t");
    await keyboard.type("Both");
    expect(await desk.announcementAfter("Enter")).toBe("Tagged Both, 2 highlights");
    const names = await Promise.all((await highlights()).map(({ tagIds }) => namesOf(tagIds)));
    expect(names).toEqual([
      ["Threat", "Both"],
      ["Reaction", "Both"],
    ]);
    expect(await desk.announcementAfter("Escape")).toBe("No highlight is marked any more");
  });
});

test("a pen tags each selection until it is put down", async ({ workbench, core }) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  await core.request("tag.create", { name: "Threat" });
  await keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await keyboard.press("Alt+1");
  await keyboard.press("p");
  await keyboard.type("thr");
  expect(await desk.announcementAfter("Enter")).toMatch(/^Pen Threat/u);
  const pen = workbench.getByRole("region", { name: "Pen" });
  await expect(pen).toContainText("Threat is put on each selection");

  await desk.announcementAfter("Home");
  await desk.announcementAfter("ArrowDown");
  expect(await desk.announcementAfter("Enter")).toMatch(/^Tagged Threat/u);
  await desk.dragOver({ article: 0, words: first });
  await expect.poll(async () => (await core.request("highlight.list", {})).length).toBe(2);
  await expect(desk.textOf(0).locator("mark", { hasText: "legitimate" }).first()).toBeVisible();

  expect(await desk.announcementAfter("Escape")).toBe("Pen put down");
  await expect(pen).toBeHidden();
  await desk.announcementAfter("End");
  expect(await core.request("highlight.list", {})).toHaveLength(2);
});

test("the cursor goes by word, paragraph, heading, quotation and hit", async ({
  workbench,
  core,
  articles,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  const article = articles[0];
  if (article === undefined) {
    throw new Error("five were imported");
  }
  const { text, blocks } = await core.request("article.read", { articleId: article.id });
  await keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await keyboard.press("Alt+1");

  const heading = blocks.findLast(({ kind }) => kind === "heading");
  await desk.announcementAfter("End");
  expect(await desk.announcementAfter("ControlOrMeta+ArrowUp")).toBe(
    heading === undefined
      ? "No heading stands before"
      : text.slice(heading.start, heading.end).trim(),
  );

  await desk.announcementAfter("Home");
  const quotation = /“([^”]+)”/u.exec(text)?.[1] ?? "";
  expect(await desk.announcementAfter("q")).toBe(quotation);
  const wordsBefore = quotation.trim();
  expect(await desk.announcementAfter("Shift+ArrowLeft")).toMatch(/^Left out: /u);
  expect(await desk.announcementAfter("Shift+ArrowRight")).toMatch(/^Added: /u);
  const end = text.indexOf(wordsBefore);
  const block = blocks.find((each) => each.start <= end && end < each.end);
  await desk.announcementAfter("Alt+Shift+ArrowDown");
  await keyboard.press("h");
  await expect.poll(async () => (await core.request("highlight.list", {})).length).toBe(1);
  const [highlight] = await core.request("highlight.list", {});
  expect(highlight?.end).toBe(block?.sentences.at(-1)?.end);

  await keyboard.press("ControlOrMeta+f");
  await keyboard.type("Ukraine");
  const bar = workbench.getByRole("search", { name: "Find in open articles" });
  await expect(bar.locator("output")).toContainText(/\d+ of \d+/u);
  await keyboard.press("Alt+1");
  await desk.announcementAfter("F3");
  await keyboard.press("h");
  await expect
    .poll(async () => (await core.request("highlight.list", {})).map(({ exact }) => exact))
    .toContain("Ukraine");
});

test("highlights that lie on one another are walked with one key, and listed", async ({
  workbench,
  core,
  articles,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  const [article] = articles;
  if (article === undefined) {
    throw new Error("five were imported");
  }
  const { text } = await core.request("article.read", { articleId: article.id });
  const start = text.indexOf(first);
  for (const [name, from, to] of [
    ["Long", 0, first.length],
    ["Middle", 6, 60],
    ["Short", 14, 40],
  ] as const) {
    const tag = await core.request("tag.create", { name });
    await core.request("highlight.create", {
      articleId: article.id,
      start: start + from,
      end: start + to,
      tagIds: [tag.id],
    });
  }
  await keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await desk.moveCursorTo({ article: 0, words: first });
  expect(await desk.announcementAfter("o")).toMatch(/^1 of 3 here: tag Short/u);
  await expect(desk.inspector.getByText("Overlapping highlights 2")).toBeVisible();
  expect(await desk.announcementAfter("o")).toMatch(/^2 of 3 here: tag Middle/u);
  expect(await desk.announcementAfter("o")).toMatch(/^3 of 3 here: tag Long/u);
  expect(await desk.announcementAfter("o")).toMatch(/^1 of 3 here: tag Short/u);
  await desk.announcementAfter("Delete");
  expect((await core.request("highlight.list", {})).map(({ end }) => end - start)).toEqual([
    first.length,
    60,
  ]);
});

test("a passage grows by paragraphs and shrinks again, and a new pen is one step back", async ({
  workbench,
  core,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  await keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await desk.moveCursorTo({ article: 0, words: first });
  expect(await desk.announcementAfter("Alt+Shift+ArrowDown")).toMatch(/^Added: /u);
  expect(await desk.announcementAfter("Alt+Shift+ArrowDown")).toMatch(/^Added: /u);
  expect(await desk.announcementAfter("Alt+Shift+ArrowUp")).toMatch(/^Left out: /u);
  expect(await desk.announcementAfter("Alt+Shift+ArrowUp")).toMatch(/^Left out: .*20 words$/u);
  await keyboard.press("p");
  await keyboard.type("Stance");
  expect(await desk.announcementAfter("Enter")).toMatch(/^Tagged Stance/u);
  await expect(workbench.getByRole("region", { name: "Pen" })).toContainText("Stance");
  expect((await core.request("highlight.list", {})).map(({ exact }) => exact)).toEqual([first]);
  await desk.announcementAfter("ControlOrMeta+z");
  expect(await core.request("highlight.list", {})).toEqual([]);
  expect(await core.request("tag.list", {})).toEqual([]);
});

test("shortcuts act while a claim is looked for, and keys of other layouts are known", async ({
  workbench,
  core,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  await core.request("claim.create", { statement: "Foreign troops would be targets" });
  await keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await desk.moveCursorTo({ article: 0, words: first });
  await keyboard.press("l");
  const field = desk.claimPicker.getByRole("searchbox");
  await expect(field).toBeFocused();
  await keyboard.type("targets");
  await keyboard.press("Alt+h");
  await expect(workbench.getByRole("tab", { name: "History" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await desk.claimPicker.getByRole("searchbox").focus();
  await keyboard.press("ControlOrMeta+k");
  await expect(workbench.getByRole("region", { name: "Actions" })).toBeVisible();
  await keyboard.press("Escape");

  // A Russian layout writes "р" where the Latin one has "h".
  await desk.moveCursorTo({ article: 0, words: first });
  const cdp = await workbench.context().newCDPSession(workbench);
  for (const type of ["keyDown", "keyUp"] as const) {
    await cdp.send("Input.dispatchKeyEvent", { type, key: "р", code: "KeyH", text: "р" });
  }
  await expect
    .poll(async () => (await core.request("highlight.list", {})).map(({ exact }) => exact))
    .toEqual([first]);
});
