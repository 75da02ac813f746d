import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** The rules whose answer the theme can change: it changes nothing but colours. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/** What the page shows now has no serious accessibility fault, in light and in dark. */
export async function expectAccessible(page: Page, view: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectNoSeriousFault(page, `${view}, light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoSeriousFault(page, `${view}, dark`, rulesOfColour);
}

async function expectNoSeriousFault(page: Page, view: string, rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html.slice(0, 200)) }));
  expect(serious, view).toEqual([]);
}
