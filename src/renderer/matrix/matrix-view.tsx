import { Printer } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import type { ClaimId } from "#contract/ids";

import { Choice } from "../claims/choice.tsx";
import type { Option } from "../claims/choice.tsx";
import { inspectClaim, selectClaim } from "../claims/claims-view.ts";
import { countOf } from "../claims/status-words.ts";
import { useRequest, useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce, goToPassage } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { PrintSheet } from "../ui/print-sheet.tsx";
import { CellDetail } from "./cell-detail.tsx";
import { cellWords } from "./cell-words.ts";
import type { GridPlace } from "./grid-place.ts";
import { matrixFacts, passageCount } from "./matrix-facts.ts";
import type { MatrixFacts } from "./matrix-facts.ts";
import { MatrixGrid } from "./matrix-grid.tsx";
import type { RowOrder } from "./matrix-order.ts";
import { PrintedMatrix } from "./printed-matrix.tsx";

import styles from "./matrix-view.module.css";

const orders: readonly Option<RowOrder>[] = [
  { id: "list", words: "Claims in your order" },
  { id: "disagreement", words: "Most disagreement first" },
  { id: "coverage", words: "Least checked first" },
  { id: "status", words: "By status" },
];

/** The inspector follows when the walk through the cells has come to rest for this long. */
const restMs = 150;

/** What each article says about each claim, and what was not checked yet. */
export function MatrixView() {
  const claims = useRequest("claim.list", {}).data;
  const articles = useRequest("article.list", {}).data;
  const matrix = useRequest("coverage.matrix", {}).data;
  const origins = useRequest("origin.list", {}).data;
  const [order, setOrder] = useState<RowOrder>("list");
  const facts = useMemo(
    () =>
      claims === undefined || articles === undefined || matrix === undefined
        ? null
        : matrixFacts({ claims, articles, matrix, origins: origins ?? [] }, order),
    [claims, articles, matrix, origins, order],
  );
  if (facts === null) {
    return null;
  }
  if (facts.rows.length === 0 || facts.articles.length === 0) {
    return (
      <p className={styles.empty}>
        The matrix shows what each article says about each claim. Select a sentence and press{" "}
        <kbd>C</kbd> to make the first claim.
      </p>
    );
  }
  return <FilledMatrix facts={facts} order={order} onOrder={setOrder} />;
}

function FilledMatrix(properties: {
  facts: MatrixFacts;
  order: RowOrder;
  onOrder: (order: RowOrder) => void;
}) {
  const { facts, order, onOrder } = properties;
  const { rows, articles, checkedCount, cellCount, independentCount } = facts;
  const title = useRequest("project.read", {}).data?.title ?? "";
  const request = useSend();
  const run = useCommand();
  const [active, setActive] = useState<{ claimId: ClaimId; column: number } | null>(null);
  const [pointed, setPointed] = useState<GridPlace | null>(null);
  const showInspector = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(showInspector.current), []);
  const [isPrinting, setIsPrinting] = useState(false);
  const onPrinted = useCallback(() => setIsPrinting(false), []);
  const activePlace: GridPlace = {
    row: Math.max(
      rows.findIndex(({ claim }) => claim.id === active?.claimId),
      0,
    ),
    column: Math.min(active?.column ?? 0, articles.length - 1),
  };

  const activeClaimId = rows[activePlace.row]?.claim.id;
  const answer = useRequest(
    "evidence.list",
    activeClaimId === undefined ? null : { claimId: activeClaimId },
  ).data;
  const passages = useMemo(
    () => (answer ?? []).filter(({ claimId }) => claimId === activeClaimId),
    [answer, activeClaimId],
  );

  const open = async ({ row, column }: GridPlace) => {
    clearTimeout(showInspector.current);
    const claimId = rows[row]?.claim.id;
    const article = articles[column];
    if (claimId === undefined) {
      return;
    }
    if (article === undefined) {
      inspectClaim(claimId);
      return;
    }
    selectClaim(claimId);
    const where = { claimId, articleId: article.id };
    if (passageCount(rows[row]?.cells.get(article.id)) > 0) {
      const [first] = (await request("evidence.list", { claimId })).filter(
        ({ articleId }) => articleId === article.id,
      );
      if (first !== undefined) {
        goToPassage(first);
      }
      return;
    }
    const [nearest] = await request("coverage.suggest", { ...where, limit: 1 });
    const { start, end } = nearest ?? { start: 0, end: 0 };
    goToPassage({ articleId: article.id, start, end });
    announce(
      nearest === undefined
        ? "No sentence of this article is like the claim"
        : "The most similar sentence; O in the matrix marks the article as silent",
    );
  };
  const toggleSilent = ({ row, column }: GridPlace) => {
    const shownRow = rows[row];
    const article = articles[column];
    if (shownRow === undefined || article === undefined) {
      return;
    }
    const cell = shownRow.cells.get(article.id);
    if (passageCount(cell) > 0) {
      announce("This article says something about the claim, so it is not silent");
      return;
    }
    void run("coverage.mark", {
      claimId: shownRow.claim.id,
      articleId: article.id,
      silent: cell?.state !== "silent",
    });
  };
  const onKey = (key: string, place: GridPlace): boolean => {
    if (key === "Enter") {
      void open(place);
      return true;
    }
    if (key === "o" && place.column >= 0) {
      toggleSilent(place);
      return true;
    }
    return false;
  };

  const shown = pointed ?? activePlace;
  return (
    <section className={styles.matrix} aria-label="Matrix of claims and articles">
      <header className={styles.bar}>
        <Choice label="Order of the claims" options={orders} chosen={order} onChoose={onOrder} />
        <p className={styles.legend} aria-hidden="true">
          {Object.values(cellWords)
            .filter(({ sign }) => sign !== "")
            .map(({ sign, word }) => `${sign} ${word.toLowerCase()}`)
            .join("   ")}
        </p>
        <p className={styles.progress}>
          {countOf(articles.length, "article")}, {countOf(independentCount, "independent line")}
        </p>
        <p className={styles.progress}>
          <progress value={checkedCount} max={cellCount} aria-label="Checked" />
          <span>
            {checkedCount} of {cellCount} checked
          </span>
        </p>
        <Button label="Print the matrix" icon={<Printer />} onPress={() => setIsPrinting(true)} />
      </header>
      <p id="matrix-keys" className="visually-hidden">
        Arrow keys move between cells. Enter goes to the passage, or to the most similar sentence
        where nothing was found yet. O marks an article as checked and silent.
      </p>
      <MatrixGrid
        facts={facts}
        active={active}
        passages={passages}
        onActive={(claimId, column) => {
          setActive({ claimId, column });
          setPointed(null);
          clearTimeout(showInspector.current);
          showInspector.current = setTimeout(() => selectClaim(claimId), restMs);
        }}
        onPoint={(place) =>
          setPointed((before) =>
            before?.row === place?.row && before?.column === place?.column ? before : place,
          )
        }
        onOpen={(place) => void open(place)}
        onKey={onKey}
      />
      <CellDetail
        row={rows[shown.row]}
        article={articles[shown.column]}
        onOpen={() => void open(shown)}
        onSilent={() => toggleSilent(shown)}
      />
      {isPrinting && (
        <PrintSheet onDone={onPrinted}>
          <PrintedMatrix facts={facts} title={title} />
        </PrintSheet>
      )}
    </section>
  );
}
