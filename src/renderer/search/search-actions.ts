import type { TextSpan } from "#contract/article";
import type { ArticleId } from "#contract/ids";

import type { Action, ActionContext } from "../actions/action.ts";
import { activePane, focusActivePane } from "../reader/open-panes.ts";
import { announce, showDock, useWorkbench } from "../state/workbench.ts";
import { findClaimFor, highlightHit, linkHit, openHit } from "./act-on-hit.ts";
import { askWhereElse, focusedHit } from "./search-state.ts";
import type { Hit } from "./search-state.ts";

/** What is said elsewhere, and what can be done with the passages that are found. */
export const searchActions: readonly Action[] = [
  {
    id: "search.where-else",
    title: "Where else is this said?",
    section: "Desk",
    keys: ["w"],
    scope: "reader",
    isEnabled: () => useWorkbench.getState().panes.length > 0,
    run: whereElse,
  },
  {
    id: "search.find",
    title: "Search all articles",
    section: "Desk",
    keys: ["Mod+Shift+F"],
    run: () => {
      showDock("search");
      requestAnimationFrame(() => {
        const field = document.querySelector<HTMLInputElement>("[data-search-field]");
        field?.focus();
        field?.select();
      });
    },
  },
  onHit("hit.open", "Open what was found in its article", ["Enter"], (_, hit) => openHit(hit)),
  onHit("hit.highlight", "Highlight what was found", ["h"], highlightHit),
  onHit("hit.link", "Link what was found to the claim at hand", ["l"], (context, hit) =>
    linkHit(context, hit, "supports"),
  ),
  onHit(
    "hit.link-disputing",
    "Link what was found to the claim at hand, as disputing",
    ["Shift+L"],
    (context, hit) => linkHit(context, hit, "disputes"),
  ),
  onHit("hit.link-other", "Link what was found to another claim", ["o"], (_, hit) =>
    findClaimFor(hit, "supports"),
  ),
  {
    id: "hit.leave",
    title: "Go from what was found back to the text",
    section: "Desk",
    keys: ["Escape"],
    scope: "search",
    run: focusActivePane,
  },
];

function onHit(
  id: string,
  title: string,
  keys: readonly string[],
  run: (context: ActionContext, hit: Hit) => void | Promise<void>,
): Action {
  return {
    id,
    title,
    section: "Desk",
    keys,
    scope: "search",
    isEnabled: () => focusedHit() !== null,
    run: (context) => {
      const hit = focusedHit();
      return hit === null ? undefined : run(context, hit);
    },
  };
}

/** Asks for the chosen passage, else the selected highlight, else the sentence where the reader is. */
function whereElse(): void {
  const pane = activePane();
  if (pane === null) {
    return;
  }
  const { articleId } = pane;
  const span = chosenSpan(articleId) ?? sentenceAtCursor();
  const words = span === null ? "" : pane.textOf(span);
  if (span === null || !/[\p{L}\p{N}]/u.test(words)) {
    announce("Select a sentence first; W then shows where else it is said");
    return;
  }
  askWhereElse({ articleId, start: span.start, end: span.end, words });
}

function chosenSpan(articleId: ArticleId): TextSpan | null {
  const { passage, selection } = useWorkbench.getState();
  if (passage?.articleId === articleId) {
    return passage;
  }
  const id = selection?.kind === "highlight" ? selection.highlightId : null;
  return (
    activePane()
      ?.highlights()
      .find((highlight) => highlight.id === id) ?? null
  );
}

function sentenceAtCursor(): TextSpan | null {
  const pane = activePane();
  const place = pane?.placeUtf16() ?? 0;
  const sentences = (pane?.text().blocks ?? []).flatMap((block) =>
    block.boilerplate ? [] : block.sentences,
  );
  return sentences.find(({ end }) => end > place) ?? null;
}
