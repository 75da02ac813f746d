const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The next place after (`step` 1) or before (−1) an offset where a word starts or ends; null when there is
 * none. Words are those of Unicode (UAX 29), of a dictionary in scripts without spaces; none begins or ends
 * inside a character as readers see it. Offsets are UTF-16 code units.
 */
export function stepWord(
  text: string,
  offset: number,
  step: 1 | -1,
  edge: "start" | "end",
): number | null {
  let line: Line | null = lineAround(text, offset);
  for (; line !== null; line = neighbourLine(text, line, step)) {
    const places: number[] = [];
    for (const { index, segment, isWordLike } of words.segment(text.slice(line.start, line.end))) {
      if (isWordLike === true) {
        places.push(line.start + index + (edge === "start" ? 0 : segment.length));
      }
    }
    const found =
      step === 1
        ? places.find((place) => place > offset)
        : places.findLast((place) => place < offset);
    if (found !== undefined) {
      return found;
    }
  }
  return null;
}

type Line = { readonly start: number; readonly end: number };

/** Words do not go on across line ends, so a line is all that need be looked at. */
function lineAround(text: string, offset: number): Line {
  return { start: startOfLine(text, offset), end: endOfLine(text, offset) };
}

function neighbourLine(text: string, { start, end }: Line, step: 1 | -1): Line | null {
  if (step === 1) {
    return end >= text.length ? null : { start: end + 1, end: endOfLine(text, end + 1) };
  }
  return start <= 0 ? null : { start: startOfLine(text, start - 1), end: start - 1 };
}

function startOfLine(text: string, offset: number): number {
  // A place before the text would be taken for its first character.
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

const leftwards = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Whether text is written from right to left: its first letter decides, as in the page (`dir="auto"`). */
export function isRightToLeft(text: string): boolean {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  return letter !== undefined && leftwards.test(letter);
}
