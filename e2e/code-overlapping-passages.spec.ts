import { expect, test } from "./fixtures.ts";
import type { Passage } from "./main-job.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

const outer: Passage = {
  article: 0,
  words:
    "Putin quickly rejected the idea, warning that any foreign forces deployed to Ukraine would be treated as legitimate military targets.",
};
const inner: Passage = { article: 0, words: "legitimate military targets" };

test("overlapping highlights are both visible and both reachable, by pointer and by key", async ({
  workbench,
  core,
}) => {
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await core.request("tag.create", { name: "Threat" });
  await core.request("tag.create", { name: "Target" });

  await desk.dragOver(outer);
  await desk.tool("Tag Threat").click();
  await expect(desk.textOf(0).locator("mark")).toHaveCount(1);
  await desk.dragOver(inner);
  await desk.tool("Tag Target").click();
  const [first, second] = await core.request("highlight.list", {});
  expect([first?.exact, second?.exact]).toEqual([outer.words, inner.words]);

  await test.step("the shared stretch is marked by both", async () => {
    const shared = desk.textOf(0).locator("mark", { hasText: inner.words });
    await expect(shared).toHaveCount(1);
    await expect(shared).toHaveAttribute(
      "data-highlights",
      new RegExp(`${first?.id}.*${second?.id}|${second?.id}.*${first?.id}`, "u"),
    );
  });

  await test.step("clicks walk the stack under the pointer", async () => {
    const shared = desk.textOf(0).locator("mark", { hasText: inner.words });
    const seen = new Set<string>();
    for (let click = 0; click < 2; click += 1) {
      const before = await desk.status.textContent();
      await shared.click();
      await expect.poll(() => desk.status.textContent()).not.toBe(before);
      seen.add(/tag (\w+)/u.exec((await desk.status.textContent()) ?? "")?.[1] ?? "");
    }
    expect([...seen].toSorted()).toEqual(["Target", "Threat"]);
  });

  await test.step("keys walk through them and name them", async () => {
    await workbench.keyboard.press("Escape");
    await workbench.keyboard.press("Alt+1");
    await desk.announcementAfter("Home");
    await workbench.keyboard.press("Escape");
    expect(await desk.announcementAfter(".")).toMatch(/^Highlight 1 of 2: .*Threat/u);
    expect(await desk.announcementAfter(".")).toMatch(/^Highlight 2 of 2: .*Target/u);
    expect(await desk.announcementAfter(",")).toMatch(/^Highlight 1 of 2/u);
  });

  await test.step("a note is kept, a tag is taken off, a highlight is removed", async () => {
    await workbench.keyboard.press("e");
    await workbench.keyboard.type("Said at the forum");
    await workbench.keyboard.press("Alt+1");
    await expect
      .poll(async () => (await core.request("highlight.list", {}))[0]?.note)
      .toBe("Said at the forum");
    await workbench.keyboard.press("1");
    await expect
      .poll(async () => (await core.request("highlight.list", {}))[0]?.tagIds)
      .toEqual([]);
    await workbench.keyboard.press("Delete");
    await expect.poll(async () => (await core.request("highlight.list", {})).length).toBe(1);
    await expect(desk.textOf(0)).toBeFocused();
    await expect(desk.textOf(0).locator("mark")).toHaveCount(1);
  });
});
