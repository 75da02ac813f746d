import type { Action, ActionContext } from "../actions/action.ts";
import { announce, openPicker, showDock, showFailure, useWorkbench } from "../state/workbench.ts";
import { removeRows, selectedRows, tagRows } from "./act-on-rows.ts";
import { focusTable, useHighlightTable, viewOf } from "./table-state.ts";

const hasRows = () => selectedRows().length > 0;

/** What can be done with rows of the table of highlights; their keys act in the table. */
export const highlightsActions: readonly Action[] = [
  onRows("rows.tag", "Tag the chosen rows", ["t"], () =>
    openPicker({ kind: "tag", purpose: "tag-rows" }),
  ),
  onRows("rows.untag", "Take a tag off the chosen rows", ["Shift+T"], () =>
    openPicker({ kind: "tag", purpose: "untag-rows" }),
  ),
  onRows("rows.retag", "Move the chosen rows to another tag", ["r"], () =>
    openPicker({ kind: "tag", purpose: "retag-rows" }),
  ),
  onRows("rows.link", "Link the chosen rows to a claim", ["l"], () =>
    useHighlightTable.setState({ isLinking: true }),
  ),
  onRows("rows.remove", "Remove the chosen rows", ["Delete", "Backspace"], removeRows),
  ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((key) =>
    onRows(`rows.key-${key}`, `Tag the chosen rows with key ${key}`, [key], async (context) => {
      const tag = (await context.request("tag.list", {})).find(({ shortcut }) => shortcut === key);
      if (tag === undefined) {
        announce(`No tag has the key ${key}`);
      } else {
        await tagRows(context, tag);
      }
    }),
  ),
  {
    id: "rows.select-all",
    title: "Choose all rows",
    section: "Coding",
    keys: ["Mod+A"],
    scope: "highlights",
    run: async ({ request }) => {
      const state = useHighlightTable.getState();
      const { groups } = await request("highlight.view", viewOf(state.filter, state));
      const ids = new Set(groups.flatMap(({ highlightIds }) => highlightIds));
      useHighlightTable.setState({ selectedIds: ids });
      announce(`${ids.size} highlights chosen`);
    },
  },
  {
    id: "rows.export",
    title: "Export the highlights that the table shows (CSV)",
    section: "Coding",
    keys: [],
    run: async ({ request, shell }) => {
      const state = useHighlightTable.getState();
      const { fileName, csv, rows } = await request(
        "highlight.export-csv",
        viewOf(state.filter, state),
      );
      if (await shell.saveText(fileName, csv)) {
        announce(`Saved ${fileName}: ${rows} rows`);
      }
    },
  },
  {
    id: "rows.export-markdown",
    title: "Export the highlights that the table shows (Markdown)",
    section: "Coding",
    keys: [],
    run: async ({ request, shell }) => {
      const state = useHighlightTable.getState();
      const { fileName, markdown, rows } = await request(
        "highlight.export-markdown",
        viewOf(state.filter, state),
      );
      if (await shell.saveText(fileName, markdown)) {
        announce(`Saved ${fileName}: ${rows} highlights`);
      }
    },
  },
  {
    id: "rows.copy-markdown",
    title: "Copy the highlights that the table shows (Markdown)",
    section: "Coding",
    keys: ["Mod+Shift+C"],
    scope: "highlights",
    run: async ({ request }) => {
      const state = useHighlightTable.getState();
      const { markdown, rows } = await request(
        "highlight.export-markdown",
        viewOf(state.filter, state),
      );
      try {
        await navigator.clipboard.writeText(markdown);
        announce(`Copied ${rows} highlights as Markdown`);
      } catch {
        showFailure("The clipboard could not be written to. Save the file instead.");
      }
    },
  },
  {
    id: "rows.find",
    title: "Find in the table of highlights",
    section: "Coding",
    keys: ["/"],
    scope: "highlights",
    run: () => document.querySelector<HTMLElement>("[data-find-highlights]")?.focus(),
  },
  {
    id: "highlights.together",
    title: "Show how often tags occur together, or the table of highlights",
    section: "Coding",
    keys: ["Alt+Shift+G"],
    run: () => {
      const { shown } = useHighlightTable.getState();
      const isInFront =
        useWorkbench.getState().dock.open && useWorkbench.getState().dock.view === "highlights";
      showDock("highlights");
      if (isInFront && shown === "together") {
        useHighlightTable.setState({ shown: "table" });
        focusTable();
      } else {
        useHighlightTable.setState({ shown: "together" });
        requestAnimationFrame(() => {
          document.querySelector<HTMLElement>("[data-tags-together]")?.focus();
        });
      }
    },
  },
  {
    id: "highlights.ask",
    title: "Ask the highlights a question",
    section: "Coding",
    keys: ["Alt+Q"],
    run: () => {
      showDock("highlights");
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>("[data-dock-content] [aria-label='Query']")?.focus();
      });
    },
  },
];

function onRows(
  id: string,
  title: string,
  keys: readonly string[],
  run: (context: ActionContext) => void | Promise<void>,
): Action {
  return { id, title, section: "Coding", keys, scope: "highlights", isEnabled: hasRows, run };
}
