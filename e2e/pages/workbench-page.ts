import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

import type { Stance } from "#contract/claim";

import type { Passage } from "../main-job.ts";

const stanceWords: Record<Stance, string> = {
  supports: "Supports",
  disputes: "Disputes",
  qualifies: "Qualifies",
  mentions: "Mentions",
};

/** The page as a user meets it: panes, pickers, dock and inspector by their names. */
export class WorkbenchPage {
  readonly page: Page;
  readonly undoButton: Locator;
  readonly redoButton: Locator;
  readonly inspector: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    const history = page.getByRole("group", { name: "History" });
    this.undoButton = history.getByRole("button", { name: /^(?:Undo|Nothing to undo)/u });
    this.redoButton = history.getByRole("button", { name: /^(?:Redo|Nothing to redo)/u });
    this.inspector = page.getByRole("complementary", { name: "Inspector" });
    this.status = page.getByRole("status").last();
  }

  /** The texts on the desk, from left to right. */
  get texts(): Locator {
    return this.page.getByRole("document", { name: /^Text of / });
  }

  /** The text of the pane with that number, counted from 0. */
  textOf(pane: number): Locator {
    return this.texts.nth(pane);
  }

  /** Selects the words by dragging over them, as a hand would. */
  async dragOver({ article, words }: Passage): Promise<void> {
    const text = this.textOf(article);
    const ends = await text.evaluate(async (region, wanted) => {
      const measure = () => {
        const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
        const nodes: { node: Text; from: number }[] = [];
        let whole = "";
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          nodes.push({ node: node as Text, from: whole.length });
          whole += node.textContent ?? "";
        }
        const from = whole.indexOf(wanted);
        if (from === -1) {
          return null;
        }
        const rangeAt = (offset: number) => {
          const holder = nodes.findLast((candidate) => candidate.from <= offset);
          if (holder === undefined) {
            throw new Error("no text node holds this offset");
          }
          const range = document.createRange();
          range.setStart(holder.node, offset - holder.from);
          range.setEnd(holder.node, offset - holder.from + 1);
          return range;
        };
        const first = rangeAt(from);
        const last = rangeAt(from + wanted.length - 1);
        const rectOf = (range: Range) => {
          const { left, right, top, bottom } = range.getBoundingClientRect();
          const block = range.startContainer.parentElement;
          const isRtl = block !== null && getComputedStyle(block).direction === "rtl";
          // A little inside the character, on the side where it is begun and where it is ended.
          return isRtl
            ? { start: right - 0.5, end: left + 0.5, middle: (top + bottom) / 2 }
            : { start: left + 0.5, end: right - 0.5, middle: (top + bottom) / 2 };
        };
        const toTop = first.getBoundingClientRect().top - region.getBoundingClientRect().top;
        return { first: rectOf(first), last: rectOf(last), toTop };
      };
      let seen = measure();
      region.scrollTop += (seen?.toTop ?? 0) - 20;
      // A hand begins when what it aims at stands still: a text that was scrolled to may be drawn anew.
      for (let shown = ""; shown !== JSON.stringify(seen);) {
        shown = JSON.stringify(seen);
        await new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        });
        seen = measure();
      }
      return seen;
    }, words);
    if (ends === null) {
      throw new Error(`article ${article} does not have these words: ${words}`);
    }
    await this.page.mouse.move(ends.first.start, ends.first.middle);
    await this.page.mouse.down();
    await this.page.mouse.move(ends.last.start, ends.last.middle, { steps: 4 });
    await this.page.mouse.move(ends.last.end, ends.last.middle);
    await this.page.mouse.up();
  }

  /** Moves the sentence cursor in its pane until it holds the words; extends it for further sentences. */
  async moveCursorTo({ article, words }: Passage): Promise<void> {
    await this.page.keyboard.press(`Alt+${article + 1}`);
    await expect(this.textOf(article)).toBeFocused();
    let said = await this.announcementAfter("Home");
    for (let step = 0; step < 100 && !words.startsWith(said); step += 1) {
      said = await this.announcementAfter("ArrowDown");
    }
    // Extending tells what was added, so the last sentence has been reached when the words end with it.
    for (let step = 0; step < 5; step += 1) {
      if (words.endsWith(said)) {
        return;
      }
      said = await this.announcementAfter("Shift+ArrowDown");
    }
    throw new Error(`the cursor did not find these words: ${words}`);
  }

  /** Presses keys and waits for what is announced then, without the words about where it is. */
  async announcementAfter(keys: string): Promise<string> {
    // A no-break space tells two equal announcements apart, so each one changes the text. It is listened
    // for in the page: asking again and again took longer than the reader does.
    const listening = await this.status.evaluateHandle((line) => ({
      said: new Promise<string>((resolve, reject) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(line.textContent);
        });
        observer.observe(line, { childList: true, characterData: true, subtree: true });
        setTimeout(() => reject(new Error("nothing was announced")), 15_000);
      }),
    }));
    await this.page.keyboard.press(keys);
    const said = await listening.evaluate((listener) => listener.said);
    return said
      .trim()
      .replace(/^(?:Start of the article|End of the article|\d+ sentences, added): /u, "");
  }

  /** The tools beside a selection that was made with the mouse. */
  tool(name: string | RegExp): Locator {
    return this.page.getByRole("toolbar", { name: /^Passage/u }).getByRole("button", { name });
  }

  get statement(): Locator {
    return this.inspector.getByRole("textbox", { name: "Statement" });
  }

  get claimPicker(): Locator {
    return this.page.getByRole("region", { name: "Link to claim" });
  }

  async openDock(
    name: "Claims" | "Board" | "Matrix" | "Hypotheses" | "Sources" | "Briefing" | "History",
  ): Promise<void> {
    await this.page.getByRole("tab", { name }).click();
    await expect(this.page.getByRole("tabpanel", { name })).toBeVisible();
  }

  claimRow(statement: string): Locator {
    return this.page
      .getByRole("tabpanel", { name: "Claims" })
      .getByRole("row", { name: statement });
  }

  stanceButton(within: Locator, stance: Stance): Locator {
    return within.getByRole("radio", { name: stanceWords[stance] });
  }
}
