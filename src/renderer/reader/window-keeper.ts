import type { Block, TextSpan } from "#contract/article";

import { BlockHeights } from "./block-heights.ts";
import { firstBlockAfter } from "./order-highlights.ts";
import { goToPlace, placeIn } from "./reading-place.ts";
import type { ReadingPlace } from "./reading-place.ts";
import { revealSpan } from "./selection-of-span.ts";
import { blockSelector, blockStart } from "./span-of-selection.ts";
import { partsOfWindow, rangeAround, rangeAroundBlock } from "./text-window.ts";
import type { BlockRange, WindowPart } from "./text-window.ts";

/** A plausible page of text, until the first blocks were measured. */
const guess = { linePx: 27, lineUtf16: 60 };
const guessedViewPx = 800;

/** What to scroll to once its blocks are in the page. */
type Goal =
  | { readonly kind: "span"; readonly span: TextSpan; readonly how: "nearest" | "upper" }
  | { readonly kind: "place"; readonly place: ReadingPlace };

/**
 * Decides which blocks of an article are in the page: all of them, or those on the screen and near it
 * together with those where a selection begins or ends. The room of the others is kept free; where it
 * was guessed wrongly, the browser's scroll anchoring keeps the text that is seen where it is.
 */
export class WindowKeeper {
  readonly #blocks: readonly Block[];
  readonly #onParts: (parts: readonly WindowPart[]) => void;
  #region: HTMLElement | null = null;
  #heights: BlockHeights;
  #isWhole: boolean;
  #range: BlockRange;
  #pinned: readonly number[] = [];
  #goal: Goal | null;

  constructor(properties: {
    blocks: readonly Block[];
    isWhole: boolean;
    start: ReadingPlace | null;
    onParts: (parts: readonly WindowPart[]) => void;
  }) {
    const { blocks, isWhole, start, onParts } = properties;
    this.#blocks = blocks;
    this.#onParts = onParts;
    this.#isWhole = isWhole;
    this.#heights = new BlockHeights(blocks, guess);
    this.#range = this.#rangeAround(this.#indexOf(start?.start ?? 0));
    this.#goal = start === null ? null : { kind: "place", place: start };
  }

