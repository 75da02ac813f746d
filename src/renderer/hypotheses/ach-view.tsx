import { CircleHelp, Printer } from "lucide-react";
import { useCallback, useState } from "react";

import type { AchRating, AchWeight } from "#contract/ach";
import type { Claim } from "#contract/claim";

import { Choice } from "../claims/choice.tsx";
import type { Option } from "../claims/choice.tsx";
import { inspectClaim, selectClaim } from "../claims/claims-view.ts";
import { excerpt } from "../claims/excerpt.ts";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { PrintSheet } from "../ui/print-sheet.tsx";
import { AchCellDetail } from "./ach-cell-detail.tsx";
import type { AchFacts, ColumnOrder, RowOrder } from "./ach-facts.ts";
import { AchGrid } from "./ach-grid.tsx";
import { AchMethod } from "./ach-method.tsx";
import type { AchPlace } from "./ach-place.ts";
import { ratingOfKey, ratingWord, weightOfKey } from "./ach-words.ts";
import { AddToAch } from "./add-to-ach.tsx";
import { PrintedAch } from "./printed-ach.tsx";
import { Sensitivity } from "./sensitivity.tsx";

import styles from "./hypotheses-view.module.css";

const rowOrders: readonly Option<RowOrder>[] = [
  { id: "list", words: "Evidence in your order" },
  { id: "diagnostic", words: "Most diagnostic first" },
  { id: "sensitive", words: "What the lead hangs on first" },
  { id: "weight", words: "Heaviest first" },
];
const columnOrders: readonly Option<ColumnOrder>[] = [
  { id: "list", words: "Hypotheses in your order" },
  { id: "score", words: "Least disproved first" },
];

/**
 * The table with its tools, what it says in words, and what stands behind the cell that was walked to. Before
 * there is a table, what it is for; the fields that fill it stay the same ones, whatever is being typed.
 */
