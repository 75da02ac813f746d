import type { KeyboardEvent } from "react";

const steps: Record<string, readonly [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/**
 * Arrow keys, Home and End move the focus between elements with `data-cell` in the rows of a table. The one
 * with the focus is the one that Tab comes back to; give `tabIndex` 0 to the first one and −1 to the others.
 */
export function walkCells(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const from =
    event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-cell]") : null;
  if (step === undefined || from === null || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const rows = [...event.currentTarget.rows]
    .map((row) => [...row.querySelectorAll<HTMLElement>("[data-cell]")])
    .filter((cells) => cells.length > 0);
  const at = rows.findIndex((cells) => cells.includes(from));
  const row = rows[Math.min(Math.max(at + step[0], 0), rows.length - 1)] ?? [];
  const column = (rows[at] ?? []).indexOf(from) + step[1];
  const next = row[Math.min(Math.max(column, 0), row.length - 1)];
  if (next !== undefined) {
    event.preventDefault();
    event.stopPropagation();
    for (const cell of rows.flat()) {
      cell.tabIndex = cell === next ? 0 : -1;
    }
    next.focus();
  }
}
