/**
 * UTF-16 code units without white space from which a word is drawn without kerning and ligatures. Where a
 * browser breaks such a word it shapes all the rest of it anew at every line: 100,000 letters take many
 * seconds with them, and some milliseconds without. No word of any language is as long.
 */
const longWordUtf16 = 2_000;

const longWord = new RegExp(String.raw`\S{${longWordUtf16}}`, "u");

/** Whether a part of the text has a word so long that drawing it nicely would hold the page up. */
export function hasLongWord(text: string, start: number, end: number): boolean {
  return end - start >= longWordUtf16 && longWord.test(text.slice(start, end));
}
