import type { ClaimId } from "#contract/ids";

/** A row of the table: its head, a piece of evidence, or a line of scores. */
export type AchRowId = "head" | "inconsistency" | "weighted" | ClaimId;
/** A column of the table: the evidence, a hypothesis, or what is known of the evidence. */
export type AchColumnId =
  | "evidence"
  | "credibility"
  | "relevance"
  | "diagnosticity"
  | "without"
  | ClaimId;

/** A cell by what it is about, so that it stays the same when rows and columns are sorted. */
export type AchPlace = { readonly row: AchRowId; readonly column: AchColumnId };

/** Where a key leads from a cell; null for keys that lead nowhere. What is gone counts as the first. */
export function placeAfterKey(
  place: AchPlace,
  key: string,
  withControl: boolean,
  rows: readonly AchRowId[],
  columns: readonly AchColumnId[],
): AchPlace | null {
  const row = Math.max(rows.indexOf(place.row), 0);
  const column = Math.max(columns.indexOf(place.column), 0);
  const at = (nextRow: number, nextColumn: number): AchPlace => ({
    row: rows[Math.min(Math.max(nextRow, 0), rows.length - 1)] ?? place.row,
    column: columns[Math.min(Math.max(nextColumn, 0), columns.length - 1)] ?? place.column,
  });
  switch (key) {
    case "ArrowRight":
      return at(row, column + 1);
    case "ArrowLeft":
      return at(row, column - 1);
    case "ArrowDown":
      return at(row + 1, column);
    case "ArrowUp":
      return at(row - 1, column);
    case "Home":
      return at(withControl ? 0 : row, 0);
    case "End":
      return at(withControl ? rows.length - 1 : row, columns.length - 1);
    default:
      return null;
  }
}

export function cellId({ row, column }: AchPlace): string {
  return `ach-${row}-${column}`;
}
