import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";

import type { Action, ActionContext } from "../actions/action.ts";
import { focusTable, noTableFilter, useHighlightTable } from "../highlights/table-state.ts";
import { announce, openPicker, showDock, useWorkbench } from "../state/workbench.ts";
import { chooseFiles } from "../ui/choose-files.ts";
import { useCodebook } from "./codebook-state.ts";
import { placeAfterStep } from "./tag-tree.ts";

const { getState, setState } = useCodebook;

const hasTag = () => getState().selectedId !== null;

/** What can be done with the codebook; keys with `scope: "codebook"` act in its tree. */
export const codebookActions: readonly Action[] = [
  {
    id: "codebook.focus",
    title: "Go to the codebook",
    section: "Coding",
    keys: ["Alt+K"],
    run: () => {
      useWorkbench.setState({ libraryOpen: true });
      requestAnimationFrame(focusTree);
    },
  },
  {
    id: "tag.new",
    title: "New tag in the codebook",
    section: "Coding",
    keys: ["n"],
    scope: "codebook",
    run: () => {
      useWorkbench.setState({ libraryOpen: true });
      setState({ isNaming: true });
    },
  },
  onTag("tag.edit", "Edit the tag", ["Enter", "F2"], (_, tag) => {
    setState({ editedId: tag.id });
  }),
  onTag("tag.hide", "Hide the tag in the text, or show it", ["h"], (_, tag) => {
    const { hiddenTagIds } = useWorkbench.getState();
    const isHidden = hiddenTagIds.includes(tag.id);
    useWorkbench.setState({
      hiddenTagIds: isHidden
        ? hiddenTagIds.filter((id) => id !== tag.id)
        : [...hiddenTagIds, tag.id],
      soloTagId: null,
    });
    announce(isHidden ? `${tag.name} is shown in the text` : `${tag.name} is hidden in the text`);
  }),
  onTag("tag.solo", "Show only this tag in the text, or all", ["s"], (_, tag) => {
    const isSolo = useWorkbench.getState().soloTagId === tag.id;
    useWorkbench.setState({ soloTagId: isSolo ? null : tag.id });
    announce(isSolo ? "All tags are shown in the text" : `Only ${tag.name} is shown in the text`);
  }),
  {
    id: "tag.show-all",
    title: "Show all tags in the text",
    section: "Coding",
    keys: [],
    isEnabled: () => {
      const { hiddenTagIds, soloTagId } = useWorkbench.getState();
      return hiddenTagIds.length > 0 || soloTagId !== null;
    },
    run: showAllTags,
  },
  onTag("tag.merge", "Merge the tag into another one", ["m"], () => {
    openPicker({ kind: "tag", purpose: "merge" });
  }),
  onTag("tag.split", "Split the tag: show its highlights, to move some", ["/"], (_, tag) => {
    useHighlightTable.setState({
      filter: { ...noTableFilter, tagId: tag.id, withDescendants: false },
      selectedIds: new Set(),
      shown: "table",
    });
    showDock("highlights");
    announce(`Highlights of ${tag.name}: choose some, then move them to another tag`);
    focusTable();
  }),
  onTag("tag.show-highlights", "Show the highlights of the tag", ["g"], (_, tag) => {
    useHighlightTable.setState({
      filter: { ...noTableFilter, tagId: tag.id },
      savedQueryId: null,
      shown: "table",
    });
    showDock("highlights");
    focusTable();
  }),
  moving("tag.move-up", "Move the tag up", ["Alt+ArrowUp"], "up"),
  moving("tag.move-down", "Move the tag down", ["Alt+ArrowDown"], "down"),
  moving("tag.move-in", "Move the tag below the one before it", ["Alt+ArrowRight"], "in"),
  moving("tag.move-out", "Move the tag out, beside its parent", ["Alt+ArrowLeft"], "out"),
  onTag("tag.remove", "Remove the tag; its highlights stay", ["Delete"], removeTag),
  ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((key) =>
    onTag(`tag.pin-${key}`, `Give the tag the key ${key}, or take it`, [key], (context, tag) =>
      pinTag(context, tag, key),
    ),
  ),
  {
    id: "tag.export",
    title: "Export the codebook (CSV)",
    section: "Coding",
    keys: [],
    run: async ({ request, shell }) => {
      const { fileName, csv } = await request("tag.export-csv", {});
      if (await shell.saveText(fileName, csv)) {
        announce(`Saved ${fileName}`);
      }
    },
  },
  {
    id: "tag.import",
    title: "Import a codebook (CSV)",
    section: "Coding",
    keys: [],
    run: async (context) => {
      const [file = null] = await chooseFiles(".csv,.tsv,text/csv", { multiple: false });
      if (file !== null) {
        await importCodebook(context, await file.text());
      }
    },
  },
];

