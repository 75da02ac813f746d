import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";

import type { Tag } from "#contract/highlight";
import type { HighlightGroup } from "#contract/highlight-table";

import { Choice } from "../claims/choice.tsx";
import type { Option } from "../claims/choice.tsx";
import { useRequest } from "../state/requests.tsx";
import { Button } from "../ui/button.tsx";
import { countOfRows } from "./act-on-rows.ts";
import {
  changeTableFilter,
  focusTable,
  isFilteringTable,
  noTableFilter,
  useHighlightTable,
} from "./table-state.ts";

import styles from "./table-toolbar.module.css";

const nothing: readonly never[] = [];
const any = "any";

const stances = [
  { id: "supports", words: "Supports" },
  { id: "disputes", words: "Disputes" },
  { id: "qualifies", words: "Qualifies" },
  { id: "mentions", words: "Mentions" },
  { id: "none", words: "Evidence of no claim" },
] as const;

const groups: readonly Option<HighlightGroup>[] = [
  { id: "none", words: "Not grouped" },
  { id: "article", words: "By article" },
  { id: "source", words: "By source" },
  { id: "tag", words: "By tag" },
  { id: "stance", words: "By stance" },
];

/** Narrows and groups the table. */
export function TableToolbar(properties: {
  tags: readonly Tag[];
  total: number;
  /** The rows are known, and there are none. */
  isEmpty: boolean;
}) {
  const { tags, total, isEmpty } = properties;
  const { filter, group } = useHighlightTable();
  const articles = useRequest("article.list", {}).data ?? nothing;
  const sources = useRequest("source.list", {}).data ?? nothing;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Filter the highlights">
      <FindField isEmpty={isEmpty} />
      <FilterChoice
        label="Tag"
        anyWords="Any tag"
        options={tags.map(({ id, name }) => ({ id, words: name }))}
        chosen={filter.tagId}
        onChoose={(tagId) => changeTableFilter({ tagId, withDescendants: true })}
      />
      {filter.tagId !== null && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={filter.withDescendants}
            onChange={(event) => changeTableFilter({ withDescendants: event.target.checked })}
          />
          with tags below
        </label>
      )}
      <FilterChoice
        label="Article"
        anyWords="Any article"
        options={articles.map(({ id, title }) => ({ id, words: title }))}
        chosen={filter.articleId}
        onChoose={(articleId) => changeTableFilter({ articleId })}
      />
      <FilterChoice
        label="Source"
        anyWords="Any source"
        options={sources.map(({ id, name }) => ({ id, words: name }))}
        chosen={filter.sourceId}
        onChoose={(sourceId) => changeTableFilter({ sourceId })}
      />
      <FilterChoice
        label="Stance"
        anyWords="Any stance"
        options={stances}
        chosen={filter.stance}
        onChoose={(stance) => changeTableFilter({ stance })}
      />
      <details className={styles.dates}>
        <summary data-strong={filter.from !== "" || filter.to !== "" ? "" : undefined}>
          Made
        </summary>
        <div className={styles.days}>
          <label>
            from
            <input
              type="date"
              value={filter.from}
              onChange={(event) => changeTableFilter({ from: event.target.value })}
            />
          </label>
          <label>
            to
            <input
              type="date"
              value={filter.to}
              onChange={(event) => changeTableFilter({ to: event.target.value })}
            />
          </label>
        </div>
      </details>
      <Choice
        label="Group"
        options={groups}
        chosen={group}
        isStrong={group !== "none"}
        onChoose={(chosen) => useHighlightTable.setState({ group: chosen })}
      />
      {isFilteringTable(filter) && (
        <Button
          label="Clear filters"
          icon={<X />}
          onPress={() => useHighlightTable.setState({ filter: noTableFilter, savedQueryId: null })}
        />
      )}
      <span className={styles.count} role="status">
        {countOfRows({ length: total })}
      </span>
    </div>
  );
}

function FindField({ isEmpty }: { isEmpty: boolean }) {
  const text = useHighlightTable((state) => state.filter.text);
  const isFocusWanted = useHighlightTable((state) => state.isFocusWanted);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFocusWanted && isEmpty) {
      field.current?.focus();
      useHighlightTable.setState({ isFocusWanted: false });
    }
  }, [isFocusWanted, isEmpty]);
  return (
    <input
      ref={field}
      type="search"
      className={styles.find}
      data-find-highlights
      onKeyDown={goDownToTable}
      aria-label="Find in highlights"
      placeholder="Find in highlights"
      dir="auto"
      maxLength={1_000}
      value={text}
      onChange={(event) => changeTableFilter({ text: event.target.value })}
    />
  );
}

/** From the fields above the table the arrow key leads on into it. */
export function goDownToTable(event: KeyboardEvent): void {
  if (event.key === "ArrowDown" && !event.nativeEvent.isComposing) {
    event.preventDefault();
    focusTable();
  }
}

function FilterChoice<Id extends string>(properties: {
  label: string;
  anyWords: string;
  options: readonly Option<Id>[];
  chosen: Id | null;
  onChoose: (id: Id | null) => void;
}) {
  const { label, anyWords, options, chosen, onChoose } = properties;
  return (
    <Choice<Id | typeof any>
      label={label}
      options={[{ id: any, words: anyWords, short: label }, ...options]}
      chosen={chosen ?? any}
      isStrong={chosen !== null}
      onChoose={(id) => onChoose(id === any ? null : id)}
    />
  );
}
