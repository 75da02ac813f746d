import type { Highlight } from "#contract/highlight";
import type { HighlightId } from "#contract/ids";

import type { ActionContext } from "../actions/action.ts";
import { announce, useWorkbench } from "../state/workbench.ts";
import { activePane } from "./open-panes.ts";

const { getState, setState } = useWorkbench;

export const noHighlightChosen = "Select a highlight first: go to the next one, or click one";

/**
 * The highlights that are acted on: those that were marked, else the selected one when it is of the article
 * in the active pane. As they are on the screen; those of articles that are not, as they are stored.
 */
export async function chosenHighlights({
  request,
}: Pick<ActionContext, "request">): Promise<Highlight[]> {
  const ids = chosenIds();
  return ids.length === 0 ? [] : request("highlight.list", { highlightIds: ids }, { asSeen: true });
}

function chosenIds(): HighlightId[] {
  const { selection, markedIds } = getState();
  if (markedIds.length > 0) {
    return [...markedIds];
  }
  const isHere = selection?.kind === "highlight" && selection.articleId === activePane()?.articleId;
  return isHere ? [selection.highlightId] : [];
}

/** Adds the selected highlight to those that are acted on together, or takes it out. */
export function markSelected(): void {
  const { selection, markedIds } = getState();
  if (selection?.kind !== "highlight") {
    announce(noHighlightChosen);
    return;
  }
  const { highlightId } = selection;
  const marked = markedIds.includes(highlightId)
    ? markedIds.filter((id) => id !== highlightId)
    : [...markedIds, highlightId];
  setState({ markedIds: marked });
  const many = `${marked.length} ${marked.length === 1 ? "highlight" : "highlights"} marked`;
  announce(marked.length === 0 ? "No highlight is marked" : `${many}. Keys act on all of them`);
}