export function showAllTags(): void {
  useWorkbench.setState({ hiddenTagIds: [], soloTagId: null });
  announce("All tags are shown in the text");
}

function onTag(
  id: string,
  title: string,
  keys: readonly string[],
  act: (context: ActionContext, tag: Tag, tags: readonly Tag[]) => void | Promise<void>,
): Action {
  return {
    id,
    title,
    section: "Coding",
    keys,
    scope: "codebook",
    isEnabled: hasTag,
    run: async (context) => {
      const tags = await context.request("tag.list", {});
      const tag = tags.find((each) => each.id === getState().selectedId);
      if (tag !== undefined) {
        await act(context, tag, tags);
      }
    },
  };
}

function moving(
  id: string,
  title: string,
  keys: readonly string[],
  step: "up" | "down" | "in" | "out",
): Action {
  return onTag(id, title, keys, async ({ run }, tag, tags) => {
    const place = placeAfterStep(tags, tag.id, step);
    if (place === null) {
      announce(`${tag.name} cannot be moved further`);
      return;
    }
    if ((await run("tag.move", { tagId: tag.id, ...place })) !== null) {
      const parent = tags.find(({ id: each }) => each === place.parentId);
      announce(
        step === "in" || step === "out"
          ? `${tag.name} is now ${parent === undefined ? "at the top" : `below ${parent.name}`}`
          : `Moved ${tag.name} ${step}`,
      );
      if (parent !== undefined) {
        openBranch(parent.id);
      }
      requestAnimationFrame(focusSelected);
    }
  });
}

async function pinTag({ run }: ActionContext, tag: Tag, key: string): Promise<void> {
  const shortcut = tag.shortcut === key ? null : key;
  if ((await run("tag.change", { tagId: tag.id, shortcut })) !== null) {
    announce(shortcut === null ? `${tag.name} has no key` : `${tag.name} has the key ${key}`);
  }
}

async function removeTag({ run }: ActionContext, tag: Tag, tags: readonly Tag[]): Promise<void> {
  if ((await run("tag.trash", { tagId: tag.id })) === null) {
    return;
  }
  const siblings = tags.filter(({ parentId }) => parentId === tag.parentId);
  const at = siblings.findIndex(({ id }) => id === tag.id);
  const child = tags.find(({ parentId }) => parentId === tag.id);
  const neighbour = child ?? siblings[at + 1] ?? siblings[at - 1] ?? parentOf(tags, tag);
  setState({ selectedId: neighbour?.id ?? null, editedId: null });
  announce(`Tag ${tag.name} removed; undo brings it back`);
  requestAnimationFrame(focusSelected);
}

function parentOf(tags: readonly Tag[], { parentId }: Tag): Tag | undefined {
  return tags.find(({ id }) => id === parentId);
}

function openBranch(tagId: TagId): void {
  setState(({ collapsedIds }) => ({ collapsedIds: collapsedIds.difference(new Set([tagId])) }));
}

function focusTree(): void {
  const { selectedId } = getState();
  const tree = document.querySelector<HTMLElement>("[data-tag-tree]");
  const row =
    tree?.querySelector<HTMLElement>(`[data-key="${selectedId ?? ""}"]`) ??
    tree?.querySelector<HTMLElement>("[role='row']");
  (row ?? document.querySelector<HTMLElement>("[data-scope='codebook'] button"))?.focus();
  const focused = row?.dataset["key"];
  if (focused !== undefined) {
    setState({ selectedId: focused as TagId }); // rows are keyed by their tag; keys act on this one
  }
}

/** Selects a tag in the tree, with its branches open, and goes there. */
export function showTag(tagId: TagId): void {
  setState({ selectedId: tagId, collapsedIds: new Set() });
  requestAnimationFrame(focusSelected);
}

/** The row may have been drawn anew in another place of the tree. */
export function focusSelected(): void {
  const { selectedId } = getState();
  document.querySelector<HTMLElement>(`[data-tag-tree] [data-key="${selectedId ?? ""}"]`)?.focus();
}

async function importCodebook({ run }: ActionContext, csv: string): Promise<void> {
  const report = await run("tag.import-csv", { csv });
  if (report === null) {
    return;
  }
  const { created, changed, unchanged, problems } = report;
  const counts = `Codebook imported: ${created.length} new, ${changed.length} changed, ${unchanged} as before`;
  announce(counts);
  setState({
    report:
      problems.length === 0
        ? []
        : [counts, ...problems.map(({ line, message }) => `Line ${line}: ${message}`)],
  });
}
