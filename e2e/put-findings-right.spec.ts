import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";

test("findings are gone through and put right by keyboard alone", async ({
  workbench,
  core,
  articles,
}) => {
  await prepareAnalysis(core, articles);
  await new WorkbenchPage(workbench).openDock("Briefing");
  await workbench.keyboard.press("ControlOrMeta+Alt+b");
  await workbench.getByRole("radio", { name: "Blank page" }).check();
  await workbench.keyboard.press("Enter");
  const text = workbench.getByRole("textbox", { name: "Text of the briefing" });
  await expect(text).toBeVisible();
  await text.focus();
  await workbench.keyboard.type("We judge with high confidence that a truce is unlikely.");
  await workbench.keyboard.press("Enter");
  await workbench.keyboard.type("Talks are improbable. An attack is not likely, and @26 countries");
  await expect(workbench.getByRole("listbox", { name: "What to cite" })).toBeVisible();
  await workbench.keyboard.press("Enter");
  await expect(text.locator("[data-citation='claim']")).toHaveCount(1);

  const findings = workbench.getByRole("list", { name: "Findings" }).getByRole("listitem");
  const inTwo = findings.filter({ hasText: "two sentences" });
  await expect(inTwo).toBeVisible();
  while ((await inTwo.getAttribute("aria-current")) !== "true") {
    await workbench.keyboard.press("F8");
  }
  await workbench.keyboard.press("ControlOrMeta+.");
  await expect(text).toContainText("Confidence in this judgement is high.");
  await expect(inTwo).toHaveCount(0);

  const rows = findings.filter({ hasText: "other row" });
  await expect(rows).toBeVisible();
  while ((await rows.getAttribute("aria-current")) !== "true") {
    await workbench.keyboard.press("Shift+F8");
  }
  await workbench.keyboard.press("ControlOrMeta+.");
  await expect(text).toContainText("Talks are unlikely.");
  await expect(rows).toHaveCount(0);

  // A claim that is removed leaves its words, marked; one key makes them plain words.
  const [claim] = (await core.request("claim.list", {})).filter(({ statement }) =>
    statement.startsWith("26 countries"),
  );
  if (claim === undefined) {
    throw new Error("the claim is there");
  }
  await core.request("claim.trash", { claimIds: [claim.id] });
  const gone = findings.filter({ hasText: "was removed" });
  await expect(gone).toBeVisible();
  while ((await gone.getAttribute("aria-current")) !== "true") {
    await workbench.keyboard.press("F8");
  }
  await workbench.keyboard.press("ControlOrMeta+.");
  await expect(text.locator("[data-citation]")).toHaveCount(0);
  await expect(text).toContainText("26 countries pledged forces");

  await workbench.getByRole("checkbox", { name: /^1\. Describes/u }).check();
  await expect(workbench.getByText("Tradecraft standards (ICD 203): 1 of 9")).toBeVisible();
  await expectAccessible(workbench, "the checks");
});

test("articles and evidence are cited by dragging, and copied words are those that are seen", async ({
  workbench,
  core,
  articles,
  context,
}) => {
  await prepareAnalysis(core, articles);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await new WorkbenchPage(workbench).openDock("Briefing");
  await workbench.keyboard.press("ControlOrMeta+Alt+b");
  await workbench.getByRole("radio", { name: "Blank page" }).check();
  await workbench.keyboard.press("Enter");
  const text = workbench.getByRole("textbox", { name: "Text of the briefing" });
  await text.focus();
  await workbench.keyboard.type("Source: ");
  const title = workbench.getByRole("grid", { name: "Articles" }).locator("[draggable]").first();
  await title.dragTo(text.locator("p"));
  const citation = text.locator("[data-citation='article']");
  await expect(citation).toHaveText((await title.textContent()) ?? "");
  await text.focus();
  await workbench.keyboard.press("ControlOrMeta+a");
  await workbench.keyboard.press("ControlOrMeta+c");
  const html = await workbench.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await (await item?.getType("text/html"))?.text()) ?? "";
  });
  expect(html).toContain((await citation.textContent())?.slice(0, 20));

  // Pasted here it is a citation again, and not only its words.
  await workbench.keyboard.press("ControlOrMeta+End");
  await workbench.keyboard.press("ControlOrMeta+v");
  await expect(citation).toHaveCount(2);

  // Evidence is dragged from the claim that is shown beside.
  await workbench.keyboard.type(" @26 countries");
  await expect(workbench.getByRole("listbox", { name: "What to cite" })).toBeVisible();
  await workbench.keyboard.press("Enter");
  await text.locator("[data-citation='claim']").dblclick();
  const quote = workbench.locator("[data-evidence] [draggable]").first();
  await quote.dragTo(text.locator("p").last());
  await expect(text.locator("[data-citation='quote']")).toHaveText(
    `“${(await quote.locator("[data-quote]").textContent()) ?? ""}”`,
  );
});
