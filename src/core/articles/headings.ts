import type { TextSpan } from "#contract/article";

import { columnsOf } from "./text-lines.ts";

/** A section heading fits on a line and a bit of a narrow column. */
const maxHeadingColumns = 90;
/** Headlines run longer. */
const maxTitleColumns = 150;
/** A line without title case is a heading only above a block this many times as long. */
const minBodyRatio = 1.5;
/** More short lines than this in a row are a list, a poem or a form, not headings. */
const maxHeadingsInRow = 2;

/** What is known of a block before its headings are found. */
export type PlainBlock = TextSpan & {
  /** False for list items, quotations, datelines and page furniture. */
  readonly mayBeHeading: boolean;
  readonly boilerplate: boolean;
};

/**
 * Levels of the blocks: 1 for the title, 2 for a section heading, 0 for the rest.
 *
 * A heading is one short line that does not end as a sentence does, stands above something that does
 * (or that is long), and either is in title case or is clearly shorter than what follows. Only the first
 * block can be the title.
 */
export function headingLevels(text: string, blocks: readonly PlainBlock[]): number[] {
  const levels = blocks.map(() => 0);
  const lines = blocks.map((block) => text.slice(block.start, block.end).trim());
  const isCandidate = blocks.map(
    (block, index) =>
      block.mayBeHeading &&
      looksLikeHeading(lines[index] ?? "", index === 0 ? maxTitleColumns : maxHeadingColumns),
  );
  let index = 0;
  while (index < blocks.length) {
    let end = index;
    while (isCandidate[end] === true) {
      end += 1;
    }
    const body = blocks[end];
    if (end > index && body !== undefined && !body.boilerplate) {
      markHeadings(index, end);
    }
    index = end + 1;
  }
  return levels;

  /** `first` to `end` (not included) are candidates, `end` is the body below them. */
  function markHeadings(first: number, end: number): void {
    for (let at = first; at < end; at += 1) {
      const isTitle = at === 0;
      const tooMany = end - Math.max(first, 1) > maxHeadingsInRow;
      if (!isTitle && tooMany && at < end - 1) {
        continue;
      }
      const line = lines[at] ?? "";
      const standsApart = isTitle && text.startsWith("\n\n", blocks[at]?.end);
      const bodyColumns = columnsOf(lines[end] ?? "");
      // A clause that breaks off is likelier in running text than in a heading.
      const hasClauses = !isTitle && /[,،，、]/u.test(line);
      const isClearlyShorter = !hasClauses && bodyColumns >= columnsOf(line) * minBodyRatio;
      if (isTitleCase(line) || standsApart || isClearlyShorter) {
        levels[at] = isTitle ? 1 : 2;
      }
    }
  }
}

function looksLikeHeading(line: string, maxColumns: number): boolean {
  return (
    columnsOf(line) <= maxColumns &&
    !line.includes("\n") &&
    /^[\p{L}\p{N}“"‘'«「『¿¡#]/u.test(line) &&
    /\p{L}/u.test(line) &&
    !/^\P{L}*\p{Ll}/u.test(line) &&
    !endsLikeSentence(line) &&
    !isByline(line) &&
    !isDate(line) &&
    !/^\S*(?:https?:|www\.|@)\S*$/u.test(line)
  );
}

/** A question can be a heading; so can "Made in the U.S." */
function endsLikeSentence(line: string): boolean {
  if (/(?:\p{Lu}\.){2,}$/u.test(line)) {
    return !isTitleCase(line);
  }
  if (/[?!？！؟]$/u.test(line)) {
    return !isTitleCase(line) && /\p{Lu}/u.test(line);
  }
  return /[.。।…,،、;；؛:：—–-]["'”’»」』)]*$|[?!？！؟]["'”’»」』)]+$/u.test(line);
}

/** Words in lower case that title case leaves so are short: "of", "and", "with", "from". */
const maxSmallWord = 4;

/** Whether a line in a script with capitals has them on its words of weight. */
function isTitleCase(line: string): boolean {
  const words = line.match(/[\p{L}\p{M}\p{N}’'.-]+/gu) ?? [];
  const capitalised = words.filter((word) => /^[’'.-]*[\p{Lu}\p{Lt}\p{N}]/u.test(word));
  const hasWeightyLowerCase = words.some(
    (word) => word.length > maxSmallWord && /^\p{Ll}/u.test(word),
  );
  return /\p{Lu}/u.test(line) && !hasWeightyLowerCase && capitalised.length >= words.length * 0.5;
}

/** "By Jane Doe", "Author: Jane Doe", "Photo: Reuters". */
function isByline(line: string): boolean {
  return (
    /^(?:by|von|par|por)\s+\p{Lu}/iu.test(line) ||
    /^(?:author|by|byline|caption|cc|credit|date|from|image|photo|picture|posted|published|reply-to|sent|source|subject|tags|to|updated|written by)\s*:/iu.test(
      line,
    )
  );
}

/** "Friday, 5 September 2025", "Sept. 5, 2025, 10:15 a.m. GMT", "2025-09-05 14:30": short, with a year or a time. */
function isDate(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  const hasYearOrTime = /(?<!\d)(?:1[89]|20)\d\d(?!\d)|\d{1,2}[:.]\d\d(?!\d)/u.test(line);
  const hasDay = /(?<!\d)\d{1,2}(?!\d)/u.test(line);
  return hasYearOrTime && hasDay && words.length <= 3;
}
