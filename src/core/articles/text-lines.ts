import type { TextSpan } from "#contract/article";

/** The lines that have more than white space, in order, each whole but for its "\n". */
export function filledLines(text: string): TextSpan[] {
  const lines: TextSpan[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if (/\S/u.test(text.slice(start, end))) {
      lines.push({ start, end });
    }
    start = end + 1;
  }
  return lines;
}

/** East Asian wide characters, UAX 11, by script; wide enough for telling a heading from a paragraph. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/gu;

/** Columns that a line takes in a fixed-width font: East Asian characters take two, marks none. */
export function columnsOf(line: string): number {
  // Most lines are paragraphs, and all that is asked of them is whether they are long.
  if (line.length > 2_000) {
    return line.length;
  }
  const bare = line.replaceAll(/\p{M}/gu, "");
  return bare.length + (bare.match(wide)?.length ?? 0);
}
