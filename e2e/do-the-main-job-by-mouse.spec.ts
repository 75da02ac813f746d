import { readFileSync } from "node:fs";

import { expectBriefingTellsIt, expectJobIsDone } from "./expect-main-job.ts";
import { expect, test } from "./fixtures.ts";
import { mainJob } from "./main-job.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { snapshotOf } from "./snapshot.ts";

test("five articles to a verified briefing, by mouse", async ({ workbench, core, articles }) => {
  const desk = new WorkbenchPage(workbench);

  const taggedWith = async (name: string) =>
    (await core.request("tag.list", {})).find((tag) => tag.name === name)?.highlightCount;

  const stancesFor = async (statement: string) => {
    const claims = await core.request("claim.list", { text: statement });
    const [claim] = claims;
    return claim === undefined
      ? []
      : (await core.request("evidence.list", { claimId: claim.id })).map(({ stance }) => stance);
  };

  await test.step("open all five side by side", async () => {
    await workbench
      .getByRole("navigation", { name: "Library" })
      .getByRole("button", { name: /^Open the first six articles/u })
      .click();
    await expect(desk.texts).toHaveCount(5);
  });

  await test.step("tag passages, two of them overlapping", async () => {
    for (const { name, passages } of mainJob.tags) {
      for (const [index, passage] of passages.entries()) {
        await desk.dragOver(passage);
        if (index === 0) {
          await desk.tool("Find or make a tag").click();
          await workbench.keyboard.type(name);
          await workbench.getByRole("option", { name: `Create tag “${name}”` }).click();
        } else {
          await desk.tool(`Tag ${name}`).click();
        }
        await expect.poll(() => taggedWith(name)).toBe(index + 1);
        await expect(desk.status).toContainText(name);
      }
    }
  });

  await test.step("make claims and link what supports, disputes and mentions them", async () => {
    for (const { statement, evidence } of mainJob.claims) {
      for (const [index, passage] of evidence.entries()) {
        await desk.dragOver(passage);
        if (index === 0) {
          await desk.tool("New claim").click();
          await expect(desk.statement).toBeFocused();
          await desk.statement.fill(statement);
          await workbench.keyboard.press("Enter");
          await expect(desk.claimRow(statement)).toBeVisible();
          if (passage.stance !== "supports") {
            await desk.stanceButton(desk.inspector, passage.stance).click();
          }
        } else {
          await desk.tool("Link to claim").click();
          await desk.stanceButton(desk.claimPicker, passage.stance).click();
          await desk.claimPicker.getByRole("option", { name: statement }).click();
        }
        await expect(desk.claimPicker).toBeHidden();
        await expect.poll(() => stancesFor(statement)).toHaveLength(index + 1);
        await expect.poll(() => stancesFor(statement)).toContain(passage.stance);
      }
    }
    await expectJobIsDone(core, articles);
  });

  await test.step("arrange the board and relate two claims", async () => {
    await desk.openDock("Board");
    await workbench.getByRole("button", { name: /^Search all actions|^Actions/u }).click();
    await workbench.keyboard.type("Put every claim");
    await workbench.keyboard.press("Enter");
    const board = workbench.getByRole("tabpanel", { name: "Board" });
    await expect(board.getByRole("group", { name: /^Claim: / })).toHaveCount(4);
    await workbench.getByRole("button", { name: "Give it the whole window" }).click();
    await board.getByRole("button", { name: /^Arrange/u }).click();
    await workbench.getByRole("menuitem", { name: /^By claim/u }).click();
    await expect(desk.status).toContainText(/arranged/iu);
  });

  await test.step("undo ten steps and redo them", async () => {
    const made = await snapshotOf(core);
    for (let step = 0; step < 10; step += 1) {
      const before = await core.request("history.read", {});
      await desk.undoButton.click();
      await expect
        .poll(async () => (await core.request("history.read", {})).undoCount)
        .toBe(before.undoCount - 1);
    }
    expect(await snapshotOf(core)).not.toEqual(made);
    for (let step = 0; step < 10; step += 1) {
      const before = await core.request("history.read", {});
      await desk.redoButton.click();
      await expect
        .poll(async () => (await core.request("history.read", {})).redoCount)
        .toBe(before.redoCount - 1);
    }
    await expect(desk.redoButton).toBeDisabled();
    expect(await snapshotOf(core)).toEqual(made);
  });

  await test.step("export what was made", async () => {
    await desk.openDock("Briefing");
    await expect(workbench.getByText("Every quote is verified")).toBeVisible();
    const downloading = workbench.waitForEvent("download");
    await workbench.getByRole("button", { name: "Save Markdown" }).click();
    const file = readFileSync(await (await downloading).path(), "utf8");
    const { markdown } = await core.request("export.markdown", {});
    expect(file).toBe(markdown);
    const order = /^## \d+\. (.+)$/gmu;
    const claims = [...file.matchAll(order)].map(([, statement = ""]) => statement);
    expect(claims.toSorted()).toEqual(mainJob.claims.map(({ statement }) => statement).toSorted());
    expectBriefingTellsIt(file, claims);
  });
});
