import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { CSSProperties, KeyboardEvent, SyntheticEvent } from "react";

import type { Evidence } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import { placeAfterKey, rowsInSight } from "./grid-place.ts";
import type { GridPlace } from "./grid-place.ts";
import type { MatrixFacts } from "./matrix-facts.ts";
import { cellId, MatrixRow, rowRem } from "./matrix-row.tsx";

import styles from "./matrix-grid.module.css";

const nothing: readonly never[] = [];

/**
 * The grid of claims and articles, of which only the rows on the screen are in the page. Arrow keys, page
 * keys, Home and End walk; `onKey` gets the others, for the cell that they are pressed on.
 */
export function MatrixGrid(properties: {
  facts: MatrixFacts;
  active: { readonly claimId: ClaimId; readonly column: number } | null;
  /** Of the active claim. */
  passages: readonly Evidence[];
  onActive: (claimId: ClaimId, column: number) => void;
  /** The cell under the pointer; null when it has left. */
  onPoint: (place: GridPlace | null) => void;
  onOpen: (place: GridPlace) => void;
  /** Answers whether the key was for it. */
  onKey: (key: string, place: GridPlace) => boolean;
}) {
  const { facts, active, passages, onActive, onPoint, onOpen, onKey } = properties;
  const { rows, articles, brackets } = facts;
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ topPx: 0, heightPx: 600, rowPx: 40 });
  const place: GridPlace = {
    row: Math.max(
      rows.findIndex(({ claim }) => claim.id === active?.claimId),
      0,
    ),
    column: Math.min(active?.column ?? 0, articles.length - 1),
  };
  const drawn = rowsInSight(seen.topPx, seen.heightPx, seen.rowPx, rows.length);
  const joined = useMemo(
    () =>
      articles.map(
        ({ originId }, at) => originId !== null && articles[at - 1]?.originId === originId,
      ),
    [articles],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return undefined;
    }
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSeen({
        topPx: element.scrollTop,
        heightPx: element.clientHeight,
        rowPx: rowRem * rem,
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const goTo = ({ row, column }: GridPlace) => {
    const claimId = rows[row]?.claim.id;
    const element = scroller.current;
    if (claimId === undefined || element === null) {
      return;
    }
    onActive(claimId, column);
    // The head stays on top, and the statements at the side, over what is under them.
    const headPx = head.current?.offsetHeight ?? 0;
    const topPx = row * seen.rowPx;
    if (topPx < element.scrollTop) {
      element.scrollTop = topPx;
    } else if (topPx + seen.rowPx > element.scrollTop + element.clientHeight - headPx) {
      element.scrollTop = topPx + seen.rowPx - element.clientHeight + headPx;
    }
    const cells = head.current?.querySelector("[data-columns]")?.children;
    const [side, cell] = [cells?.[0], cells?.[column + 1]];
    if (column >= 0 && cell instanceof HTMLElement && side instanceof HTMLElement) {
      const left = cell.offsetLeft - side.offsetWidth;
      const right = cell.offsetLeft + cell.offsetWidth - element.clientWidth;
      element.scrollLeft = Math.max(Math.min(element.scrollLeft, left), right);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.nativeEvent.isComposing || rows.length === 0) {
      return;
    }
    const withControl = event.ctrlKey || event.metaKey;
    const next = placeAfterKey(place, event.key, withControl, {
      rows: rows.length,
      columns: articles.length,
      pageRows: Math.max(Math.floor(seen.heightPx / seen.rowPx) - 3, 1),
    });
    if (next !== null) {
      goTo(next);
    } else if (withControl || !onKey(event.key, place)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const isDrawn = place.row >= drawn.from && place.row < drawn.to;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label="Claims and articles"
      aria-describedby="matrix-keys"
      aria-rowcount={rows.length + 1}
      aria-colcount={articles.length + 1}
      aria-activedescendant={isDrawn ? cellId(place.row, place.column) : undefined}
      tabIndex={0}
      style={{ "--columns": articles.length } as CSSProperties}
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget;
        setSeen((before) => ({ ...before, topPx: scrollTop, heightPx: clientHeight }));
      }}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => onPoint(placeOf(event))}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => {
        const clicked = placeOf(event);
        if (clicked !== null) {
          goTo(clicked);
        }
      }}
      onDoubleClick={(event) => {
        const clicked = placeOf(event);
        if (clicked !== null) {
          onOpen(clicked);
        }
      }}
    >
      <div ref={head} role="rowgroup" className={styles.head}>
        {brackets.some(({ originId }) => originId !== null) && (
          <div className={styles.brackets} aria-hidden="true">
            <span className={styles.corner} />
            {brackets.map(({ originId, name, count }, at) => (
              <span
                key={at}
                className={styles.bracket}
                data-origin={originId === null ? undefined : ""}
                style={{ gridColumn: `span ${count}` }}
                title={originId === null ? undefined : `One origin: ${name}`}
              >
                <span dir="auto">{name}</span>
              </span>
            ))}
          </div>
        )}
        <div role="row" className={styles.names} aria-rowindex={1} data-columns>
          <div role="columnheader" className={styles.corner} aria-colindex={1}>
            Claim
          </div>
          {articles.map((article, column) => (
            <div
              key={article.id}
              role="columnheader"
              className={styles.name}
              aria-colindex={column + 2}
              data-joined={joined[column] === true ? "" : undefined}
              title={article.title}
            >
              <span className={styles.outlet} dir="auto">
                {article.outlet ?? article.title}
              </span>
              <span className={styles.grade}>{article.reliability}</span>
              {originNameOf(facts, column) !== null && (
                <span className="visually-hidden">of the origin {originNameOf(facts, column)}</span>
              )}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: `${rows.length * rowRem}rem` }}>
        {rows.slice(drawn.from, drawn.to).map((row, offset) => (
          <MatrixRow
            key={row.claim.id}
            facts={row}
            index={drawn.from + offset}
            articles={articles}
            joined={joined}
            activeColumn={drawn.from + offset === place.row ? place.column : null}
            passages={drawn.from + offset === place.row ? passages : nothing}
          />
        ))}
      </div>
    </div>
  );
}

function originNameOf({ brackets }: MatrixFacts, column: number): string | null {
  let start = 0;
  for (const { originId, name, count } of brackets) {
    if (column < start + count) {
      return originId === null ? null : name;
    }
    start += count;
  }
  return null;
}

function placeOf(event: SyntheticEvent): GridPlace | null {
  const cell =
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
  return cell === null
    ? null
    : { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
}
