import type { ArticleText, TextSpan } from "#contract/article";
import type { Highlight } from "#contract/highlight";
import type { ArticleId } from "#contract/ids";

import { announce, select, setPassage, useWorkbench } from "../state/workbench.ts";
import { chosenHighlights, noHighlightChosen } from "./chosen-highlights.ts";
import type { Coder } from "./coding.ts";
import { wordsOf } from "./describe-highlight.ts";
import { activePane, focusActivePane } from "./open-panes.ts";
import type { OpenPane } from "./open-panes.ts";
import { quotationAt } from "./quotation-at.ts";
import { blockAt, resizeSpanByBlock, resizeSpanByWord, stepHeading } from "./resize-span.ts";
import type { Resize } from "./resize-span.ts";
import { isRightToLeft, stepWord } from "./step-words.ts";

/**
 * Moves one edge of the chosen passage; without a passage that of the selected highlight; without either the
 * first word where the reader is becomes the passage.
 */
export async function resizeByWord(coder: Coder, resize: Resize): Promise<void> {
  await resizeChosen(coder, ({ text }, span) => ({
    moved: resizeSpanByWord(text, span, resize),
    fault:
      (resize.edge === "end") !== (resize.step === 1)
        ? "Nothing is left to take away"
        : resize.step === 1
          ? "Nothing follows"
          : "Nothing stands before",
  }));
}

/** What was chosen before it was extended by paragraphs, while it is chosen as that left it. */
let extended: {
  readonly articleId: ArticleId;
  readonly span: TextSpan;
  readonly anchor: TextSpan;
} | null = null;

/** Extends by a paragraph; in the other direction that is taken back first. As `resizeByWord`. */
export async function resizeByBlock(coder: Coder, step: 1 | -1): Promise<void> {
  await resizeChosen(coder, ({ articleId, blocks }, span) => {
    const isGoingOn =
      extended?.articleId === articleId &&
      extended.span.start === span.start &&
      extended.span.end === span.end;
    const anchor =
      isGoingOn && extended !== null ? extended.anchor : { start: span.start, end: span.end };
    const moved = resizeSpanByBlock(blocks, span, anchor, step);
    extended = moved === null ? extended : { articleId, span: moved, anchor };
    return { moved, fault: step === 1 ? "Nothing follows" : "Nothing stands before" };
  });
}

async function resizeChosen(
  coder: Coder,
  resize: (
    text: ArticleText,
    span: TextSpan,
  ) => { readonly moved: TextSpan | null; readonly fault: string },
): Promise<void> {
  const pane = activePane();
  if (pane === null) {
    return;
  }
  const { text } = pane.text();
  const passage = passageIn(pane);
  const [highlight, ...others] = passage === null ? await chosenHighlights(coder) : [];
  if (others.length > 0) {
    announce("Several highlights are marked; only one can be resized at a time");
    return;
  }
  const span = passage ?? highlight ?? firstWord(pane);
  if (span === null) {
    announce("This article has no words");
    return;
  }
  if (passage === null && highlight === undefined) {
    pane.choose(span);
    announce(text.slice(span.start, span.end));
    return;
  }
  const { moved, fault } = resize(pane.text(), span);
  if (moved === null) {
    announce(fault);
    return;
  }
  if (highlight === undefined) {
    pane.choose(moved);
  } else if (
    (await coder.run("highlight.change", { highlightId: highlight.id, ...moved })) === null
  ) {
    return;
  }
  pane.reveal(moved);
  announce(wordsOfResize(text, span, moved));
}

/** An arrow goes where it points: in text from right to left, the left one goes on in the text. */
export function stepOfArrow(arrow: "left" | "right"): 1 | -1 {
  const pane = activePane();
  const place = pane === null ? 0 : (passageIn(pane)?.start ?? pane.placeUtf16());
  const block = pane === null ? undefined : blockAt(pane.text().blocks, place);
  const isLeftwards = pane !== null && block !== undefined && isRightToLeft(pane.textOf(block));
  return (arrow === "right") === isLeftwards ? -1 : 1;
}

/** What was added or taken away, and how much there is now. */
function wordsOfResize(text: string, before: TextSpan, after: TextSpan): string {
  const grew = after.end - after.start > before.end - before.start;
  const [from, to] =
    before.start === after.start ? [before.end, after.end] : [before.start, after.start];
  const words = text.slice(Math.min(from, to), Math.max(from, to)).trim();
  const now = wordsOf(text.slice(after.start, after.end));
  const stop = /[.!?…]$/u.test(words) ? "" : ".";
  return `${grew ? "Added" : "Left out"}: ${words}${stop} ${now}`;
}

