/** Board pixels between two lines of the grid that cards can snap to; half of what the dots are apart. */
export const gridPx = 12;

/** The nearest line of the grid. */
export function onGrid(at: number): number {
  return Math.round(at / gridPx) * gridPx;
}
