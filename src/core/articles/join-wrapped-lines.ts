import type { TextSpan } from "#contract/article";

import { isListItem } from "./list-markers.ts";
import { columnsOf } from "./text-lines.ts";

/** Mail and plain text are wrapped at 60 to 80 columns, seldom at 100. */
const minWrapColumns = 40;
const maxWrapColumns = 100;
/** Fewer pairs of lines could be chance: a title above one short line looks wrapped too. */
const minPairs = 3;
/** Lists, headers and signatures stand line by line in wrapped text too. */
const minWrappedShare = 0.6;
/** Above these shares the line ends mean something: verse, a list of names. German prose has 0.5 capitals. */
const maxPunctuatedShare = 0.4;
const maxCapitalShare = 0.65;
/** People who wrap by hand stop a little short of the width. */
const tolerance = 0.9;

/**
 * Joins the lines of hard-wrapped text into paragraphs; other text stays line by line.
 *
 * A line was wrapped when the first word of the next would not have fitted on it. The text counts as
 * wrapped when that is so for most pairs of adjacent lines, and neither the ends nor the starts of those
 * lines look chosen.
 * @param lines as from `filledLines`
 */
export function joinWrappedLines(text: string, lines: readonly TextSpan[]): TextSpan[] {
  const width = wrapColumnsOf(text, lines);
  if (width === null) {
    return [...lines];
  }
  const joined: TextSpan[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    const wrapped =
      previous !== undefined &&
      isWrapped(text, lastLineOf(text, previous), line, width) &&
      !isListItem(text.slice(line.start, line.end));
    if (wrapped) {
      joined[joined.length - 1] = { start: previous.start, end: line.end };
    } else {
      joined.push(line);
    }
  }
  return joined;
}

/** The width at which the text is wrapped, or null when it is not. */
function wrapColumnsOf(text: string, lines: readonly TextSpan[]): number | null {
  const pairs: { line: TextSpan; next: TextSpan }[] = [];
  for (const [index, next] of lines.entries()) {
    const line = lines[index - 1];
    if (line?.end === next.start - 1 && !isListItem(text.slice(next.start, next.end))) {
      pairs.push({ line, next });
    }
  }
  if (pairs.length < minPairs) {
    return null;
  }
  const columns = pairs.map(({ line }) => columnsOf(text.slice(line.start, line.end).trimEnd()));
  // Not the longest: an address of the web cannot be wrapped and stands out.
  const width = columns.toSorted((a, b) => a - b)[Math.floor((columns.length - 1) * 0.95)] ?? 0;
  if (width < minWrapColumns || width > maxWrapColumns) {
    return null;
  }
  const wrapped = pairs.filter(({ line, next }) => isWrapped(text, line, next, width));
  const punctuated = wrapped.filter(({ line }) => {
    return /[.,:;!?…。，：；！？،؛؟।]["'”’»)]*\s*$/u.test(text.slice(line.start, line.end));
  });
  const capital = wrapped.filter(({ next }) =>
    /^\s*\p{Lu}/u.test(text.slice(next.start, next.end)),
  );
  return wrapped.length >= pairs.length * minWrappedShare &&
    punctuated.length <= wrapped.length * maxPunctuatedShare &&
    capital.length <= wrapped.length * maxCapitalShare
    ? width
    : null;
}

function isWrapped(text: string, line: TextSpan, next: TextSpan, width: number): boolean {
  if (line.end + 1 !== next.start) {
    return false;
  }
  const columns = columnsOf(text.slice(line.start, line.end).trimEnd());
  return columns + 1 + firstWordColumns(text.slice(next.start, next.end)) > width * tolerance;
}

/** Chinese and Japanese are wrapped between any two characters. */
function firstWordColumns(line: string): number {
  const word = /\S+/u.exec(line)?.[0] ?? "";
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
    ? 2
    : columnsOf(word);
}

function lastLineOf(text: string, span: TextSpan): TextSpan {
  const start = Math.max(span.start, text.lastIndexOf("\n", span.end - 1) + 1);
  return { start, end: span.end };
}
