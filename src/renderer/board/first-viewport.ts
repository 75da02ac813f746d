import type { Rect, Size } from "#contract/board-geometry";

import type { Viewport } from "./board-state.ts";

const marginPx = 24;
/** Below this nothing on a card can be read. */
const minReadableZoom = 0.45;
/** Shown instead when the whole board would be smaller than that. */
const readableZoom = 0.65;

/**
 * How a board is first shown: whole and centred if it can be read so, never larger than life; else its
 * beginning, the top left, at a size that can be read.
 */
export function firstViewport(bounds: Rect | null, canvas: Size): Viewport {
  if (bounds === null) {
    return { x: canvas.width / 2, y: canvas.height / 2, zoom: 1 };
  }
  const zoom = Math.min(
    (canvas.width - 2 * marginPx) / bounds.width,
    (canvas.height - 2 * marginPx) / bounds.height,
    1,
  );
  if (zoom < minReadableZoom) {
    return {
      x: marginPx - bounds.x * readableZoom,
      y: marginPx - bounds.y * readableZoom,
      zoom: readableZoom,
    };
  }
  return {
    x: canvas.width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: canvas.height / 2 - (bounds.y + bounds.height / 2) * zoom,
    zoom,
  };
}
