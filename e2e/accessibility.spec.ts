import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

for (const theme of ["light", "dark"] as const) {
  test(`no view has a serious accessibility fault, ${theme}`, async ({
    core,
    articles,
    workbench,
  }) => {
    await prepareAnalysis(core, articles);
    const desk = new WorkbenchPage(workbench);
    await workbench.emulateMedia({ colorScheme: theme });
    await workbench.keyboard.press("Alt+a");
    await expect(desk.texts).toHaveCount(articles.length);
    await expect(workbench.locator("mark").first()).toBeVisible();
    await expectNoSeriousFault(workbench, "desk");

    for (const view of [
      "Claims",
      "Board",
      "Matrix",
      "Hypotheses",
      "Briefing",
      "History",
    ] as const) {
      await desk.openDock(view);
      await expectNoSeriousFault(workbench, view);
    }

    await workbench.locator("mark").first().click();
    await expect(desk.inspector.getByText("Verified")).toBeVisible();
    await expectNoSeriousFault(workbench, "highlight in the inspector");

    await desk.openDock("Claims");
    await desk.claimRow("26 countries pledged forces").click();
    await expect(desk.statement).toBeVisible();
    await expectNoSeriousFault(workbench, "claim in the inspector");

    await workbench.getByRole("row", { name: /Putin Rejects Western Plan/u }).click();
    await expect(desk.inspector.getByRole("textbox", { name: "Outlet" })).toBeVisible();
    await expectNoSeriousFault(workbench, "article in the inspector");

    await workbench.keyboard.press("Alt+1");
    for (const [keys, name] of [
      ["ControlOrMeta+k", "actions"],
      ["?", "shortcuts"],
      ["ControlOrMeta+f", "find"],
    ] as const) {
      await workbench.keyboard.press(keys);
      await expectNoSeriousFault(workbench, name);
      await workbench.keyboard.press("Escape");
    }
  });
}

async function expectNoSeriousFault(page: Page, view: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html.slice(0, 200)) }));
  expect(serious, view).toEqual([]);
}
