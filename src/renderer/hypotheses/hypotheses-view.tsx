import { useMemo, useState } from "react";

import { useRequest } from "../state/requests.tsx";
import { achFacts } from "./ach-facts.ts";
import type { ColumnOrder, RowOrder } from "./ach-facts.ts";
import { AchView } from "./ach-view.tsx";

/** Competing hypotheses: which of them does the evidence disprove least, and what does that hang on? */
export function HypothesesView() {
  const table = useRequest("ach.read", {}).data;
  const claims = useRequest("claim.list", {}).data;
  const [rows, setRows] = useState<RowOrder>("list");
  const [columns, setColumns] = useState<ColumnOrder>("list");
  const facts = useMemo(
    () =>
      table === undefined || claims === undefined
        ? null
        : achFacts(table, claims, { rows, columns }),
    [table, claims, rows, columns],
  );
  if (facts === null || claims === undefined) {
    return null;
  }
  return (
    <AchView
      facts={facts}
      claims={claims}
      order={{ rows, columns }}
      onOrderRows={setRows}
      onOrderColumns={setColumns}
    />
  );
}