function passageIn(pane: OpenPane): TextSpan | null {
  const { passage } = useWorkbench.getState();
  return passage?.articleId === pane.articleId ? passage : null;
}

function firstWord(pane: OpenPane): TextSpan | null {
  const { text } = pane.text();
  const start = stepWord(text, pane.placeUtf16() - 1, 1, "start");
  const end = start === null ? null : stepWord(text, start, 1, "end");
  return start === null || end === null ? null : { start, end };
}

/**
 * Splits a highlight at the cursor: where the chosen passage begins, or ends when it begins with the
 * highlight. Without a selected highlight it is the shortest one that holds that place inside.
 */
export async function splitChosen(coder: Coder): Promise<void> {
  const pane = activePane();
  const passage = pane === null ? null : passageIn(pane);
  if (pane === null || passage === null) {
    announce(
      "Move to the sentence or word inside the highlight where the second part should begin",
    );
    return;
  }
  const placeIn = ({ start, end }: TextSpan) =>
    [passage.start, passage.end].find((place) => start < place && place < end);
  const { selection } = useWorkbench.getState();
  const holding = pane
    .highlights()
    .filter((highlight) => placeIn(highlight) !== undefined)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const highlight =
    holding.find(({ id }) => selection?.kind === "highlight" && selection.highlightId === id) ??
    holding[0];
  const at = highlight === undefined ? undefined : placeIn(highlight);
  if (highlight === undefined || at === undefined) {
    announce("No highlight goes on across the cursor");
    return;
  }
  const parts = await coder.run("highlight.split", { highlightId: highlight.id, at });
  if (parts !== null) {
    setPassage(null);
    select({ kind: "highlight", highlightId: parts.second.id, articleId: parts.second.articleId });
    pane.placeCursor(parts.second);
    announce(`Split: ${wordsOf(parts.first.exact)} and ${wordsOf(parts.second.exact)}`);
    focusActivePane();
  }
}

/**
 * Merges the marked highlights, or the selected one with those that overlap it; where none does, with the
 * one that ends right before it, else with the one that begins right after it.
 */
export async function mergeChosen(coder: Coder): Promise<void> {
  const chosen = await chosenHighlights(coder);
  const [first] = chosen;
  if (first === undefined) {
    announce(noHighlightChosen);
    return;
  }
  const merged = chosen.length > 1 ? chosen : await touching(coder, first);
  if (merged.length < 2) {
    announce("No other highlight overlaps or touches this one. Mark several to merge them");
    return;
  }
  const whole = await coder.run("highlight.merge", { highlightIds: merged.map(({ id }) => id) });
  if (whole !== null) {
    useWorkbench.setState({ markedIds: [] });
    select({ kind: "highlight", highlightId: whole.id, articleId: whole.articleId });
    announce(`${merged.length} highlights merged into one of ${wordsOf(whole.exact)}`);
    focusActivePane();
  }
}

async function touching({ request }: Coder, highlight: Highlight): Promise<Highlight[]> {
  const { articleId } = highlight;
  const all = await request("highlight.list", { articleId });
  const overlapping = all.filter(
    ({ start, end }) => start < highlight.end && end > highlight.start,
  );
  if (overlapping.length > 1) {
    return overlapping;
  }
  const pane = activePane();
  const isNothingBetween = (from: number, to: number) =>
    from <= to &&
    pane?.articleId === articleId &&
    pane.textOf({ start: from, end: to }).trim() === "";
  const neighbour =
    all.findLast(({ end }) => isNothingBetween(end, highlight.start)) ??
    all.find(({ start }) => isNothingBetween(highlight.end, start));
  return neighbour === undefined ? [] : [highlight, neighbour];
}

/** Chooses the quotation under the cursor; pressed again, the next one. */
export function chooseQuotation(): void {
  const pane = activePane();
  if (pane === null) {
    return;
  }
  const { text, blocks } = pane.text();
  const place = passageIn(pane) ?? { start: pane.placeUtf16(), end: pane.placeUtf16() };
  const quotation = quotationAt(text, blocks, place);
  if (quotation === null) {
    announce("No quotation follows in this article");
    return;
  }
  pane.choose(quotation);
  announce(text.slice(quotation.start, quotation.end));
}

export function goToHeading(step: 1 | -1): void {
  const pane = activePane();
  if (pane === null) {
    return;
  }
  const { text, blocks } = pane.text();
  const place = passageIn(pane)?.start ?? pane.placeUtf16();
  const heading = stepHeading(blocks, place, step);
  if (heading === null) {
    announce(step === 1 ? "No heading follows" : "No heading stands before");
    return;
  }
  pane.choose(heading);
  announce(text.slice(heading.start, heading.end));
}
