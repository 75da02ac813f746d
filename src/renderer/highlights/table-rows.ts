import type { HighlightView } from "#contract/highlight-table";
import type { HighlightId } from "#contract/ids";

/** What stands in one row of the table. */
export type TableRow =
  | { readonly kind: "group"; readonly name: string; readonly count: number }
  | { readonly kind: "highlight"; readonly id: HighlightId };

export function rowsOf({ groups }: HighlightView): TableRow[] {
  const hasHeads = groups.some(({ name }) => name !== "");
  return groups.flatMap(({ name, highlightIds }): TableRow[] => {
    const rows = highlightIds.map((id): TableRow => ({ kind: "highlight", id }));
    return hasHeads ? [{ kind: "group", name, count: highlightIds.length }, ...rows] : rows;
  });
}

/** Indexes of the rows to draw, the end not included: those on the screen and as many again around them. */
export function drawnRows(properties: {
  scrollTopPx: number;
  heightPx: number;
  rowPx: number;
  count: number;
}): { readonly from: number; readonly to: number } {
  const { scrollTopPx, heightPx, rowPx, count } = properties;
  const shown = Math.ceil(heightPx / rowPx) + 1;
  const first = Math.floor(scrollTopPx / rowPx);
  const margin = Math.ceil(shown / 2);
  return {
    from: Math.min(Math.max(first - margin, 0), count),
    to: Math.min(Math.max(first + shown + margin, 0), count),
  };
}

/** Rows are read in pages, so that scrolling a little asks for nothing new. */
const pageSize = 100;

/** The ids of the pages that hold the drawn rows, page by page. */
export function pagesOf(
  rows: readonly TableRow[],
  { from, to }: { readonly from: number; readonly to: number },
): HighlightId[][] {
  const pages: HighlightId[][] = [];
  for (let page = Math.floor(from / pageSize); page * pageSize < to; page += 1) {
    pages.push(
      rows
        .slice(page * pageSize, (page + 1) * pageSize)
        .flatMap((row) => (row.kind === "highlight" ? [row.id] : [])),
    );
  }
  return pages;
}

/** The next row with a highlight from an index, itself included; null when there is none that way. */
export function highlightRow(
  rows: readonly TableRow[],
  index: number,
  step: 1 | -1,
): number | null {
  for (let at = index; at >= 0 && at < rows.length; at += step) {
    if (rows[at]?.kind === "highlight") {
      return at;
    }
  }
  return null;
}

/** The highlights between two rows, both included. */
export function idsBetween(rows: readonly TableRow[], a: number, b: number): HighlightId[] {
  return rows
    .slice(Math.min(a, b), Math.max(a, b) + 1)
    .flatMap((row) => (row.kind === "highlight" ? [row.id] : []));
}
