import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";

const contact = {
  article: 0,
  words:
    "The Russian leader added that while he was open to contact with Zelensky, he doubted any breakthrough was possible.",
};
const contactElsewhere =
  "On Friday, Putin said he remained open to contact with Zelensky but doubted its usefulness:";

test("where else it is said is found, opened, highlighted and linked by keys alone", async ({
  workbench,
  core,
}) => {
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  await keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await desk.moveCursorTo(contact);
  await keyboard.press("c");
  await expect(desk.statement).toBeFocused();
  await keyboard.type("Putin is open to contact");
  await keyboard.press("Enter");
  await expect(desk.textOf(0)).toBeFocused();

  await keyboard.press("w");
  const list = workbench.getByRole("grid", { name: /^Passages like/u });
  const best = list.getByRole("row").first();
  await expect(best).toBeFocused();
  await expect(best).toContainText(contactElsewhere);
  await expect(best).toContainText("%");
  await expect(best.locator("mark", { hasText: "doubted" })).toBeVisible();
  await expect(desk.status).toContainText(/passages? in \d other articles?\. Best: On Friday/u);
  await expectAccessible(workbench, "where else");

  await keyboard.press("h");
  await expect(best).toContainText("highlighted");
  await keyboard.press("l");
  await expect(best).toContainText("linked to 1 claim");
  const links = await core.request("evidence.list", {});
  expect(links.map(({ exact, stance }) => [exact, stance])).toContainEqual([
    contactElsewhere,
    "supports",
  ]);

  await keyboard.press("ArrowDown");
  await expect(list.getByRole("row").nth(1)).toBeFocused();
  await keyboard.press("ArrowUp");
  await keyboard.press("Enter");
  const focused = workbench.locator("[data-scope='reader']:focus");
  await expect(focused).toContainText(contactElsewhere);
  await expect(focused).not.toHaveAttribute("aria-label", await labelOf(desk));

  await keyboard.press("Alt+u");
  await expect(best).toBeFocused();
  await keyboard.press("Escape");
  await expect(focused).toContainText(contactElsewhere);
});

test("where else it is said is found and acted on with the mouse", async ({ workbench }) => {
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await desk.dragOver({ article: 0, words: "open to contact with Zelensky" });
  await desk.tool("Where else is this said?").click();
  const row = workbench
    .getByRole("grid", { name: /^Passages like/u })
    .getByRole("row", { name: contactElsewhere });
  await row.getByRole("button", { name: "Highlight" }).click();
  await expect(row).toContainText("highlighted");
  await row.getByRole("button", { name: "Link to the claim at hand" }).click();
  await expect(desk.claimPicker).toBeVisible();
  await workbench.keyboard.type("Putin would talk");
  await workbench.keyboard.press("Enter");
  await expect(row).toContainText("linked to 1 claim");
  await row.getByText("doubted").click();
  await expect(workbench.locator("[data-scope='reader']:focus")).toContainText(contactElsewhere);
});

test("a passage that no other article has says so", async ({ workbench }) => {
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+u");
  const view = workbench.getByRole("region", { name: "Search" });
  await expect(view).toContainText("press W");
  await workbench.keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await desk.moveCursorTo({
    article: 0,
    words: "Washington has not clarified how far it would go in backing Ukraine.",
  });
  await workbench.keyboard.press("w");
  await expect(view).toContainText("No other article has a passage like this one");
  await expect(desk.textOf(0)).toBeFocused();
});

async function labelOf(desk: WorkbenchPage): Promise<string> {
  return (await desk.textOf(0).getAttribute("aria-label")) ?? "";
}
