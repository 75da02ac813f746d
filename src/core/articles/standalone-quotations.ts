import { sentencesOf } from "./sentences.ts";
import { columnsOf } from "./text-lines.ts";

/** Closing marks of each opening mark, as the world's typographies pair them. */
const closingMarks: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "”": "”“", // Swedish, Finnish and Hebrew print
  "‟": "”",
  '"': '"',
  "״": "״",
  "«": "»",
  "»": "«",
  "‹": "›",
  "「": "」",
  "『": "』",
  "《": "》",
  "‘": "’",
  "‚": "‘’",
};

/** "UK Defence Secretary John Healey told the BBC on Friday" fits; a second statement seldom does. */
const maxAttributionColumns = 60;
/** Share of the line that must be quoted. */
const minQuotedShare = 0.5;

/**
 * Whether a line is a quotation that stands alone: it begins with a quotation mark, and all of it is
 * quoted but for one short attribution (“…,” he said) that may also interrupt it (“…,” he said. “…”).
 *
 * What makes a line an ordinary paragraph instead: an attribution longer than 60 columns or than the
 * quotation, a second sentence outside the marks, words that follow a quotation without a comma or after
 * its full stop, a mark that is never closed.
 */
export function isStandaloneQuotation(line: string): boolean {
  const trimmed = line.trim();
  const split = splitQuoted(trimmed);
  if (split === null || !/[\p{L}\p{N}]/u.test(split.quoted.join(""))) {
    return false;
  }
  const outside = split.outside.join("");
  const outsideColumns = columnsOf(outside.trim());
  if (!/\p{L}/u.test(outside)) {
    return true;
  }
  return (
    outsideColumns <= maxAttributionColumns &&
    outsideColumns <= columnsOf(trimmed) * (1 - minQuotedShare) &&
    split.outside.every((part, index) => isAttribution(part, split.quoted[index] ?? ""))
  );
}

/** The quoted parts and what follows each; null when the line does not begin with a closed quotation. */
function splitQuoted(line: string): { quoted: string[]; outside: string[] } | null {
  const quoted: string[] = [];
  const outside: string[] = [];
  let position = 0;
  while (position < line.length) {
    const opening = line[position] ?? "";
    const end = closingPosition(line, position);
    if (end === null) {
      return null;
    }
    quoted.push(line.slice(position + 1, end));
    let next = end + 1;
    // Only the mark that opened the line opens its further parts; others are quotations within.
    while (next < line.length && line[next] !== opening) {
      next += 1;
    }
    outside.push(line.slice(end + 1, next));
    position = next;
  }
  return quoted.length === 0 ? null : { quoted, outside };
}

function closingPosition(line: string, start: number): number | null {
  const opening = line[start] ?? "";
  const closing = closingMarks[opening];
  if (closing === undefined) {
    return null;
  }
  let depth = 1;
  for (let index = start + 1; index < line.length; index += 1) {
    const mark = line[index] ?? "";
    if (closing.includes(mark) && !isApostrophe(line, index)) {
      depth -= 1;
      if (depth === 0) {
        return index;
      }
    } else if (mark === opening) {
      depth += 1;
    }
  }
  return null;
}

/** "’" within a word closes nothing. */
function isApostrophe(line: string, index: number): boolean {
  return line[index] === "’" && /^\p{L}$/u.test(line[index + 1] ?? "");
}

/** @param part what stands after a quoted part, up to the next one */
function isAttribution(part: string, quoted: string): boolean {
  if (!/\p{L}/u.test(part)) {
    return true;
  }
  const wasComplete = /[.。]\s*$/u.test(quoted) && !/\.\.\.\s*$/u.test(quoted);
  // “…,” he said · «…», — сказал он · 「…」と述べた; not “Reassurance force” plans were rejected
  const isIntroduced = /[,，、!?！？…—–-]\s*$/u.test(quoted) || /^\s*[,，、—–-]|^と/u.test(part);
  return !wasComplete && isIntroduced && sentencesOf(part, 0, part.length, null).length === 1;
}
