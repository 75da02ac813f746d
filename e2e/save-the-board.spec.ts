import { readFile } from "node:fs/promises";

import { expect, test } from "./fixtures.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("the board is saved as a picture that a browser draws, as JSON Canvas, and printed", async ({
  workbench,
  core,
  articles,
  context,
}) => {
  await prepareAnalysis(core, articles);
  await workbench.keyboard.press("Alt+b");
  const panel = workbench.getByRole("tabpanel", { name: "Board" });
  const save = async (name: string) => {
    const saving = workbench.waitForEvent("download");
    await panel.getByRole("button", { name: "Save or print the board" }).click();
    await workbench.getByRole("menuitem", { name }).click();
    const download = await saving;
    return {
      name: download.suggestedFilename(),
      text: await readFile(await download.path(), "utf8"),
    };
  };

  const picture = await save("Picture (SVG)");
  expect(picture.name).toBe("Board.svg");
  const viewer = await context.newPage();
  await viewer.setContent(`<img src="data:image/svg+xml,${encodeURIComponent(picture.text)}">`);
  await expect
    .poll(() => viewer.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(600);
  await viewer.close();

  const canvas = await save("JSON Canvas");
  expect(canvas.name).toBe("Board.canvas");
  const { nodes, edges } = JSON.parse(canvas.text) as { nodes: unknown[]; edges: unknown[] };
  expect([nodes.length, edges.length]).toEqual([12, 8]);

  await test.step("print", async () => {
    await workbench.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await panel.getByRole("button", { name: "Save or print the board" }).click();
    await workbench.getByRole("menuitem", { name: "Print" }).click();
    await expect(workbench.locator("body[data-printed]")).toBeAttached();
    await workbench.emulateMedia({ media: "print" });
    await expect(workbench.getByRole("img", { name: "Board “Board”" })).toBeVisible();
  });
});
