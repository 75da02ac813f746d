import { expectAccessible } from "./axe.ts";
import { expect, sampleTexts, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

const phrase = "light at the end of the tunnel";

test("words and phrases are searched for in all articles, and hits opened, by keys alone", async ({
  workbench,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  await keyboard.press("ControlOrMeta+Shift+f");
  const field = workbench.getByRole("searchbox", { name: "Search all articles" });
  await expect(field).toBeFocused();
  await keyboard.type(`"${phrase}"`);
  const list = workbench.getByRole("grid", { name: /^Sentences with/u });
  const inTexts = sampleTexts().filter((text) => text.includes(phrase)).length;
  await expect(list.locator("mark", { hasText: phrase })).toHaveCount(inTexts);
  await expect(workbench.getByRole("region", { name: "Search" })).toContainText(
    `${inTexts} sentences in ${inTexts} articles`,
  );
  await expectAccessible(workbench, "search");

  await keyboard.press("ArrowDown");
  await expect(list.locator(":focus")).toBeVisible();
  await keyboard.press("ArrowDown");
  await keyboard.press("h");
  await expect(list.locator("[role='row']:focus")).toContainText("highlighted");
  await keyboard.press("Enter");
  await expect(desk.texts).toHaveCount(1);
  await expect(desk.textOf(0)).toBeFocused();
  await expect(desk.textOf(0).getByText(phrase)).toBeInViewport();

  await keyboard.press("ControlOrMeta+Shift+f");
  await keyboard.type("ceasefire zyxwv");
  await expect(workbench.getByRole("region", { name: "Search" })).toContainText(
    "No sentence has all of these words",
  );
});
