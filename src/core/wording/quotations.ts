import type { TextSpan } from "#contract/article";

/** What stands between two quotation marks, without the marks. UTF-16 code units. */
export type Quotation = TextSpan & {
  /** 0 outside of others, 1 within one, and so on. */
  readonly depth: number;
};

/** Closing marks of each opening mark, as the world's typographies pair them. Not 《》, which mark titles. */
const closingMarks: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "‟": "”",
  "”": "”", // Swedish, Finnish and Hebrew print
  '"': '"',
  "״": "״",
  "«": "»",
  "»": "«",
  "‹": "›",
  "「": "」",
  "『": "』",
  "‘": "’",
  "‚": "‘’",
  "'": "'",
};

const anyMark = /[“”„‟"״«»‹›「」『』‘’‚']/gu;

/** Marks that open in some typographies and close in others, or are apostrophes: these need a look around. */
const ambiguous = new Set(["”", '"', "״", "»", "‘", "'"]);
/** Marks that show which way they face, so that one without its partner still opens a quotation. */
const directed = new Set(["“", "„", "«", "「", "『"]);

type Open = { readonly mark: string; readonly at: number };

/**
 * The quotations of one block, in order of their start; outer ones before those within. A quotation that
 * is not closed in its block counts only where the next block opens it again, as print does for speech of
 * several paragraphs; any other mark without a partner is taken for an apostrophe or a slip.
 * @param goesOn whether the next block begins with an opening mark
 */
export function quotationsOf(text: string, block: TextSpan, goesOn = false): Quotation[] {
  const found: (TextSpan & { mark: number })[] = [];
  const open: Open[] = [];
  for (const { 0: mark, index } of text.slice(block.start, block.end).matchAll(anyMark)) {
    const at = block.start + index;
    const closes = open.findLastIndex((candidate) => closingMarks[candidate.mark]?.includes(mark));
    if (closes >= 0 && mayClose(text, block, at)) {
      found.push({ start: (open[closes]?.at ?? at) + 1, end: at, mark: closes });
      open.length = closes; // what was opened within and never closed is no quotation
    } else if (closingMarks[mark] !== undefined && mayOpen(text, block, at)) {
      open.push({ mark, at });
    }
  }
  const [outermost] = open;
  if (goesOn && outermost !== undefined && directed.has(outermost.mark)) {
    found.push({ start: outermost.at + 1, end: block.end, mark: 0 });
  }
  return withDepth(found.filter(({ start, end }) => end > start));
}

/** Whether the block begins with a mark that opens a quotation. */
export function beginsQuoted(text: string, block: TextSpan): boolean {
  return directed.has(text.charAt(block.start));
}

function mayClose(text: string, block: TextSpan, at: number): boolean {
  const mark = text.charAt(at);
  if (mark !== "’" && mark !== "'") {
    return true;
  }
  // "Russia’s" closes nothing. Neither does a mark with a space before it.
  return !isWordLike(after(text, block, at)) && before(text, block, at).trim() !== "";
}

function mayOpen(text: string, block: TextSpan, at: number): boolean {
  if (!ambiguous.has(text.charAt(at))) {
    return true;
  }
  return (
    /^$|[\s([{—–\-“„«‘"']/u.test(before(text, block, at)) && after(text, block, at).trim() !== ""
  );
}

function before(text: string, block: TextSpan, at: number): string {
  return at === block.start ? "" : text.charAt(at - 1);
}

function after(text: string, block: TextSpan, at: number): string {
  return at + 1 === block.end ? "" : text.charAt(at + 1);
}

function isWordLike(character: string): boolean {
  return /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u.test(character);
}

function withDepth(spans: readonly TextSpan[]): Quotation[] {
  const around: TextSpan[] = [];
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end }) => {
      while (around.length > 0 && (around.at(-1)?.end ?? 0) < start) {
        around.pop();
      }
      const depth = around.length;
      around.push({ start, end });
      return { start, end, depth };
    });
}
