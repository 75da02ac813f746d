import type { Point, Rect, Size } from "#contract/board-geometry";

const gapPx = 8;

/**
 * Top left corner for a panel beside `anchor` and inside a canvas (all in pixels of the canvas): below the
 * anchor if it fits there, else above, else to the right or left of it, else over it.
 */
export function fitPanel(anchor: Rect, panel: Size, canvas: Size): Point {
  const x = clamp(anchor.x, gapPx, canvas.width - panel.width - gapPx);
  const y = clamp(anchor.y, gapPx, canvas.height - panel.height - gapPx);
  const below = anchor.y + anchor.height + gapPx;
  const above = anchor.y - gapPx - panel.height;
  const right = anchor.x + anchor.width + gapPx;
  const left = anchor.x - gapPx - panel.width;
  if (below >= gapPx && below + panel.height <= canvas.height - gapPx) {
    return { x, y: below };
  }
  if (above >= gapPx && above + panel.height <= canvas.height - gapPx) {
    return { x, y: above };
  }
  if (right >= gapPx && right + panel.width <= canvas.width - gapPx) {
    return { x: right, y };
  }
  if (left >= gapPx && left + panel.width <= canvas.width - gapPx) {
    return { x: left, y };
  }
  return { x, y: clamp(below, gapPx, canvas.height - panel.height - gapPx) };
}

/** The lower bound wins where there is no room for both. */
function clamp(value: number, min: number, max: number): number {
  return Math.round(Math.max(min, Math.min(value, max)));
}
