import { Failure } from "#contract/failure";
import type { BriefingFileKind, ReadQuote } from "#contract/verification";

import { passagesOfHtml } from "./read-html-passages.ts";
import { passagesOfMarkdown } from "./read-markdown-passages.ts";

/** Words that a file sets as a quote, and the words of the footnote that they refer to. */
export type BriefingPassage = {
  /** Number of the footnote; empty where there is none. */
  readonly footnote: string;
  readonly words: string;
  /** Whether the quote is nothing but words: no strike-through, picture or foreign markup in it. */
  readonly isPlain: boolean;
  /** Null where there is no such footnote. */
  readonly note: string | null;
};

/**
 * The quotes of an exported briefing, in the order of the file. Nothing in the file is believed: whoever
 * has it may have changed it.
 * @throws Failure unsupported-format when it is nested too deeply to be read
 */
export function readBriefingQuotes(kind: BriefingFileKind, text: string): ReadQuote[] {
  return passagesOf(kind, text).map(({ footnote, words, isPlain, note }) => ({
    footnote,
    words,
    isPlain,
    place: note === null ? null : placeIn(note),
  }));
}

function passagesOf(kind: BriefingFileKind, text: string): BriefingPassage[] {
  try {
    return kind === "markdown" ? passagesOfMarkdown(text) : passagesOfHtml(text);
  } catch (error) {
    // The parsers recurse: a file that is made to be deep exhausts the stack.
    if (error instanceof RangeError) {
      throw new Failure("unsupported-format", "The file is nested too deeply to be read.", {
        cause: error,
      });
    }
    throw error;
  }
}

/** The words of footnoteRuns (source-facts.ts), read back. The grade is not there in a briefing of an early version. */
const footnotePattern =
  /^(?:⚠ Not verified: )?S\d+, (?<source>.*?)(?:, grade [A-F][1-6](?: and [A-F][1-6])*)?, characters (?<start>\d{1,15})–(?<end>\d{1,15})(?: \(paragraphs? \d+(?:–\d+)?\))?, SHA-256 (?<hash>[\da-f]{12})$/su;

function placeIn(note: string): ReadQuote["place"] {
  const { source, start, end, hash } = footnotePattern.exec(note)?.groups ?? {};
  return source === undefined || start === undefined || end === undefined || hash === undefined
    ? null
    : { source, start: Number(start), end: Number(end), hash };
}
