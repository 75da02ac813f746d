import { readFileSync } from "node:fs";

import { expectBriefingTellsIt, expectJobIsDone } from "./expect-main-job.ts";
import { expect, test } from "./fixtures.ts";
import { mainJob } from "./main-job.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { snapshotOf } from "./snapshot.ts";

const stanceKeys = { supports: "s", disputes: "d", qualifies: "q", mentions: "m" } as const;

test("five articles to a verified briefing, by keyboard alone", async ({
  workbench,
  core,
  articles,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  const highlightCount = async () => (await core.request("highlight.list", {})).length;

  await test.step("open all five side by side", async () => {
    await expect(workbench.getByRole("navigation", { name: "Library" })).toBeVisible();
    await keyboard.press("Alt+a");
    await expect(desk.texts).toHaveCount(5);
  });

  await test.step("tag passages, two of them overlapping", async () => {
    for (const [number, { name, passages }] of mainJob.tags.entries()) {
      for (const [index, passage] of passages.entries()) {
        await desk.moveCursorTo(passage);
        const before = await highlightCount();
        if (index === 0) {
          await keyboard.press("t");
          await expect(
            workbench.getByRole("combobox", { name: "Find or make a tag" }),
          ).toBeFocused();
          await keyboard.type(name);
          await keyboard.press("Enter");
        } else {
          await keyboard.press(String(number + 1));
        }
        await expect.poll(highlightCount).toBe(before + 1);
      }
    }
  });

  await test.step("make claims and link what supports, disputes and mentions them", async () => {
    for (const { statement, evidence } of mainJob.claims) {
      for (const [index, passage] of evidence.entries()) {
        await desk.moveCursorTo(passage);
        if (index === 0) {
          await keyboard.press("c");
          await expect(desk.statement).toBeFocused();
          await keyboard.press("ControlOrMeta+a");
          await keyboard.type(statement);
          await keyboard.press("Enter");
          await expect(desk.claimRow(statement)).toBeVisible();
        }
        if (index > 0 || passage.stance !== "supports") {
          // Linking a passage that is linked already changes its stance.
          await desk.moveCursorTo(passage);
          await keyboard.press("l");
          await linkByKeys(statement, passage.stance);
        }
      }
    }
    await expectJobIsDone(core, articles);
  });

  async function linkByKeys(statement: string, stance: keyof typeof stanceKeys) {
    await expect(desk.claimPicker.getByRole("searchbox")).toBeFocused();
    await keyboard.type(statement);
    await keyboard.press(`Alt+${stanceKeys[stance]}`);
    await expect(desk.stanceButton(desk.claimPicker, stance)).toBeChecked();
    expect(await desk.announcementAfter("Enter")).toContain("inked"); // "Linked …" or "… and linked"
    await expect(desk.claimPicker).toBeHidden();
  }

  await test.step("arrange the board", async () => {
    await keyboard.press("Alt+b");
    await keyboard.press("ControlOrMeta+k");
    await keyboard.type("Put every claim");
    await keyboard.press("Enter");
    const board = workbench.getByRole("tabpanel", { name: "Board" });
    await expect(board.getByRole("group", { name: /^Claim: / })).toHaveCount(4);
    await keyboard.press("ControlOrMeta+k");
    await keyboard.type("Arrange the board");
    await keyboard.press("Enter");
    await expect(desk.status).toContainText(/arranged/iu);
  });

  await test.step("undo ten steps and redo them", async () => {
    await keyboard.press("Alt+1");
    const made = await snapshotOf(core);
    const { undoCount } = await core.request("history.read", {});
    for (let step = 1; step <= 10; step += 1) {
      await keyboard.press("ControlOrMeta+z");
      await expect
        .poll(async () => (await core.request("history.read", {})).undoCount)
        .toBe(undoCount - step);
    }
    expect(await snapshotOf(core)).not.toEqual(made);
    for (let step = 1; step <= 10; step += 1) {
      await keyboard.press("ControlOrMeta+Shift+z");
      await expect
        .poll(async () => (await core.request("history.read", {})).undoCount)
        .toBe(undoCount - 10 + step);
    }
    expect(await snapshotOf(core)).toEqual(made);
  });

  await test.step("export what was made", async () => {
    await keyboard.press("Alt+e");
    await expect(workbench.getByText("Every quote is verified")).toBeVisible();
    await keyboard.press("Tab");
    await expect(workbench.getByRole("button", { name: "Save Markdown" })).toBeFocused();
    const downloading = workbench.waitForEvent("download");
    await keyboard.press("Enter");
    const file = readFileSync(await (await downloading).path(), "utf8");
    expect(file).toBe((await core.request("export.markdown", {})).markdown);
    const claims = [...file.matchAll(/^## \d+\. (.+)$/gmu)].map(([, statement = ""]) => statement);
    expect(claims.toSorted()).toEqual(mainJob.claims.map(({ statement }) => statement).toSorted());
    expectBriefingTellsIt(file, claims);
  });
});