  /** What of the article is in the page, in reading order. */
  get parts(): readonly WindowPart[] {
    return this.#isWhole
      ? [{ kind: "blocks", from: 0, to: this.#blocks.length }]
      : partsOfWindow(this.#heights, this.#range, this.#pinned);
  }

  attach(region: HTMLElement | null): void {
    this.#region = region;
  }

  /** Shows the article whole, or only what is near the screen; what is read stays where it is. */
  showWhole(isWhole: boolean): void {
    if (isWhole !== this.#isWhole) {
      const place = this.#region === null ? null : placeIn(this.#region);
      this.#isWhole = isWhole;
      if (place !== null) {
        this.#goal ??= { kind: "place", place };
        this.#range = this.#rangeAround(this.#indexOf(place.start));
      }
      this.#onParts(this.parts);
    }
  }

  /** Forgets what was measured, after the width of the lines or the size of the type changed. */
  forgetHeights(): void {
    const region = this.#region;
    const place = region === null ? null : placeIn(region);
    this.#heights = new BlockHeights(this.#blocks, guess);
    if (region === null || this.#isWhole || this.#goal !== null) {
      return;
    }
    this.#heights.measure(measuredIn(region, this.#blocks));
    if (place === null) {
      this.update();
    } else {
      this.#goal = { kind: "place", place };
      this.#show(this.#rangeAround(this.#indexOf(place.start)));
    }
  }

  /** Brings the blocks in the page up to date with where the region is scrolled to. */
  update(): void {
    const region = this.#region;
    // A goal that is not reached yet decides what is shown, not where the region is scrolled to.
    if (region === null || this.#isWhole || this.#goal !== null || region.clientHeight === 0) {
      return;
    }
    const edge = upperEdgeIn(region, this.#blocks.length);
    this.#heights.measure(measuredIn(region, this.#blocks));
    if (edge === null) {
      return;
    }
    const fromPx = this.#heights.topPx(edge.from);
    const topPx = fromPx + edge.share * (this.#heights.topPx(edge.to) - fromPx);
    if (edge.isGap) {
      // Nothing that is seen holds the place while heights are corrected.
      const index = this.#heights.indexAt(topPx);
      const heightPx = this.#heights.topPx(index + 1) - this.#heights.topPx(index);
      const shareAbove = heightPx > 0 ? (topPx - this.#heights.topPx(index)) / heightPx : 0;
      const start = this.#blocks[index]?.start ?? 0;
      this.#goal = { kind: "place", place: { start, shareAbove } };
    }
    this.#show(rangeAround(this.#heights, topPx, region.clientHeight));
  }

  /** Scrolls so that a span is seen, wherever in the article it is. */
  reveal(span: TextSpan, how: "nearest" | "upper"): void {
    this.#reach({ kind: "span", span, how }, span.start);
  }

  goTo(place: ReadingPlace): void {
    this.#reach({ kind: "place", place }, place.start);
  }

  /** Called when the parts have been drawn. */
  afterDrawing(): void {
    const goal = this.#goal;
    if (this.#region !== null && goal !== null) {
      this.#goal = null;
      scrollTo(this.#region, goal);
    }
  }

  #reach(goal: Goal, offsetUtf16: number): void {
    const region = this.#region;
    if (region === null) {
      return;
    }
    const index = this.#indexOf(offsetUtf16);
    const start = this.#blocks[index]?.start;
    if (region.querySelector(`[data-block-start="${start}"]`) !== null) {
      scrollTo(region, goal);
    } else if (!this.#isWhole) {
      this.#goal = goal;
      this.#heights.measure(measuredIn(region, this.#blocks));
      this.#show(this.#rangeAround(index));
    } else {
      this.#goal = goal;
    }
  }

  #rangeAround(index: number): BlockRange {
    const viewPx = this.#region?.clientHeight ?? 0;
    return rangeAroundBlock(this.#heights, index, viewPx === 0 ? guessedViewPx : viewPx);
  }

  #show(range: BlockRange): void {
    const pinned = this.#selectedBlocks().filter((at) => at < range.from || at >= range.to);
    const isSame =
      range.from === this.#range.from &&
      range.to === this.#range.to &&
      pinned.length === this.#pinned.length &&
      pinned.every((index, at) => index === this.#pinned[at]);
    if (!isSame) {
      this.#range = range;
      this.#pinned = pinned;
      this.#onParts(this.parts);
    } else if (this.#goal !== null) {
      this.afterDrawing();
    }
  }

  /** Blocks where the browser's selection begins or ends; taken out of the page they would end it. */
  #selectedBlocks(): number[] {
    const selection = window.getSelection();
    return [selection?.anchorNode, selection?.focusNode].flatMap((node) => {
      const element = node instanceof Element ? node : node?.parentElement;
      const block = element?.closest<HTMLElement>(blockSelector);
      return block !== null && block !== undefined && this.#region?.contains(block) === true
        ? this.#indexOf(blockStart(block))
        : [];
    });
  }

  /** The block that holds an offset, else the next one; the last one behind all. */
  #indexOf(offsetUtf16: number): number {
    return Math.max(
      Math.min(firstBlockAfter(this.#blocks, offsetUtf16), this.#blocks.length - 1),
      0,
    );
  }
}

function scrollTo(region: HTMLElement, goal: Goal): void {
  if (goal.kind === "span") {
    revealSpan(region, goal.span, goal.how);
  } else {
    goToPlace(region, goal.place);
  }
}

/** Heights of the blocks in the page, each down to the top of what follows it, by index. */
function measuredIn(region: HTMLElement, blocks: readonly Block[]): ReadonlyMap<number, number> {
  const measured = new Map<number, number>();
  let before: { readonly index: number; readonly topPx: number } | null = null;
  for (const element of region.querySelectorAll<HTMLElement>("[data-row], [data-gap]")) {
    const topPx = element.getBoundingClientRect().top;
    if (before !== null) {
      measured.set(before.index, topPx - before.topPx);
    }
    const index = Number(element.dataset["row"] ?? blocks.length);
    before = index < blocks.length ? { index, topPx } : null;
  }
  return measured;
}

/**
 * What stands at the upper edge of the region: a block or a gap (indexes of its blocks, half-open), and how
 * much of its height is above the edge.
 */
function upperEdgeIn(region: HTMLElement, blockCount: number) {
  const { top } = region.getBoundingClientRect();
  for (const element of region.querySelectorAll<HTMLElement>("[data-row], [data-gap]")) {
    const box = element.getBoundingClientRect();
    if (box.bottom > top && box.height > 0) {
      const { row, gap } = element.dataset;
      const [from = 0, to = blockCount] =
        row === undefined ? (gap ?? "").split(" ").map(Number) : [Number(row), Number(row) + 1];
      const share = Math.max((top - box.top) / box.height, 0);
      return { from, to, share, isGap: row === undefined };
    }
  }
  return null;
}
