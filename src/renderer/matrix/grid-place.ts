/** A cell of the grid: row from 0, column from 0, or −1 for the head of the row. */
export type GridPlace = { readonly row: number; readonly column: number };

/** Where a key leads from a cell; null for keys that lead nowhere. `pageRows` is what is seen at once. */
export function placeAfterKey(
  from: GridPlace,
  key: string,
  withControl: boolean,
  grid: { readonly rows: number; readonly columns: number; readonly pageRows: number },
): GridPlace | null {
  const target = targetOf(from, key, withControl, grid);
  return target === null
    ? null
    : {
        row: Math.min(Math.max(target.row, 0), grid.rows - 1),
        column: Math.min(Math.max(target.column, -1), grid.columns - 1),
      };
}

function targetOf(
  { row, column }: GridPlace,
  key: string,
  withControl: boolean,
  { rows, columns, pageRows }: { rows: number; columns: number; pageRows: number },
): GridPlace | null {
  switch (key) {
    case "ArrowRight":
      return { row, column: column + 1 };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowUp":
      return { row: row - 1, column };
    case "PageDown":
      return { row: row + pageRows, column };
    case "PageUp":
      return { row: row - pageRows, column };
    case "Home":
      return { row: withControl ? 0 : row, column: 0 };
    case "End":
      return { row: withControl ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}

/** The rows that are on the screen, and a few more on either side; `to` is not included. */
export function rowsInSight(
  scrollTopPx: number,
  heightPx: number,
  rowPx: number,
  count: number,
): { readonly from: number; readonly to: number } {
  const spare = 6;
  const from = Math.max(Math.floor(scrollTopPx / rowPx) - spare, 0);
  const to = Math.min(Math.ceil((scrollTopPx + heightPx) / rowPx) + spare, count);
  return { from: Math.min(from, count), to: Math.max(to, 0) };
}
