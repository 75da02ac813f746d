import type { RecognisedBlock } from "./recognise-blocks.ts";
import { sentencesOf } from "./sentences.ts";

const maxProposedLength = 80;
/** What the contract allows for a title. */
const maxTitleLength = 1_000;

export type ProposedTitle = {
  readonly title: string;
  /** False when the article has a title line of its own. */
  readonly isProposed: boolean;
};

/**
 * The article's title line; without one, its first sentence, shortened at a word to 80 UTF-16 code
 * units with an ellipsis.
 * @param text canonical, with more than white space
 * @param blocks of that text
 */
export function proposeTitle(text: string, blocks: readonly RecognisedBlock[]): ProposedTitle {
  const first = blocks[0];
  if (first !== undefined && first.level === 1) {
    const title = oneLine(text.slice(first.start, first.end));
    return {
      // Stacks of combining marks can make even a short line too long to be a name.
      title: title.length > maxTitleLength ? shortened(title) : title,
      isProposed: false,
    };
  }
  const opening =
    blocks.find((block) => {
      return !block.boilerplate && /[\p{L}\p{N}]/u.test(text.slice(block.start, block.end));
    }) ?? first;
  const sentence =
    opening === undefined ? undefined : sentencesOf(text, opening.start, opening.end, null)[0];
  const words = sentence === undefined ? "" : oneLine(text.slice(sentence.start, sentence.end));
  return { title: words === "" ? "Untitled" : shortened(words), isProposed: true };
}

/** At most 80 code units, the ellipsis included; cut at a word where that leaves at least half. */
export function shortened(words: string): string {
  if (words.length <= maxProposedLength) {
    return words;
  }
  const room = maxProposedLength - 1;
  const lastSpace = words.slice(0, room + 1).lastIndexOf(" ");
  if (lastSpace >= maxProposedLength / 2) {
    return `${words.slice(0, lastSpace).replace(/[\s,;:.–—-]+$/u, "")}…`;
  }
  return `${cutBetweenCharacters(words, room)}…`;
}

/** Never cuts a user-perceived character. */
function cutBetweenCharacters(words: string, room: number): string {
  let end = 0;
  // A character longer than the room (a stack of marks) is left out; its start is enough to see that.
  const start = words.slice(0, room * 4);
  for (const { index, segment } of new Intl.Segmenter("en").segment(start)) {
    if (index + segment.length > room) {
      break;
    }
    end = index + segment.length;
  }
  return words.slice(0, end);
}

/** Control characters, such as a NUL or the start of a terminal's colour, have no place in a name. */
function oneLine(words: string): string {
  return words.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}
