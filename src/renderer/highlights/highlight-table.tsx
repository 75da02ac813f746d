import { Check } from "lucide-react";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";

import type { Tag } from "#contract/highlight";
import type { HighlightRow, HighlightSort, HighlightView } from "#contract/highlight-table";
import type { HighlightId } from "#contract/ids";

import { stanceWords } from "../claims/stance-words.ts";
import { StanceMark } from "../claims/stance.tsx";
import { TagChip } from "../claims/tag-chip.tsx";
import { dragPassage } from "../reader/passage-drag.ts";
import { goToPassage, select, useWorkbench } from "../state/workbench.ts";
import { drawnRows, highlightRow, idsBetween, rowsOf } from "./table-rows.ts";
import type { TableRow } from "./table-rows.ts";
import { useHighlightTable } from "./table-state.ts";
import { useRowData } from "./use-row-data.ts";

import styles from "./highlight-table.module.css";

const columns: readonly { sort: HighlightSort; words: string }[] = [
  { sort: "quote", words: "Quote" },
  { sort: "tag", words: "Tags" },
  { sort: "stance", words: "Stance" },
  { sort: "place", words: "Article" },
  { sort: "source", words: "Source" },
  { sort: "made", words: "Made" },
];

/**
 * All rows of the table, of which only those on the screen are in the page. Arrow keys walk, Space chooses,
 * with Shift from row to row, Enter goes to the passage.
 */
