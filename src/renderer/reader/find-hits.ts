import type { TextSpan } from "#contract/article";

import { clusterEnd, clusterStart } from "./fit-span.ts";
import { foldAccents } from "./fold-accents.ts";
import { firstBlockAfter } from "./order-highlights.ts";

export type FindTerm = {
  readonly term: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** An e finds an é as well, with and without case. */
  readonly anyAccent?: boolean;
};

/**
 * Where a term occurs in canonical text, in order and without overlaps. A hit lies within one block and
 * never cuts a character as readers see it (a grapheme cluster).
 *
 * What is typed plainly also finds its typographic form: ' finds ’, " finds “ and ”, a hyphen finds any
 * dash, a space finds a no-break space or the line end of wrapped text.
 * @param blocks in order, without overlaps
 */
export function findHits(text: string, blocks: readonly TextSpan[], find: FindTerm): TextSpan[] {
  return [...findInSlices(text, blocks, find)].flat();
}

/** About as much as is searched between two looks at the clock. UTF-16 code units. */
const sliceUtf16 = 32_768;

/** As `findHits`, some blocks at a time, so that a long text can be searched without holding up the page. */
export function* findInSlices(
  text: string,
  blocks: readonly TextSpan[],
  find: FindTerm,
): Generator<TextSpan[], void> {
  const term = find.term.normalize("NFC");
  if (term.trim() === "" || !term.isWellFormed()) {
    return;
  }
  const pattern = new RegExp(
    patternOf(term, find.anyAccent === true),
    find.matchCase ? "gu" : "giu",
  );
  for (let from = 0; from < blocks.length;) {
    const start = blocks[from]?.start ?? 0;
    let to = from + 1;
    while (to < blocks.length && (blocks[to]?.end ?? 0) - start <= sliceUtf16) {
      to += 1;
    }
    yield hitsInBlocks(text, blocks.slice(from, to), find, pattern);
    from = to;
  }
}

/** Hits in neighbouring blocks; none reaches across the end of a block. */
function hitsInBlocks(
  whole: string,
  blocks: readonly TextSpan[],
  find: FindTerm,
  pattern: RegExp,
): TextSpan[] {
  const from = blocks[0]?.start ?? 0;
  const slice = whole.slice(from, blocks.at(-1)?.end);
  const text = find.anyAccent === true ? foldAccents(slice) : slice;
  const hits: TextSpan[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = clusterStart(text, match.index);
    const end = clusterEnd(text, match.index + match[0].length);
    const block = blocks[firstBlockAfter(blocks, from + start)];
    const isInBlock = block !== undefined && from + start >= block.start && from + end <= block.end;
    if (isInBlock && (!find.wholeWord || (isWordEdge(text, start) && isWordEdge(text, end)))) {
      hits.push({ start: from + start, end: from + end });
      pattern.lastIndex = end;
    } else {
      // A later occurrence that overlaps this one may still be a hit.
      pattern.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
    }
  }
  return hits;
}

const typographicForms: Record<string, string> = {
  "'": "['’‘ʼ‛′]",
  '"': '["“”„‟″«»]',
  "-": "[-‐‑‒–—−]",
};

function patternOf(term: string, anyAccent: boolean): string {
  const marks = anyAccent ? String.raw`\p{M}*` : "";
  return (anyAccent ? foldAccents(term) : term)
    .split(/(\s+)/u)
    .map((part) =>
      /^\s+$/u.test(part) ? "\\s+" : [...part].map((each) => formsOf(each) + marks).join(""),
    )
    .join("");
}

function formsOf(character: string): string {
  return typographicForms[character] ?? character.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`);
}

/** Scripts that write without spaces: there, any place may be the edge of a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;

/** Whether no word goes on across the offset. */
function isWordEdge(text: string, offset: number): boolean {
  const before = codePointBefore(text, offset);
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
  return (
    !wordCharacter.test(before) ||
    !wordCharacter.test(after) ||
    unspaced.test(before) ||
    unspaced.test(after)
  );
}

function codePointBefore(text: string, offset: number): string {
  const pair = text.slice(Math.max(offset - 2, 0), offset);
  return [...pair].at(-1) ?? " ";
}
