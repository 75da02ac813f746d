import { readFileSync } from "node:fs";

import { expect, test } from "./fixtures.ts";
import { mainJob } from "./main-job.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("the briefing is saved as a web page, as tables and as the whole project", async ({
  workbench,
  core,
  articles,
  context,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  await desk.openDock("Briefing");
  const saveAs = async (name: RegExp) => {
    const downloading = workbench.waitForEvent("download");
    await workbench.getByRole("button", { name: "Save as" }).click();
    await workbench.getByRole("menuitem", { name }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), path: await download.path() };
  };

  const html = await saveAs(/Web page/u);
  expect(html.name).toBe("project.html");
  const json = await saveAs(/Whole project/u);
  expect(JSON.parse(readFileSync(json.path, "utf8"))).toMatchObject({
    claims: mainJob.claims.map(({ statement }) => ({ statement })),
  });
  const table = await saveAs(/Tables/u);
  expect(readFileSync(table.path, "utf8")).toContain("26 countries pledged forces");

  await test.step("the page stands by itself and asks for nothing", async () => {
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.setContent(readFileSync(html.path, "utf8"));
    for (const { statement } of mainJob.claims) {
      await expect(page.getByRole("heading", { name: statement }).first()).toBeVisible();
    }
    expect(requests).toEqual([]);
  });
});
