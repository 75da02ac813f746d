import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Page } from "@playwright/test";

import type { Article } from "#contract/article";

import { expect, test } from "../fixtures.ts";
import type { CoreClient } from "../hosts/core-client.ts";
import { mainJob } from "../main-job.ts";
import { WorkbenchPage } from "../pages/workbench-page.ts";
import { prepareAnalysis } from "../prepare-analysis.ts";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const title = "Reassurance force for Ukraine";

/** What the analyst judges, beside the claims of the main job. */
async function judge(core: CoreClient, articles: readonly Article[]): Promise<void> {
  const { claim } = await core.request("claim.create", {
    statement: "No foreign force enters Ukraine before the fighting stops",
  });
  await core.request("claim.change", {
    claimId: claim.id,
    kind: "forecast",
    likelihood: "very likely",
    confidence: "moderate",
    confidenceBasis:
      "The pledges are all tied to a ceasefire, and all reports go back to one summit.",
  });
  for (const { article: number, words, stance } of mainJob.claims[0]?.evidence ?? []) {
    const article = articles[number];
    if (article !== undefined && stance === "supports") {
      const { text } = await core.request("article.read", { articleId: article.id });
      const start = text.indexOf(words);
      const passage = { articleId: article.id, start, end: start + words.length };
      await core.request("evidence.link", { claimId: claim.id, passage, stance });
    }
  }
  const ground = (await core.request("claim.list", {})).find(
    ({ statement }) => statement === "US will send ground troops",
  );
  const [board] = await core.request("board.list", {});
  if (ground === undefined || board === undefined) {
    throw new Error("the main job has the claim and a board");
  }
  await core.request("claim.change", {
    claimId: ground.id,
    statement: "The US will send ground troops",
    kind: "assessment",
    likelihood: "unlikely",
    confidence: "low",
    confidenceBasis: "The articles report hints by one man, and no decision.",
  });
  await core.request("card.add", {
    boardId: board.id,
    cards: [
      {
        subject: { kind: "claim", claimId: claim.id },
        place: { x: 0, y: -320, width: 260, height: 120, groupId: null },
      },
    ],
  });
}

async function cite(page: Page, words: string): Promise<void> {
  await page.keyboard.type(`@${words}`);
  await expect(
    page.getByRole("listbox", { name: "What to cite" }).getByRole("option", { selected: true }),
  ).toContainText(words);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox", { name: "What to cite" })).toHaveCount(0);
}

test("a finished briefing on the five articles, with its picture", async ({
  core,
  articles,
  workbench,
}) => {
  await core.request("project.rename", { title });
  await prepareAnalysis(core, articles);
  await judge(core, articles);

  await new WorkbenchPage(workbench).openDock("Briefing");
  await workbench.getByRole("button", { name: "Give it the whole window" }).click();
  await workbench.getByRole("button", { name: "New briefing" }).click();
  await workbench.getByRole("radio", { name: "Bottom line up front" }).check();
  await workbench.getByRole("button", { name: "Draft", exact: true }).click();
  const text = workbench.getByRole("textbox", { name: "Text of the briefing" });
  await expect(text.locator("[data-citation='quote']").first()).toBeVisible();

  // What a draft cannot say: what it means for the reader.
  await text.getByRole("heading", { name: "Discrepancies" }).click();
  await workbench.keyboard.press("Home");
  await workbench.keyboard.press("Enter");
  await workbench.keyboard.press("ArrowUp");
  await workbench.keyboard.type("## Implications");
  await workbench.keyboard.press("End");
  await workbench.keyboard.press("Enter");
  await workbench.keyboard.type(
    "The number to watch is how many would come, **not** how many pledged. No article names the countries behind this claim: ",
  );
  await cite(workbench, "26 countries pledged forces");
  await workbench.keyboard.type(". What is known of one of them points the same way: ");
  await cite(workbench, "Germany has committed troops");
  await workbench.keyboard.type(" is contradicted so far.");

  for (const number of [1, 2, 3, 5, 6, 9]) {
    await workbench.getByRole("checkbox", { name: new RegExp(`^${number}\\. `, "u") }).check();
  }
  await expect(workbench.getByText("Every quote is verified").first()).toBeVisible();
  await expect(workbench.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();

  const [briefing] = await core.request("briefing.list", {});
  if (briefing === undefined) {
    throw new Error("the briefing is there");
  }
  const { markdown } = await core.request("export.markdown", { briefingId: briefing.id });
  writeFileSync(`${docs}sample-briefing.md`, markdown);

  await text.evaluate((element) => element.parentElement?.scrollTo(0, 0));
  await text.evaluate((element) => element.blur());
  for (const colorScheme of ["light", "dark"] as const) {
    await workbench.emulateMedia({ colorScheme });
    await workbench.mouse.move(0, 899); // no tooltip in the picture
    await workbench.screenshot({ path: `${docs}pictures/written-briefing-${colorScheme}.png` });
  }
});