export function HighlightTable({ view, tags }: { view: HighlightView; tags: readonly Tag[] }) {
  const rows = useMemo(() => rowsOf(view), [view]);
  const { selectedIds, sort, descending } = useHighlightTable();
  const scroller = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState({ topPx: 0, heightPx: 600, rowPx: 44 });
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const activeIndex =
    highlightRow(rows, Math.min(active, rows.length - 1), 1) ??
    highlightRow(rows, Math.min(active, rows.length - 1), -1);
  const drawn = drawnRows({
    scrollTopPx: scrolled.topPx,
    heightPx: scrolled.heightPx,
    rowPx: scrolled.rowPx,
    count: rows.length,
  });
  const rowData = useRowData(rows, drawn);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return undefined;
    }
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setScrolled({
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

  const isFocusWanted = useHighlightTable((state) => state.isFocusWanted);
  useEffect(() => {
    if (isFocusWanted) {
      scroller.current?.focus({ preventScroll: true });
      useHighlightTable.setState({ isFocusWanted: false });
    }
  }, [isFocusWanted]);

  // What is acted on when nothing is chosen.
  const activeRow = activeIndex === null ? undefined : rows[activeIndex];
  const activeId = activeRow?.kind === "highlight" ? activeRow.id : null;
  useEffect(() => {
    useHighlightTable.setState({ activeId });
  }, [activeId]);

  const reveal = (index: number) => {
    const element = scroller.current;
    if (element !== null) {
      // The head of the table stays where it is and covers what is under it.
      const topPx = (index + 1) * scrolled.rowPx;
      const seen = {
        from: element.scrollTop + scrolled.rowPx,
        to: element.scrollTop + element.clientHeight,
      };
      if (topPx < seen.from) {
        element.scrollTop = topPx - scrolled.rowPx;
      } else if (topPx + scrolled.rowPx > seen.to) {
        element.scrollTop = topPx + scrolled.rowPx - element.clientHeight;
      }
    }
  };
  const goTo = (index: number, extend: boolean) => {
    const row = rows[index];
    if (row?.kind !== "highlight") {
      return;
    }
    if (extend) {
      useHighlightTable.setState({ selectedIds: new Set(idsBetween(rows, anchor.current, index)) });
    } else {
      anchor.current = index;
    }
    setActive(index);
    reveal(index);
    const data = rowData.get(row.id);
    if (data !== undefined) {
      select({ kind: "highlight", highlightId: row.id, articleId: data.highlight.articleId });
    }
  };
  const toggle = (id: HighlightId) => {
    const next = new Set(selectedIds);
    if (!next.delete(id)) {
      next.add(id);
    }
    useHighlightTable.setState({ selectedIds: next });
  };
  const open = (id: HighlightId) => {
    const data = rowData.get(id);
    if (data !== undefined) {
      const { articleId, start, end } = data.highlight;
      goToPassage({ articleId, start, end });
      select({ kind: "highlight", highlightId: id, articleId });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || activeIndex === null) {
      return;
    }
    const page = Math.max(Math.floor(scrolled.heightPx / scrolled.rowPx) - 2, 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const by = steps[event.key];
    if (by !== undefined && !event.ctrlKey && !event.metaKey) {
      const wanted = Math.min(Math.max(activeIndex + by, 0), rows.length - 1);
      const step = by > 0 ? 1 : -1;
      const index =
        highlightRow(rows, wanted, step) ?? highlightRow(rows, wanted, step === 1 ? -1 : 1);
      if (index !== null) {
        goTo(index, event.shiftKey);
      }
    } else if (event.key === " " && activeId !== null) {
      toggle(activeId);
    } else if (event.key === "Enter" && activeId !== null) {
      open(activeId);
    } else if (event.key === "Escape" && selectedIds.size > 0) {
      useHighlightTable.setState({ selectedIds: new Set() });
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const isDrawn = activeIndex !== null && activeIndex >= drawn.from && activeIndex < drawn.to;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label="Highlights"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-activedescendant={isDrawn ? `highlight-row-${activeIndex}` : undefined}
      data-highlight-table
      data-scope="highlights"
      tabIndex={0}
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget;
        setScrolled((before) => ({ ...before, topPx: scrollTop, heightPx: clientHeight }));
      }}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head} role="row" aria-rowindex={1}>
        {columns.map(({ sort: column, words }) => (
          <div
            key={column}
            role="columnheader"
            className={styles.headCell}
            aria-sort={sort === column ? (descending ? "descending" : "ascending") : undefined}
          >
            <button
              type="button"
              onClick={() =>
                useHighlightTable.setState({
                  sort: column,
                  descending: sort === column && !descending,
                })
              }
            >
              {words}
              <span aria-hidden="true">{sort === column ? (descending ? " ▾" : " ▴") : ""}</span>
            </button>
          </div>
        ))}
      </div>
      <div className={styles.body} role="rowgroup" style={{ height: `${rows.length * rowRem}rem` }}>
        {rows.slice(drawn.from, drawn.to).map((row, offset) => {
          const index = drawn.from + offset;
          return (
            <Row
              key={row.kind === "group" ? `group ${row.name}` : `${index} ${row.id}`}
              row={row}
              index={index}
              data={row.kind === "group" ? undefined : rowData.get(row.id)}
              tags={tags}
              isActive={index === activeIndex}
              isSelected={row.kind === "highlight" && selectedIds.has(row.id)}
              onPress={(event) => {
                scroller.current?.focus({ preventScroll: true });
                goTo(index, event.shiftKey);
                if (row.kind === "highlight" && (event.ctrlKey || event.metaKey)) {
                  toggle(row.id);
                }
              }}
              onToggle={() => row.kind === "highlight" && toggle(row.id)}
              onOpen={() => row.kind === "highlight" && open(row.id)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Height of a row, in rem; the same in the style sheet. */
const rowRem = 2.75;

function Row(properties: {
  row: TableRow;
  index: number;
  /** Undefined until it has been read. */
  data: HighlightRow | undefined;
  tags: readonly Tag[];
  isActive: boolean;
  isSelected: boolean;
  onPress: (event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => void;
  onToggle: () => void;
  onOpen: () => void;
}) {
  const { row, index, data, tags, isActive, isSelected } = properties;
  const isShownInInspector = useWorkbench(
    ({ selection }) =>
      row.kind === "highlight" &&
      selection?.kind === "highlight" &&
      selection.highlightId === row.id,
  );
  const place = {
    id: `highlight-row-${index}`,
    "aria-rowindex": index + 2,
    style: { top: `${index * rowRem}rem` },
  };
  if (row.kind === "group") {
    return (
      <div role="row" {...place} className={styles.group}>
        <div role="gridcell" aria-colspan={columns.length}>
          <span dir="auto">{row.name}</span> <span className={styles.count}>{row.count}</span>
        </div>
      </div>
    );
  }
  const { highlight, articleTitle, outlet, grades, stances } = data ?? {};
  const own = tags.filter((tag) => highlight?.tagIds.includes(tag.id));
  const hasManyStances = stances !== undefined && stances.length > 2;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys act on the grid
    <div
      role="row"
      {...place}
      className={styles.row}
      aria-selected={isSelected}
      data-active={isActive ? "" : undefined}
      data-current={isShownInInspector ? "" : undefined}
      tabIndex={-1}
      onClick={properties.onPress}
      onDoubleClick={properties.onOpen}
    >
      <div role="gridcell" className={styles.quote}>
        <span
          className={styles.mark}
          role="presentation"
          onClick={(event) => {
            event.stopPropagation();
            properties.onToggle();
          }}
        >
          {isSelected && <Check aria-hidden="true" />}
        </span>
        <span
          className={styles.words}
          dir="auto"
          draggable={highlight !== undefined}
          onDragStart={(event) => {
            if (highlight !== undefined) {
              dragPassage(event, { highlightId: highlight.id }, highlight.exact);
            }
          }}
        >
          {highlight?.exact}
          {highlight !== undefined && highlight.note !== "" && (
            <span className={styles.note}> {highlight.note}</span>
          )}
        </span>
      </div>
      <div role="gridcell" className={styles.tags}>
        {own.map((tag) => (
          <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
        ))}
      </div>
      <div
        role="gridcell"
        className={styles.stances}
        data-many={hasManyStances ? "" : undefined}
        title={stances?.map((stance) => stanceWords[stance].word).join(", ")}
      >
        {stances?.map((stance) => (
          <StanceMark key={stance} stance={stance} hideWord={hasManyStances} />
        ))}
      </div>
      <div role="gridcell" className={styles.clipped} title={articleTitle} dir="auto">
        {articleTitle}
      </div>
      <div role="gridcell" className={styles.clipped} title={outlet ?? undefined} dir="auto">
        {outlet} <b>{grades?.join(", ")}</b>
      </div>
      <div role="gridcell" className={styles.clipped}>
        {highlight?.createdAt.slice(0, 10)}
      </div>
    </div>
  );
}
