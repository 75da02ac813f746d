import type { Passage } from "#contract/requests";

import type { Request } from "../state/requests.tsx";
import type { WorkbenchState } from "../state/workbench.ts";

/** What a claim or link is made from: the passage being chosen, else the selected highlight, else null. */
export function chosenPassage({
  passage,
  selection,
}: Pick<WorkbenchState, "passage" | "selection">): Passage | null {
  if (passage !== null) {
    const { articleId, start, end } = passage;
    return { articleId, start, end };
  }
  return selection?.kind === "highlight" ? { highlightId: selection.highlightId } : null;
}

/** All that a link is made from: every marked highlight, when some are marked and no words are chosen. */
export function chosenPassages(
  state: Pick<WorkbenchState, "passage" | "selection" | "markedIds">,
): readonly Passage[] {
  if (state.passage === null && state.markedIds.length > 0) {
    return state.markedIds.map((highlightId) => ({ highlightId }));
  }
  const passage = chosenPassage(state);
  return passage === null ? [] : [passage];
}

/** The words of a passage; empty when its highlight is gone. */
export async function textOfPassage(request: Request, passage: Passage): Promise<string> {
  if ("highlightId" in passage) {
    const highlights = await request("highlight.list", {});
    return highlights.find((one) => one.id === passage.highlightId)?.exact ?? "";
  }
  const { text } = await request("article.read", { articleId: passage.articleId });
  return text.slice(passage.start, passage.end);
}