export function AchView(properties: {
  facts: AchFacts;
  claims: readonly Claim[];
  order: { readonly rows: RowOrder; readonly columns: ColumnOrder };
  onOrderRows: (order: RowOrder) => void;
  onOrderColumns: (order: ColumnOrder) => void;
}) {
  const { facts, claims, order, onOrderRows, onOrderColumns } = properties;
  const { hypotheses, rows } = facts;
  const title = useRequest("project.read", {}).data?.title ?? "";
  const run = useCommand();
  const [chosen, setChosen] = useState<AchPlace>({ row: "head", column: "evidence" });
  const [isExplaining, setIsExplaining] = useState(false);
  const [isPrinting, setIsPrinting] = useState(false);
  const onPrinted = useCallback(() => setIsPrinting(false), []);
  const active = placeThatIs(chosen, facts);
  const isEmpty = hypotheses.length === 0 && rows.length === 0;

  const activeClaim = ({ row, column }: AchPlace) =>
    rows.find(({ claimId }) => claimId === row)?.claim ??
    hypotheses.find(({ claimId }) => claimId === column)?.claim;
  const goTo = (place: AchPlace) => {
    setChosen(place);
    const claim = activeClaim(place);
    if (claim !== undefined) {
      selectClaim(claim.id);
    }
  };
  const open = (place: AchPlace) => {
    const claim = activeClaim(place);
    if (claim !== undefined) {
      inspectClaim(claim.id);
    }
  };
  const rate = async ({ row, column }: AchPlace, rating: AchRating | null) => {
    const evidence = rows.find(({ claimId }) => claimId === row);
    const hypothesis = hypotheses.find(({ claimId }) => claimId === column);
    if (evidence !== undefined && hypothesis !== undefined) {
      const done = await run("ach.rate", {
        rowClaimId: evidence.claimId,
        hypothesisClaimId: hypothesis.claimId,
        rating,
      });
      if (done !== null) {
        announce(`${hypothesis.letter}: ${ratingWord(rating).toLowerCase()}`);
      }
    }
  };
  const weigh = async ({ row, column }: AchPlace, weight: AchWeight) => {
    const evidence = rows.find(({ claimId }) => claimId === row);
    if (evidence !== undefined && (column === "credibility" || column === "relevance")) {
      const done = await run("ach.weigh", { rowClaimId: evidence.claimId, [column]: weight });
      if (done !== null) {
        announce(`${column === "credibility" ? "Credibility" : "Relevance"}: ${weight}`);
      }
    }
  };
  const remove = async (place: AchPlace) => {
    const evidence = rows.find(({ claimId }) => claimId === place.row);
    const claim = activeClaim(place);
    if (claim === undefined) {
      return;
    }
    const done =
      evidence === undefined
        ? await run("ach.remove-hypothesis", { claimId: claim.id })
        : await run("ach.remove-row", { claimId: claim.id });
    if (done !== null) {
      announce(`Taken out with its ratings; the claim stays: ${excerpt(claim.statement)}`);
      setChosen(neighbourOf(place, facts));
    }
  };
  const onKey = (key: string, place: AchPlace): boolean => {
    const claim = activeClaim(place);
    const isRow = rows.some(({ claimId }) => claimId === place.row);
    const isRating = isRow && hypotheses.some(({ claimId }) => claimId === place.column);
    const isHead = !isRow || place.column === "evidence";
    const rating = ratingOfKey(key);
    const weight = weightOfKey(key);
    if (key === "Enter" && claim !== undefined) {
      open(place);
    } else if (isRating && rating !== undefined) {
      void rate(place, rating);
    } else if (
      isRow &&
      (place.column === "credibility" || place.column === "relevance") &&
      weight !== undefined
    ) {
      void weigh(place, weight);
    } else if (isHead && claim !== undefined && key === "Delete") {
      void remove(place);
    } else {
      return false;
    }
    return true;
  };

  return (
    <section className={styles.view} aria-label="Competing hypotheses">
      <div className={styles.parts}>
        <header className={styles.bar}>
          <AddToAch facts={facts} claims={claims} />
          {!isEmpty && (
            <>
              <Choice
                label="Order of the evidence"
                options={rowOrders}
                chosen={order.rows}
                onChoose={onOrderRows}
              />
              <Choice
                label="Order of the hypotheses"
                options={columnOrders}
                chosen={order.columns}
                onChoose={onOrderColumns}
              />
              <div className={styles.tools}>
                <Button
                  label="How it is worked out"
                  icon={<CircleHelp />}
                  isPressed={isExplaining}
                  onPress={() => setIsExplaining(!isExplaining)}
                />
                <Button
                  label="Print the hypotheses"
                  icon={<Printer />}
                  onPress={() => setIsPrinting(true)}
                />
              </div>
            </>
          )}
        </header>
        {isEmpty ? (
          <p className={styles.empty}>
            Which explanation does the evidence disprove least? Name two or more hypotheses, add the
            claims that bear on them, and rate each claim against each hypothesis.
          </p>
        ) : (
          <>
            <p id="ach-keys" className="visually-hidden">
              Arrow keys move between cells. C rates as consistent, Shift C as very consistent, N as
              neutral, I as inconsistent, Shift I as very inconsistent, A as not applicable, Delete
              makes blank. L, M and H set a weight. Enter shows the claim. Delete on the name of a
              row or hypothesis takes it out.
            </p>
            <AchGrid facts={facts} active={active} onActive={goTo} onOpen={open} onKey={onKey} />
            <div className={styles.side} tabIndex={0} role="group" aria-label="In words">
              <AchCellDetail
                facts={facts}
                place={active}
                onRate={(rating) => void rate(active, rating)}
                onWeigh={(weight) => void weigh(active, weight)}
                onOpen={() => open(active)}
                onRemove={() => void remove(active)}
              />
              <section aria-label="What the conclusion rests on">
                <h3>What the conclusion rests on</h3>
                <p className={styles.soft}>
                  {facts.ratedCount} of {rows.length * hypotheses.length} cells rated
                </p>
                <Sensitivity facts={facts} />
              </section>
              {isExplaining && (
                <section aria-label="How it is worked out" className={styles.method}>
                  <h3>How it is worked out</h3>
                  <AchMethod />
                </section>
              )}
            </div>
          </>
        )}
      </div>
      {isPrinting && (
        <PrintSheet onDone={onPrinted}>
          <PrintedAch facts={facts} title={title} />
        </PrintSheet>
      )}
    </section>
  );
}

/** The chosen cell where it is still there; else the first cell of its row or column. */
function placeThatIs({ row, column }: AchPlace, { rows, hypotheses }: AchFacts): AchPlace {
  const isRow =
    ["head", "inconsistency", "weighted"].includes(row) ||
    rows.some(({ claimId }) => claimId === row);
  const isColumn =
    ["evidence", "credibility", "relevance", "diagnosticity", "without"].includes(column) ||
    hypotheses.some(({ claimId }) => claimId === column);
  return { row: isRow ? row : "head", column: isColumn ? column : "evidence" };
}

/** Where the focus goes when a row or hypothesis is taken out: the next one, else the one before. */
function neighbourOf(place: AchPlace, { rows, hypotheses }: AchFacts): AchPlace {
  const row = rows.findIndex(({ claimId }) => claimId === place.row);
  if (row >= 0) {
    const next = rows[row + 1] ?? rows[row - 1];
    return { ...place, row: next?.claimId ?? "head" };
  }
  const column = hypotheses.findIndex(({ claimId }) => claimId === place.column);
  const next = hypotheses[column + 1] ?? hypotheses[column - 1];
  return { ...place, column: next?.claimId ?? "evidence" };
}
