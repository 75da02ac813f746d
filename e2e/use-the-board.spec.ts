import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("cards are moved, linked, grouped, and lead back to their passage, by mouse", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  const [board] = await core.request("board.list", {});
  const cards = async () =>
    board === undefined ? [] : (await core.request("board.read", { boardId: board.id })).cards;
  const desk = new WorkbenchPage(workbench);
  await desk.openDock("Board");
  await workbench.getByRole("button", { name: "Give it the whole window" }).click();
  const panel = workbench.getByRole("tabpanel", { name: "Board" });
  await panel.getByRole("button", { name: /whole board/iu }).click();
  const claimCard = (statement: string) =>
    panel.getByRole("group", { name: new RegExp(`^Claim: ${statement}`, "u") });
  const pledged = claimCard("26 countries pledged forces");
  const germany = claimCard("Germany has committed troops");
  await expect(pledged).toBeVisible();

  await test.step("a dragged card stays where it was put", async () => {
    const before = await cards();
    await pledged.hover();
    await workbench.mouse.down();
    await workbench.mouse.move(500, 300, { steps: 6 });
    await workbench.mouse.up();
    await expect.poll(cards).not.toEqual(before);
    await expect(desk.undoButton).toHaveAccessibleName("Undo: move card");
    await desk.undoButton.click();
    await expect.poll(cards).toEqual(before);
  });

  await test.step("a drawn arrow asks for its type", async () => {
    await germany.hover();
    const from = germany.locator(".react-flow__handle").first();
    const to = await pledged.boundingBox();
    await from.hover({ force: true });
    await workbench.mouse.down();
    if (to === null) {
      throw new Error("the card is not on the screen");
    }
    await workbench.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await workbench.mouse.up();
    await workbench.getByRole("button", { name: /Depends on/iu }).click();
    await expect
      .poll(async () => (await core.request("relation.list", {})).map(({ type }) => type))
      .toEqual(["depends on"]);
  });

  await test.step("a quote leads back to its passage, which is scrolled to", async () => {
    await panel.getByRole("group", { name: /^Quote from .*The warning came just a day/u }).click();
    await workbench.keyboard.press("Enter");
    const text = workbench.getByRole("document", { name: /^Text of / });
    await expect(text.locator("mark", { hasText: "The warning came" })).toBeInViewport();
    await expect(text).toBeFocused();
  });
});

test("the board is worked by keyboard alone", async ({ workbench, core, articles }) => {
  await prepareAnalysis(core, articles);
  const { keyboard } = workbench;
  const [board] = await core.request("board.list", {});
  const groups = async () =>
    board === undefined
      ? []
      : (await core.request("board.read", { boardId: board.id })).cards.filter(
          ({ groupId }) => groupId !== null,
        );
  await keyboard.press("Alt+b");
  const panel = workbench.getByRole("tabpanel", { name: "Board" });
  const focused = panel.locator(".react-flow__node:focus");
  for (let step = 0; step < 40 && (await focused.count()) === 0; step += 1) {
    await keyboard.press("Tab");
  }
  await expect(focused).toBeVisible();

  await test.step("the card with the focus is linked to another one", async () => {
    await keyboard.press("e");
    const other = workbench.getByRole("combobox", { name: "Find the other card" });
    await expect(other).toBeFocused();
    await keyboard.type("Germany");
    await keyboard.press("Enter");
    await keyboard.press("c");
    await expect
      .poll(async () => (await core.request("relation.list", {})).map(({ type }) => type))
      .toEqual(["contradicts"]);
  });

  await test.step("cards are grouped, as one change", async () => {
    await expect(focused).toBeVisible();
    await keyboard.press("ControlOrMeta+a");
    await keyboard.press("g");
    await expect.poll(async () => (await groups()).length).toBeGreaterThan(1);
    await keyboard.press("Escape"); // the group's title waits to be typed
    await keyboard.press("ControlOrMeta+z");
    await expect.poll(async () => (await groups()).length).toBe(0);
  });
});

test("a highlight is dragged from the inspector onto a claim while reading goes on above", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  const desk = new WorkbenchPage(workbench);
  await workbench.keyboard.press("Alt+a");
  await expect(desk.texts).toHaveCount(5);
  await desk.openDock("Claims");
  const claim = "US will send ground troops";
  const count = async () => {
    const [found] = await core.request("claim.list", { text: claim });
    return found?.counts.all.highlights;
  };
  const before = await count();
  await desk.textOf(0).locator("mark", { hasText: "He stressed" }).first().click();
  await desk.inspector.getByText("Drag onto a claim").dragTo(desk.claimRow(claim));
  await workbench.keyboard.press("Enter"); // the stance that is offered first
  await expect.poll(count).toBe((before ?? 0) + 1);
});
