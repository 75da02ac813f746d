import { Failure } from "#contract/failure";
import type { Highlight } from "#contract/highlight";
import type { ParsedInputOf } from "#contract/requests";

import { textOfArticle } from "../articles/article-store.ts";
import type { WriteContext } from "../core-context.ts";
import { findHighlightAt, requireHighlight } from "./highlight-store.ts";
import { anchorQuote } from "./quote-context.ts";

export function changeHighlight(
  { db, journal }: WriteContext,
  { highlightId, note, start, end }: ParsedInputOf<"highlight.change">,
): Highlight {
  const highlight = requireHighlight(db, highlightId);
  if ((start === undefined) !== (end === undefined)) {
    throw new Failure("invalid-request", "A new span needs both its start and its end.", {
      path: [start === undefined ? "start" : "end"],
    });
  }
  if (note !== undefined) {
    journal.update("highlight", { id: highlightId }, { note });
    journal.label("edit highlight note");
  }
  if (start !== undefined && end !== undefined) {
    const { articleId } = highlight;
    const occupant = findHighlightAt(db, { articleId, start, end });
    if (occupant !== null && occupant !== highlightId) {
      throw new Failure("conflict", "Another highlight covers exactly this passage already.", {
        path: ["start"],
      });
    }
    journal.update(
      "highlight",
      { id: highlightId },
      {
        span_start: start,
        span_end: end,
        ...anchorQuote(textOfArticle(db, articleId), start, end),
      },
    );
    journal.label("resize highlight");
  }
  return requireHighlight(db, highlightId);
}

export function trashHighlights(
  { db, journal, now }: WriteContext,
  { highlightIds }: ParsedInputOf<"highlight.trash">,
): Record<string, never> {
  const trashedAt = now();
  for (const [index, highlightId] of [...new Set(highlightIds)].entries()) {
    requireHighlight(db, highlightId, ["highlightIds", index]);
    journal.update("highlight", { id: highlightId }, { trashed_at: trashedAt });
  }
  journal.label(
    highlightIds.length === 1 ? "remove highlight" : `remove ${highlightIds.length} highlights`,
  );
  return {};
}
