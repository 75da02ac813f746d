/** Longest statement that the contract takes, in UTF-16 code units. */
const longestStatement = 10_000;

const openingMarks = "\"'“”„‟‘‚‛«‹「『《〈";
const closingMarks = "\"'“”‘’»›」』》〉";

/**
 * A claim's first wording from the passage it was made of: one line, white space squeezed, quotation
 * marks around the whole taken off. Empty when the passage holds nothing but white space and marks.
 */
export function proposeStatement(passage: string): string {
  const line = passage.replaceAll(/[\s\u200b\ufeff]+/gu, " ").trim();
  return shortened(withoutOuterMarks(line)).trim();
}

/**
 * Takes off marks only where they embrace the whole: in “a” and “b” both stay, and so does a mark
 * whose partner lies outside the passage but inside a word, as in ’tis.
 */
function withoutOuterMarks(line: string): string {
  const opens = openingMarks.includes(line.charAt(0)) && line.length > 0;
  const closes = closingMarks.includes(line.at(-1) ?? "") && line.length > 1;
  if (opens && closes) {
    const inside = line.slice(1, -1);
    return hasDoubleMarks(inside) && hasDoubleMarks(line.charAt(0)) ? line : inside.trim();
  }
  // A sentence cut out of a longer quotation has only one of its two double marks.
  if (opens && hasDoubleMarks(line.charAt(0)) && !hasDoubleMarks(line.slice(1))) {
    return line.slice(1).trim();
  }
  if (closes && hasDoubleMarks(line.slice(-1)) && !hasDoubleMarks(line.slice(0, -1))) {
    return line.slice(0, -1).trim();
  }
  return line;
}

function hasDoubleMarks(words: string): boolean {
  return /["“”„‟«»「」『』《》]/u.test(words);
}

function shortened(line: string): string {
  if (line.length <= longestStatement) {
    return line;
  }
  // A cut between the halves of a surrogate pair would make text that cannot be stored.
  return line.slice(0, longestStatement - 1).replace(/[\ud800-\udbff]$/u, "") + "…";
}
