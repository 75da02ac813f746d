import { Failure } from "#contract/failure";
import type { Highlight } from "#contract/highlight";
import type { BoardId, CardId, EvidenceId, HighlightId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import { textOfArticle } from "../articles/article-store.ts";
import type { WriteContext } from "../core-context.ts";
import { joinLinks, joinNotes } from "../evidence/join-links.ts";
import type { LinkContent } from "../evidence/join-links.ts";
import { findHighlightAt, requireHighlight } from "./highlight-store.ts";
import { anchorQuote } from "./quote-context.ts";
import { addTags } from "./tag-highlights.ts";

/**
 * Makes one highlight of several. The one that begins first (of those the longest) stays and covers them
 * all. It carries the tags of all, in reading order; it is evidence for every claim that one of them was
 * evidence for, two links to one claim becoming one by evidence/join-links.ts; notes follow one another;
 * cards of the others show it, and go from boards that show it already. The others go to the trash.
 * @throws Failure conflict when they are not of one article, when words that none of them covers lie
 *   between two of them, or when a highlight that is not among them covers exactly the whole
 */
export function mergeHighlights(
  context: WriteContext,
  { highlightIds }: ParsedInputOf<"highlight.merge">,
): Highlight {
  const { db, journal } = context;
  const inOrder = [...new Set(highlightIds)]
    .map((id) => requireHighlight(db, id, ["highlightIds", highlightIds.indexOf(id)]))
    .toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const [stays, ...others] = inOrder;
  if (stays === undefined || others.length === 0) {
    throw new Failure("invalid-request", "Merging needs two highlights or more.", {
      path: ["highlightIds"],
    });
  }
  const end = endOfWhole(context, inOrder);
  const span = { articleId: stays.articleId, start: stays.start, end };
  const occupant = findHighlightAt(db, span);
  if (occupant !== null && !inOrder.some(({ id }) => id === occupant)) {
    throw new Failure(
      "conflict",
      "Another highlight covers exactly this passage already. Merge it as well.",
      { path: ["highlightIds"] },
    );
  }
  const trashedAt = context.now();
  for (const other of others) {
    moveEvidenceOf(context, other.id, stays.id);
    moveCardsOf(context, other.id, stays.id);
    addTags(context, stays.id, other.tagIds);
    journal.update("highlight", { id: other.id }, { trashed_at: trashedAt });
  }
  journal.update(
    "highlight",
    { id: stays.id },
    {
      span_end: end,
      ...anchorQuote(textOfArticle(db, stays.articleId), stays.start, end),
      note: inOrder.map(({ note }) => note).reduce(joinNotes),
    },
  );
  journal.label(inOrder.length === 2 ? "merge highlights" : `merge ${inOrder.length} highlights`);
  return requireHighlight(db, stays.id);
}

function endOfWhole({ db }: WriteContext, inOrder: readonly Highlight[]): number {
  const [first] = inOrder;
  if (first === undefined || inOrder.some(({ articleId }) => articleId !== first.articleId)) {
    throw new Failure("conflict", "Only highlights of one article can be merged.", {
      path: ["highlightIds"],
    });
  }
  const text = textOfArticle(db, first.articleId);
  let { end } = first;
  for (const highlight of inOrder) {
    if (text.slice(end, Math.max(highlight.start, end)).trim() !== "") {
      throw new Failure(
        "conflict",
        "Words lie between these highlights that none of them covers. Extend one of them first.",
        { path: ["highlightIds"] },
      );
    }
    end = Math.max(end, highlight.end);
  }
  return end;
}

type LinkRow = LinkContent & { readonly id: EvidenceId; readonly claimId: string };

function moveEvidenceOf({ db, journal }: WriteContext, from: HighlightId, to: HighlightId): void {
  const linksOf = (highlightId: HighlightId) =>
    db.all<LinkRow>(
      `SELECT id, claim_id AS claimId, stance, credibility, attribution, note
      FROM evidence
      WHERE highlight_id = :highlightId
      ORDER BY id`,
      { highlightId },
    );
  const known = new Map(linksOf(to).map((link) => [link.claimId, link]));
  for (const link of linksOf(from)) {
    const there = known.get(link.claimId);
    if (there === undefined) {
      journal.update("evidence", { id: link.id }, { highlight_id: to });
    } else {
      journal.remove("evidence", { id: link.id });
      journal.update("evidence", { id: there.id }, joinLinks(there, link));
    }
  }
}

function moveCardsOf({ db, journal }: WriteContext, from: HighlightId, to: HighlightId): void {
  const cardsOf = (highlightId: HighlightId) =>
    db.all<{ id: CardId; boardId: BoardId }>(
      "SELECT id, board_id AS boardId FROM card WHERE highlight_id = :highlightId ORDER BY id",
      { highlightId },
    );
  const known = new Set(cardsOf(to).map(({ boardId }) => boardId));
  for (const { id, boardId } of cardsOf(from)) {
    if (known.has(boardId)) {
      journal.remove("card", { id });
    } else {
      journal.update("card", { id }, { highlight_id: to });
    }
  }
}
