import { fileURLToPath } from "node:url";

import { expect, test } from "../fixtures.ts";
import { WorkbenchPage } from "../pages/workbench-page.ts";
import { prepareAnalysis } from "../prepare-analysis.ts";

const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));

for (const theme of ["light", "dark"] as const) {
  test(`desk, claims, board and briefing, ${theme}`, async ({ core, articles, workbench }) => {
    const take = async (name: string) => {
      await workbench.mouse.move(0, 899); // no tooltip in the picture
      await workbench.screenshot({ path: `${folder}${name}-${theme}.png` });
    };
    await workbench.emulateMedia({ colorScheme: theme });
    await core.request("project.rename", { title: "Reassurance force" });
    await prepareAnalysis(core, articles);
    const desk = new WorkbenchPage(workbench);

    await workbench.keyboard.press("Alt+a");
    await expect(desk.texts).toHaveCount(articles.length);
    await workbench.keyboard.press("ControlOrMeta+i");
    for (const [number, key] of ["Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5"].entries()) {
      await workbench.keyboard.press(key);
      await expect(desk.textOf(number)).toBeFocused();
      await desk.announcementAfter(".");
    }
    await workbench.keyboard.press("Alt+1");
    await take("desk");

    await workbench.keyboard.press("ControlOrMeta+i");
    for (const close of [0, 1]) {
      await workbench.keyboard.press(`Alt+${close === 0 ? 5 : 4}`);
      await workbench.keyboard.press("Alt+w");
    }
    await expect(desk.texts).toHaveCount(3);
    await desk.openDock("Claims");
    await desk.claimRow("Foreign troops would be legitimate targets").click();
    await expect(desk.statement).toBeVisible();
    await take("claims");

    await workbench.keyboard.press("Alt+b");
    await workbench.getByRole("button", { name: "Give it the whole window" }).click();
    const board = workbench.getByRole("tabpanel", { name: "Board" });
    await board.getByRole("button", { name: /^Arrange/u }).click();
    await workbench.getByRole("menuitem", { name: /^By claim/u }).click();
    await expect(desk.status).toContainText(/arranged/iu);
    await board.getByRole("button", { name: /whole board/iu }).click();
    await workbench.keyboard.press("Escape");
    await take("board");

    await desk.openDock("Briefing");
    await expect(workbench.getByText("Every quote is verified")).toBeVisible();
    await take("briefing");
  });
}
