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
    const bytes = await readFile(await download.path());
    return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
  };

  const picture = await save("Picture (SVG)");
  expect(picture.name).toBe("Board.svg");
  const viewer = await context.newPage();
  await viewer.setContent(`<img src="data:image/svg+xml,${encodeURIComponent(picture.text)}">`);
  await expect
    .poll(() => viewer.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(600);

  const pixels = await save("Picture (PNG)");
  expect(pixels.name).toBe("Board.png");
  await viewer.setContent(
    `<img src="data:image/png;base64,${pixels.bytes.toString("base64")}">
     <img src="data:image/svg+xml,${encodeURIComponent(picture.text)}">`,
  );
  await expect.poll(() => viewer.evaluate(comparePictures)).toEqual({ scale: 2, unlike: 0 });
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

/**
 * How many times larger the first picture is than the second, and how many of a grid's 400 pixels differ in colour by
 * more than what smoothing an edge at another size makes of it.
 */
function comparePictures(): { scale: number; unlike: number } | null {
  const [first, second] = [...document.images];
  if (first === undefined || second === undefined || !first.complete || !second.complete) {
    return null;
  }
  const side = 20;
  const pixelsOf = (image: HTMLImageElement) => {
    const canvas = new OffscreenCanvas(first.naturalWidth, first.naturalHeight);
    const drawing = canvas.getContext("2d");
    drawing?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return drawing?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
  };
  const [a, b] = [pixelsOf(first), pixelsOf(second)];
  let unlike = 0;
  for (let at = 0; at < side * side; at += 1) {
    const x = Math.floor(((at % side) + 0.5) * (first.naturalWidth / side));
    const y = Math.floor((Math.floor(at / side) + 0.5) * (first.naturalHeight / side));
    const from = 4 * (y * first.naturalWidth + x);
    const isUnlike = [0, 1, 2].some(
      (colour) => Math.abs((a[from + colour] ?? 0) - (b[from + colour] ?? 255)) > 8,
    );
    unlike += isUnlike ? 1 : 0;
  }
  return { scale: Math.round(first.naturalWidth / second.naturalWidth), unlike };
}
