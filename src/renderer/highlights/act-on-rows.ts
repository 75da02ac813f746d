import type { Tag } from "#contract/highlight";
import type { HighlightId } from "#contract/ids";

import type { RunCommand } from "../state/use-command.ts";
import { announce, select, useWorkbench } from "../state/workbench.ts";
import { useHighlightTable } from "./table-state.ts";

type Runner = { readonly run: RunCommand };
type TagToPutOn = Pick<Tag, "id" | "name"> | { readonly id: null; readonly name: string };

/** Acts on the rows that are chosen in the table; each is one change. */
export async function tagRows({ run }: Runner, tag: TagToPutOn): Promise<void> {
  const highlightIds = selectedRows();
  const changed = await run("highlight.tag", { highlightIds, ...putOn(tag) });
  if (changed !== null) {
    announce(`${countOfRows(highlightIds)} tagged ${tag.name}`);
  }
}

export async function untagRows({ run }: Runner, tag: Pick<Tag, "id" | "name">): Promise<void> {
  const highlightIds = selectedRows();
  if ((await run("highlight.tag", { highlightIds, remove: [tag.id] })) !== null) {
    announce(`Tag ${tag.name} taken off ${countOfRows(highlightIds)}`);
  }
}

/**
 * Puts a tag in the place of the one that the table is filtered by: this is how a tag is split. Without
 * such a filter it only puts it on.
 */
export async function retagRows({ run }: Runner, tag: TagToPutOn): Promise<void> {
  const highlightIds = selectedRows();
  const { tagId } = useHighlightTable.getState().filter;
  const changed = await run("highlight.tag", {
    highlightIds,
    ...putOn(tag),
    ...(tagId === null || tagId === tag.id ? {} : { remove: [tagId] }),
  });
  if (changed !== null) {
    announce(`${countOfRows(highlightIds)} moved to ${tag.name}`);
  }
}

export async function removeRows({ run }: Runner): Promise<void> {
  const highlightIds = selectedRows();
  if ((await run("highlight.trash", { highlightIds })) !== null) {
    useHighlightTable.setState({ selectedIds: new Set() });
    const { selection } = useWorkbench.getState();
    if (selection?.kind === "highlight" && highlightIds.includes(selection.highlightId)) {
      select(null);
    }
    announce(`${countOfRows(highlightIds)} removed; undo brings them back`);
  }
}

/** The chosen rows, else the one that the keys are on. */
export function selectedRows(): HighlightId[] {
  const { selectedIds, activeId } = useHighlightTable.getState();
  return selectedIds.size > 0 ? [...selectedIds] : activeId === null ? [] : [activeId];
}

export function countOfRows({ length }: { readonly length: number }): string {
  return `${length} ${length === 1 ? "highlight" : "highlights"}`;
}

function putOn(tag: TagToPutOn) {
  return tag.id === null ? { newTag: { name: tag.name } } : { add: [tag.id] };
}
