import type { Page } from "playwright-core";

import { timeFromKey } from "./in-page.ts";
import type { Taken } from "./in-page.ts";
import type { ProductPage } from "./open-page.ts";

/** Conditions in the page, as text: see `timeFromKey`. */
export const textIsShown = `document.querySelector("[data-row]") !== null`;
export const marksAreShown = `document.querySelector("mark[data-highlights]") !== null`;

/** Opens the first article of the library in a fresh page, from the key to the painted frame. */
export async function timeOpening({ page, reopen }: ProductPage, isDone: string): Promise<Taken> {
  await reopen();
  await page.keyboard.press("Alt+L");
  await page.locator('[role="grid"][aria-label="Articles"] [role="row"]').first().focus();
  return timeFromKey(page, "Enter", isDone);
}

/** Puts the focus into the text, whose keys act only there, and the cursor on its first sentence. */
export async function goToText(page: Page): Promise<void> {
  await page.keyboard.press("Alt+1");
  await page.locator('[role="document"]:focus').waitFor();
  await page.keyboard.press("Home");
}

/** Adds a highlight to the next sentence, from the key to the painted frame. */
export async function timeAdding(page: Page): Promise<Taken> {
  const marks = await countMarks(page);
  return timeFromKey(page, "h", `${marksInPage} !== ${marks}`);
}

/** Takes the current highlight away. */
export async function timeRemoving(page: Page): Promise<Taken> {
  const marks = await countMarks(page);
  return timeFromKey(page, "Delete", `${marksInPage} !== ${marks}`);
}

/** Gives the current highlight another tag, and with it another colour. */
export async function timeRecolouring(page: Page): Promise<Taken> {
  const tint = await page.evaluate(tintInPage);
  return timeFromKey(page, "1", `${tintInPage} !== ${JSON.stringify(tint)}`);
}

const marksInPage = `document.querySelectorAll("mark[data-highlights]").length + [...document.querySelectorAll("mark[data-highlights]")].reduce((sum, mark) => sum + mark.dataset.highlights.length, 0)`;
/** A highlight in the fourth lane or deeper changes only the words of a mark, not its lines. */
const tintInPage = `[...document.querySelectorAll("mark[data-current]")].map((mark) => JSON.stringify({ ...mark.dataset }) + mark.title).join()`;

function countMarks(page: Page): Promise<number> {
  return page.evaluate(marksInPage);
}
