import { Failure } from "#contract/failure";
import type { HighlightId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import { textOfArticle } from "../articles/article-store.ts";
import type { WriteContext } from "../core-context.ts";
import { isClusterBoundary } from "./graphemes.ts";
import { findHighlightAt, requireHighlight } from "./highlight-store.ts";
import { anchorQuote } from "./quote-context.ts";
import { addTags } from "./tag-highlights.ts";

/**
 * Cuts a highlight in two. Both parts carry all its tags and are evidence for all its claims, since only
 * the analyst can say which part bears a claim; unlinking one is one more step. Its note and its cards stay
 * with the first part, whose id is the old one. White space at the cut belongs to neither part.
 * @throws Failure invalid-request when the cut is not inside, or splits a character
 * @throws Failure conflict when another highlight covers exactly one of the parts
 */
export function splitHighlight(
  context: WriteContext,
  { highlightId, at }: ParsedInputOf<"highlight.split">,
): OutputOf<"highlight.split"> {
  const { db, journal } = context;
  const { articleId, start, end, tagIds } = requireHighlight(db, highlightId);
  const text = textOfArticle(db, articleId);
  const firstEnd = start + text.slice(start, Math.max(at, start)).trimEnd().length;
  const secondStart = end - text.slice(Math.min(at, end), end).trimStart().length;
  if (firstEnd <= start || secondStart >= end || at <= start || at >= end) {
    throw new Failure("invalid-request", "Put the cursor inside the highlight to split it there.", {
      path: ["at"],
    });
  }
  if (!isClusterBoundary(text, at)) {
    throw new Failure("invalid-request", "The highlight cannot be split inside a character.", {
      path: ["at"],
    });
  }
  for (const part of [
    { articleId, start, end: firstEnd },
    { articleId, start: secondStart, end },
  ]) {
    if (findHighlightAt(db, part) !== null) {
      throw new Failure(
        "conflict",
        "Another highlight covers exactly one of the two parts already. Split elsewhere, or remove it first.",
        { path: ["at"] },
      );
    }
  }
  journal.update(
    "highlight",
    { id: highlightId },
    { span_end: firstEnd, ...anchorQuote(text, start, firstEnd) },
  );
  const secondId = context.newId() as HighlightId; // a new UUIDv7
  journal.insert("highlight", {
    id: secondId,
    article_id: articleId,
    span_start: secondStart,
    span_end: end,
    ...anchorQuote(text, secondStart, end),
    note: "",
    created_at: context.now(),
    trashed_at: null,
  });
  addTags(context, secondId, tagIds);
  copyEvidence(context, highlightId, secondId);
  journal.label("split highlight");
  return { first: requireHighlight(db, highlightId), second: requireHighlight(db, secondId) };
}

type EvidenceRow = {
  readonly claim_id: string;
  readonly stance: string;
  readonly credibility: number | null;
  readonly attribution: string | null;
  readonly note: string;
};

/** Also for claims in the trash: when one comes back it has both parts. */
function copyEvidence(context: WriteContext, from: HighlightId, to: HighlightId): void {
  const rows = context.db.all<EvidenceRow>(
    `SELECT claim_id, stance, credibility, attribution, note
    FROM evidence
    WHERE highlight_id = :from
    ORDER BY id`,
    { from },
  );
  for (const row of rows) {
    context.journal.insert("evidence", {
      ...row,
      id: context.newId(),
      highlight_id: to,
      created_at: context.now(),
    });
  }
}
