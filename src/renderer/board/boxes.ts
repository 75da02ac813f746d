import type { Card } from "#contract/board";
import { boundsOf } from "#contract/board-geometry";
import type { Point, Rect, Size } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

/** A card as a layout meets it: a group with all that it holds is one box. */
export type Box = Size & {
  readonly card: Card;
  /** The card itself and, of a group, every card inside. */
  readonly holds: ReadonlySet<CardId>;
};
export type PlacedBox = { readonly box: Box; readonly at: Point };

/** Lays out boxes, given in reading order, so that none overlap; the result starts at 0, 0. */
export type LayOut = (boxes: readonly Box[]) => PlacedBox[];

/** Between a claim and its quotes: room for a line with its word. */
export const linkGapPx = 132;
/** Between cards that belong together. */
export const stackGapPx = 16;
/** Between claims with their quotes; more than the drift that still counts as one row when reading. */
export const blockGapPx = 72;
/** Between parts of the layout. */
const partGapPx = 96;
/** Width to height of the whole, as wide as a screen. */
export const wishedAspect = 1.6;

export function stackHeight(boxes: readonly Box[]): number {
  return boxes.reduce((height, box) => height + box.height + stackGapPx, -stackGapPx);
}

/** Boxes below each other from `top`, each as far to the right as `xOf` says. */
export function stack(boxes: readonly Box[], top: number, xOf: (box: Box) => number): PlacedBox[] {
  let y = top;
  return boxes.map((box) => {
    const at = { x: xOf(box), y };
    y += box.height + stackGapPx;
    return { box, at };
  });
}

/** In rows from left to right, like words; rows as long as makes the whole about as wide as a screen. */
export function shelve(boxes: readonly Box[]): PlacedBox[] {
  const area = boxes.reduce(
    (sum, box) => sum + (box.width + blockGapPx) * (box.height + blockGapPx),
    0,
  );
  const rowWidth = Math.max(Math.sqrt(area * wishedAspect), widthOf(boxes));
  let [x, y, rowHeight] = [0, 0, 0];
  return boxes.map((box) => {
    if (x > 0 && x + box.width > rowWidth) {
      [x, y, rowHeight] = [0, y + rowHeight + blockGapPx, 0];
    }
    const at = { x, y };
    x += box.width + blockGapPx;
    rowHeight = Math.max(rowHeight, box.height);
    return { box, at };
  });
}

export function belowEachOther(parts: readonly (readonly PlacedBox[])[]): PlacedBox[] {
  let y = 0;
  return parts.flatMap((part) => {
    const bounds = boundsOf(part.map(rectOf));
    const top = y;
    y += bounds === null ? 0 : bounds.height + partGapPx;
    return part.map(({ box, at }) => ({ box, at: { x: at.x, y: at.y + top } }));
  });
}

export function widthOf(boxes: readonly Box[]): number {
  return Math.max(0, ...boxes.map((box) => box.width));
}

export function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

export function rectOf({ box, at }: PlacedBox): Rect {
  return { ...at, ...sizeOf(box) };
}
