import type { TextSpan } from "#contract/article";

import { fitSpan } from "./fit-span.ts";

/** Marks the elements whose text is exactly one block of the canonical text. */
export const blockSelector = "[data-block-start]";
/** Marks the elements that keep the room of blocks which are not in the page. */
const gapSelector = "[data-gap-start]";

/**
 * What is selected in a text region, as a span of the canonical text: across blocks and marks, without
 * outer white space. Null when nothing is, or when the selection began in another region.
 */
export function spanOfSelection(
  selection: Selection | null,
  region: HTMLElement,
  text: string,
): TextSpan | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  return region.contains(selection.anchorNode) ? spanOfRange(range, region, text) : null;
}

function spanOfRange(range: Range, region: HTMLElement, text: string): TextSpan | null {
  const touched = [
    ...region.querySelectorAll<HTMLElement>(`${blockSelector}, ${gapSelector}`),
  ].filter((block) => range.intersectsNode(block));
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) {
    return null;
  }
  const start =
    first.matches(blockSelector) && first.contains(range.startContainer)
      ? offsetOfPoint(first, range.startContainer, range.startOffset)
      : blockStart(first);
  const end =
    last.matches(blockSelector) && last.contains(range.endContainer)
      ? offsetOfPoint(last, range.endContainer, range.endOffset)
      : blockEnd(last);
  return fitSpan(text, { start, end });
}

/** Canonical offset of a collapsed selection, such as a click leaves; null outside every block. */
export function offsetOfCaret(selection: Selection | null, region: HTMLElement): number | null {
  const node = selection?.focusNode ?? null;
  if (selection === null || node === null || !region.contains(node)) {
    return null;
  }
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>(blockSelector) ?? null;
  return block === null ? null : offsetOfPoint(block, node, selection.focusOffset);
}

/** Canonical offset of a point of the page inside a block, however the block is divided by marks. */
function offsetOfPoint(block: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  return blockStart(block) + before.toString().length;
}

/** Of a block or a gap. */
export function blockStart(block: HTMLElement): number {
  return Number(block.dataset["blockStart"] ?? block.dataset["gapStart"]);
}

export function blockEnd(block: HTMLElement): number {
  return Number(block.dataset["blockEnd"] ?? block.dataset["gapEnd"]);
}
