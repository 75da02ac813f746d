import { create } from "zustand";

import type { Stance } from "#contract/claim";
import type { HighlightGroup, HighlightSort } from "#contract/highlight-table";
import type { ArticleId, HighlightId, HighlightQueryId, SourceId, TagId } from "#contract/ids";
import type { InputOf } from "#contract/requests";

export type TableFilter = {
  readonly text: string;
  readonly tagId: TagId | null;
  readonly withDescendants: boolean;
  readonly articleId: ArticleId | null;
  readonly sourceId: SourceId | null;
  readonly stance: Stance | "none" | null;
  /** Days such as 2025-09-05, or empty. */
  readonly from: string;
  readonly to: string;
  readonly query: string;
};

export const noTableFilter: TableFilter = {
  text: "",
  tagId: null,
  withDescendants: true,
  articleId: null,
  sourceId: null,
  stance: null,
  from: "",
  to: "",
  query: "",
};

/** How the table of highlights is set; kept while the window is open. */
export const useHighlightTable = create<{
  readonly filter: TableFilter;
  readonly sort: HighlightSort;
  readonly descending: boolean;
  readonly group: HighlightGroup;
  readonly selectedIds: ReadonlySet<HighlightId>;
  /** The row that the keys are on; acted on when none is chosen. */
  readonly activeId: HighlightId | null;
  /** The saved query that is shown for editing. */
  readonly savedQueryId: HighlightQueryId | null;
  readonly shown: "table" | "together";
  /** The chosen rows are about to be linked to a claim. */
  readonly isLinking: boolean;
  /** The table is to have the focus as soon as it is drawn. */
  readonly isFocusWanted: boolean;
}>(() => ({
  filter: noTableFilter,
  sort: "place",
  descending: false,
  group: "none",
  selectedIds: new Set(),
  activeId: null,
  savedQueryId: null,
  shown: "table",
  isLinking: false,
  isFocusWanted: false,
}));

/** Goes to the rows; to the field that finds some where there are none. */
export function focusTable(): void {
  useHighlightTable.setState({ isFocusWanted: true });
}

export function changeTableFilter(patch: Partial<TableFilter>): void {
  useHighlightTable.setState(({ filter }) => ({ filter: { ...filter, ...patch } }));
}

export function isFilteringTable(filter: TableFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(noTableFilter);
}

/** What the core is asked for. */
export function viewOf(
  filter: TableFilter,
  arrangement: {
    readonly sort: HighlightSort;
    readonly descending: boolean;
    readonly group: HighlightGroup;
  },
): InputOf<"highlight.view"> {
  const { text, tagId, withDescendants, articleId, sourceId, stance, from, to, query } = filter;
  const { sort, descending, group } = arrangement;
  return {
    filter: {
      ...(text.trim() === "" ? {} : { text: text.trim() }),
      ...(tagId === null ? {} : { tagId, withDescendants }),
      ...(articleId === null ? {} : { articleId }),
      ...(sourceId === null ? {} : { sourceId }),
      ...(stance === null ? {} : { stance }),
      ...(from === "" ? {} : { from }),
      ...(to === "" ? {} : { to }),
      ...(query.trim() === "" ? {} : { query: query.trim() }),
    },
    sort,
    descending,
    group,
  };
}
