import type { ArticleText, TextSpan } from "#contract/article";

import { useWorkbench } from "../state/workbench.ts";
import { rangesOfSpan } from "./selection-of-span.ts";
import { blockEnd, blockSelector, blockStart } from "./span-of-selection.ts";

/** How far down a pane the eyes are taken to be, as a share of its height: where jumps bring passages to. */
const readingShare = 1 / 4;

/**
 * What is being read in a region: the chosen passage while it is on the screen, else the sentence at the
 * reading line; null where only page furniture is, and between blocks.
 */
export function readingSpan(
  region: HTMLElement,
  { articleId, blocks }: Pick<ArticleText, "articleId" | "blocks">,
): TextSpan | null {
  const { passage } = useWorkbench.getState();
  if (passage?.articleId === articleId && isOnScreen(region, passage)) {
    return { start: passage.start, end: passage.end };
  }
  const view = region.getBoundingClientRect();
  const linePx = view.top + view.height * readingShare;
  const element = [...region.querySelectorAll<HTMLElement>(blockSelector)].find(
    (each) => each.getBoundingClientRect().bottom > linePx,
  );
  if (element === undefined) {
    return null;
  }
  const box = element.getBoundingClientRect();
  const share = box.height === 0 ? 0 : Math.max(linePx - box.top, 0) / box.height;
  return sentenceAt(blocks, { start: blockStart(element), end: blockEnd(element) }, share);
}

/** The sentence that holds the given share of a block's text, or the one before it. */
export function sentenceAt(
  blocks: ArticleText["blocks"],
  { start, end }: TextSpan,
  share: number,
): TextSpan | null {
  const block = blocks.find((each) => each.start === start);
  if (block === undefined || block.boilerplate) {
    return null;
  }
  const offset = start + share * (end - start);
  const sentence = block.sentences.findLast((each) => each.start <= offset) ?? block.sentences[0];
  return sentence === undefined ? null : { start: sentence.start, end: sentence.end };
}

/** Whether the beginning of a span is on the screen. */
export function isOnScreen(region: HTMLElement, span: TextSpan): boolean {
  const [first] = rangesOfSpan(region, span);
  if (first === undefined) {
    return false;
  }
  const { top, bottom } = first.getBoundingClientRect();
  const view = region.getBoundingClientRect();
  return top >= view.top && Math.min(bottom, top + view.height / 2) <= view.bottom;
}
