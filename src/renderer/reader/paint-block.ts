import type { Block } from "#contract/article";
import type { TagColour } from "#contract/highlight";
import type { HighlightId } from "#contract/ids";

import type { PlacedHighlight } from "./order-highlights.ts";
import { segmentsOfBlock } from "./segments-of-block.ts";
import type { Segment } from "./segments-of-block.ts";

/** How a highlight is drawn. */
export type HighlightLook = PlacedHighlight & {
  /** Which of the lines under the text is its own; see lanesOfHighlights. */
  readonly lane: number;
  /** Hue of its first tag; "none" without one. */
  readonly colour: TagColour | "none";
  /** Names of its tags, shown on hover. */
  readonly title: string;
};

/** Lines that find room below a line of text; deeper lanes share the last one, dotted. */
const lineCount = 3;

/** What each element shows now. */
const painted = new WeakMap<
  HTMLElement,
  { readonly text: string; readonly block: Block; readonly looks: readonly HighlightLook[] }
>();

/**
 * Fills an element, whose children nothing else may own, with the text of a block: plain where it is
 * not highlighted, else in a `mark` per segment that names its highlights. The element's text is always
 * exactly the block's text. Answers whether anything was drawn anew.
 * @param looks of the highlights that touch the block, in reading order; another array is drawn anew
 */
export function paintBlock(
  element: HTMLElement,
  text: string,
  block: Block,
  looks: readonly HighlightLook[],
): boolean {
  const before = painted.get(element);
  if (before?.text === text && before.block === block && before.looks === looks) {
    return false;
  }
  const cuts = block.datelineEnd === null ? [] : [block.datelineEnd];
  const segments = segmentsOfBlock(block, looks, cuts);
  const lookOf = new Map(looks.map((look) => [look.id, look]));
  const nodes = segments.map((segment) => {
    const words = document.createTextNode(text.slice(segment.start, segment.end));
    const node = segment.highlightIds.length === 0 ? words : markOf(segment, lookOf, words);
    return block.datelineEnd !== null && segment.end <= block.datelineEnd
      ? wrapped("dateline", node)
      : node;
  });
  element.replaceChildren(...nodes);
  painted.set(element, { text, block, looks });
  return true;
}

function markOf(
  segment: Segment,
  lookOf: ReadonlyMap<HighlightId, HighlightLook>,
  words: Text,
): HTMLElement {
  const looks = segment.highlightIds.flatMap((id) => lookOf.get(id) ?? []);
  const byLane = looks.toSorted((a, b) => a.lane - b.lane);
  const mark = document.createElement("mark");
  mark.dataset["highlights"] = segment.highlightIds.join(" ");
  mark.dataset["tint"] = byLane[0]?.colour ?? "none";
  for (const look of byLane) {
    const line = Math.min(look.lane, lineCount - 1);
    mark.dataset[`line${line + 1}`] ??= look.colour;
    if (look.lane >= lineCount) {
      mark.dataset["more"] = "";
    }
  }
  mark.title = looks.map(({ title }) => title).join("\n");
  mark.append(words);
  return mark;
}

function wrapped(className: string, child: Node): HTMLElement {
  const span = document.createElement("span");
  span.className = className;
  span.append(child);
  return span;
}

/** Outlines the segments of the current highlight, and lets them be dragged when `isDraggable`. */
export function outlineCurrent(
  region: HTMLElement,
  currentId: HighlightId | null,
  isDraggable: boolean,
): void {
  for (const mark of region.querySelectorAll<HTMLElement>("mark[data-current]")) {
    delete mark.dataset["current"];
    mark.removeAttribute("draggable");
  }
  if (currentId === null) {
    return;
  }
  const marks = [
    ...region.querySelectorAll<HTMLElement>(`mark[data-highlights~="${CSS.escape(currentId)}"]`),
  ];
  for (const [index, mark] of marks.entries()) {
    const edges = [index === 0 ? "start" : "", index === marks.length - 1 ? "end" : ""];
    mark.dataset["current"] = edges.filter((edge) => edge !== "").join(" ");
    if (isDraggable) {
      mark.draggable = true;
    }
  }
}
