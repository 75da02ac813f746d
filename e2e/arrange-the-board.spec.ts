import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("a board is arranged three ways, each one undo step, aligned, and walked along its arrows", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  const { keyboard } = workbench;
  const [board] = await core.request("board.list", {});
  const cards = async () =>
    board === undefined ? [] : (await core.request("board.read", { boardId: board.id })).cards;
  const places = async () =>
    (await cards())
      .map(({ id, x, y }) => `${id} ${x} ${y}`)
      .toSorted()
      .join();
  const before = await places();
  await keyboard.press("Alt+b");
  const panel = workbench.getByRole("tabpanel", { name: "Board" });
  const tools = panel.getByRole("group", { name: "Board tools" });

  for (const layout of ["By claim", "In layers", "By source"]) {
    await tools.getByRole("button", { name: "Arrange" }).click();
    await workbench.getByRole("menuitem", { name: layout }).click();
    await expect.poll(places).not.toBe(before);
    await keyboard.press("ControlOrMeta+z");
    await expect.poll(places).toBe(before);
  }
  await tools.getByRole("button", { name: "Arrange" }).click();
  await workbench.getByRole("menuitem", { name: "By claim" }).click();
  await expect.poll(places).not.toBe(before);

  await test.step("the focus goes along the lines, from a claim to its quote and back", async () => {
    const claim = panel.getByRole("group", { name: /^Claim: US will send ground troops/u });
    await claim.focus();
    await keyboard.press("ControlOrMeta+ArrowRight");
    const focused = panel.locator(".react-flow__node:focus");
    await expect(focused).toHaveAttribute("aria-label", /^Quote from /u);
    await keyboard.press("ControlOrMeta+ArrowLeft");
    await expect(claim).toBeFocused();
  });

  await test.step("chosen cards are aligned by keys", async () => {
    await keyboard.press("ControlOrMeta+a");
    await keyboard.press("Alt+Shift+L");
    await expect.poll(async () => new Set((await cards()).map(({ x }) => x)).size).toBe(1);
    await keyboard.press("ControlOrMeta+z");
    await expect
      .poll(async () => new Set((await cards()).map(({ x }) => x)).size)
      .toBeGreaterThan(1);
  });

  await test.step("with the grid on, a moved card lies on its lines", async () => {
    const claim = panel.getByRole("group", { name: /^Claim: US will send ground troops/u });
    await claim.focus();
    await keyboard.press("Escape");
    await keyboard.press("s");
    await expect(tools.getByRole("button", { name: "Snap to the grid" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    const id = await claim.getAttribute("data-card");
    await keyboard.press("ArrowRight");
    await keyboard.press("ArrowDown");
    await keyboard.press("Escape"); // stores the move at once
    await expect
      .poll(async () => {
        const card = (await cards()).find((each) => each.id === id);
        return card === undefined ? null : [card.x % 12, card.y % 12].map(Math.abs);
      })
      .toEqual([0, 0]);
  });
  await expectAccessible(workbench, "board");
});
