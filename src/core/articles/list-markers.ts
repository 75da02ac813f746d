/** "- ", "• ", "* " and their like. Not the em dash, which opens speech in many languages. */
const bullet = /^\s*[-‐–•*·●○◦▪▫■□‣⁃∙➢✓✔]\s+(?=.*[\p{L}\p{N}])/u;
/** "1. ", "1) ", "(1) ", "a) ", and "１．" or "一、" in East Asian text. */
const number =
  /^\s*(?:\(?(\p{Nd}{1,3})\)\s+|(\p{Nd}{1,3})\.\s+|[a-z]\)\s+|(?:\p{Nd}{1,3}|[一二三四五六七八九十]{1,3})[．、]\s*)(?=.*[\p{L}\p{N}])/u;

/** Whether a line begins with the mark of a list. */
export function isListItem(line: string): boolean {
  return bullet.test(line) || (number.test(line) && !isDayOfMonth(line));
}

/** UTF-16 length of the mark at the head of a list item with the space around it; 0 without one. */
export function listMarkerLength(line: string): number {
  const mark = bullet.exec(line) ?? (isListItem(line) ? number.exec(line) : null);
  return mark?.[0].length ?? 0;
}

/** "5. September 2025" opens a sentence in German and other languages, not a list. */
function isDayOfMonth(line: string): boolean {
  return /^\s*\d{1,2}\.\s+\p{L}+\.?\s+\d{4}(?!\d)/u.test(line);
}
