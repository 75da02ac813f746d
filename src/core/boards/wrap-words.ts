/** How a text is set: `sizePx` is its font size. */
export type Setting = {
  readonly widthPx: number;
  readonly sizePx: number;
  readonly maxLines: number;
};

const words = new Intl.Segmenter(undefined, { granularity: "word" });
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * A text in lines that are about as long as they may be; the last one ends in … when not all fits. Widths
 * are those of a common font (no font is at hand here), rather too wide than too narrow.
 */
export function wrapWords(text: string, { widthPx, sizePx, maxLines }: Setting): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/u)) {
    let line = "";
    for (const part of partsOf(paragraph.replaceAll(/\s+/gu, " ").trim(), widthPx, sizePx)) {
      if (line !== "" && widthOf(`${line}${part}`.trimEnd(), sizePx) > widthPx) {
        lines.push(line.trimEnd());
        line = "";
      }
      line = `${line}${part}`.trimStart();
    }
    lines.push(line.trimEnd());
  }
  if (lines.length <= maxLines) {
    return lines;
  }
  const last = [...graphemes.segment(lines[maxLines - 1] ?? "")].map(({ segment }) => segment);
  while (last.length > 0 && widthOf(`${last.join("")}…`, sizePx) > widthPx) {
    last.pop();
  }
  return [...lines.slice(0, maxLines - 1), `${last.join("").trimEnd()}…`];
}

/** Words with what follows them; one that is longer than a line is cut between characters. */
function partsOf(text: string, widthPx: number, sizePx: number): string[] {
  return [...words.segment(text)].flatMap(({ segment }) => {
    if (widthOf(segment, sizePx) <= widthPx) {
      return [segment];
    }
    return [...graphemes.segment(segment)].map(({ segment: one }) => one);
  });
}

/** About how wide a text is drawn, in pixels. */
export function widthOf(text: string, sizePx: number): number {
  let ems = 0;
  for (const char of text) {
    ems += emsOf(char);
  }
  return ems * sizePx;
}

const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** As wide as high: https://www.unicode.org/reports/tr11/ (wide and full-width). */
const square =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60\p{Extended_Pictographic}]/u;

function emsOf(char: string): number {
  if (zeroWidth.test(char)) {
    return 0;
  }
  if (square.test(char) && !/[0-9#*©®]/u.test(char)) {
    return 1;
  }
  if (/[ .,;:'’‘!|iljtfr()[\]]/u.test(char)) {
    return 0.32;
  }
  return /[\p{Lu}mwMW@%—]/u.test(char) ? 0.74 : 0.56;
}
