import { useMemo, useState } from "react";

import { useRequest } from "../state/requests.tsx";
import { achFacts } from "./ach-facts.ts";
import type { ColumnOrder, RowOrder } from "./ach-facts.ts";
import { AddToAch } from "./add-to-ach.tsx";
import { FilledAch } from "./filled-ach.tsx";

import styles from "./hypotheses-view.module.css";

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
  if (facts.hypotheses.length === 0 && facts.rows.length === 0) {
    return (
      <div className={styles.empty}>
        <p>
          Which explanation does the evidence disprove least? Name two or more hypotheses, add the
          claims that bear on them, and rate each claim against each hypothesis.
        </p>
        <AddToAch facts={facts} claims={claims} />
      </div>
    );
  }
  return (
    <FilledAch
      facts={facts}
      claims={claims}
      order={{ rows, columns }}
      onOrderRows={setRows}
      onOrderColumns={setColumns}
    />
  );
}
