import { useMemo } from "react";

import type { HighlightRow } from "#contract/highlight-table";
import type { HighlightId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { pagesOf } from "./table-rows.ts";
import type { TableRow } from "./table-rows.ts";

/** What stands in the drawn rows, as far as it has been read; two pages hold what a screen shows. */
export function useRowData(
  rows: readonly TableRow[],
  drawn: { readonly from: number; readonly to: number },
): ReadonlyMap<HighlightId, HighlightRow> {
  const [first = null, second = null, third = null] = pagesOf(rows, drawn);
  const one = useRequest("highlight.rows", first === null ? null : { highlightIds: first }).data;
  const two = useRequest("highlight.rows", second === null ? null : { highlightIds: second }).data;
  const three = useRequest("highlight.rows", third === null ? null : { highlightIds: third }).data;
  return useMemo(
    () =>
      new Map(
        [one, two, three]
          .flatMap((page) => page ?? [])
          .map((row) => [row.highlight.id, row] as const),
      ),
    [one, two, three],
  );
}
