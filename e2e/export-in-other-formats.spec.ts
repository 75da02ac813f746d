import { readFileSync } from "node:fs";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { mainJob } from "./main-job.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("what is chosen is copied, and saved in every format, and a long export is cancelled", async ({
  workbench,
  core,
  articles,
  context,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  await desk.openDock("Briefing");
  const choose = async (name: RegExp) => {
    await workbench.getByRole("button", { name: "Export all claims" }).click();
    await workbench.getByRole("menuitem", { name }).click();
  };
  const save = async (name: RegExp) => {
    const downloading = workbench.waitForEvent("download");
    await choose(name);
    const download = await downloading;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  const html = await save(/Web page/u);
  expect(html.name).toBe("project.html");
  const json = await save(/Whole project/u);
  expect(JSON.parse(json.bytes.toString("utf8"))).toMatchObject({
    claims: mainJob.claims.map(({ statement }) => ({ statement })),
  });
  const tables = await save(/Tables/u);
  expect(tables.name).toBe("project (CSV).zip");
  expect(tables.bytes.toString("latin1")).toContain("evidence.csv");
  const word = await save(/Word document/u);
  expect(word.name).toBe("project.docx");
  expect(word.bytes.toString("latin1")).toContain("word/footnotes.xml");
  const pdf = await save(/PDF/u);
  expect(pdf.name).toBe("project.pdf");
  expect(pdf.bytes.toString("latin1")).toMatch(/^%PDF-/u);

  await test.step("an export that takes long is cancelled where it was begun", async () => {
    await choose(/PDF/u);
    await workbench.getByRole("button", { name: "Cancel PDF" }).click();
    await expect(workbench.getByRole("button", { name: "Export all claims" })).toBeVisible();
  });

  await test.step("the clipboard takes Markdown, and rich text beside it", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await choose(/As rich text/u);
    const copied = () =>
      workbench.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const textOf = async (type: string) => (await item?.getType(type))?.text() ?? "";
        return { plain: await textOf("text/plain"), rich: await textOf("text/html") };
      });
    const { markdown } = await core.request("export.markdown", {});
    await expect.poll(async () => (await copied()).plain).toBe(markdown);
    expect((await copied()).rich).toContain("<blockquote");
  });

  await test.step("the page stands by itself, asks for nothing and can be read by everyone", async () => {
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.setContent(html.bytes.toString("utf8"));
    for (const { statement } of mainJob.claims) {
      await expect(page.getByRole("heading", { name: statement }).first()).toBeVisible();
    }
    expect(requests).toEqual([]);
    await expectAccessible(page, "exported page");
  });
});
