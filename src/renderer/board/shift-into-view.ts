import type { Rect, Size } from "#contract/board-geometry";

import type { Viewport } from "./board-state.ts";

const marginPx = 16;

/**
 * The viewport moved as little as shows the whole rectangle (board pixels) in a canvas of this size; the
 * same object when it shows already. Of a rectangle larger than the canvas the top left part is shown.
 */
export function shiftIntoView(viewport: Viewport, rect: Rect, canvas: Size): Viewport {
  const shift = (start: number, length: number, room: number) => {
    const end = start + length;
    if (length > room - 2 * marginPx || start < marginPx) {
      return start < marginPx || start > room - marginPx ? marginPx - start : 0;
    }
    return end > room - marginPx ? room - marginPx - end : 0;
  };
  const { zoom } = viewport;
  const dx = shift(rect.x * zoom + viewport.x, rect.width * zoom, canvas.width);
  const dy = shift(rect.y * zoom + viewport.y, rect.height * zoom, canvas.height);
  return dx === 0 && dy === 0 ? viewport : { zoom, x: viewport.x + dx, y: viewport.y + dy };
}
