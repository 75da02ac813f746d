import type { TextSpan } from "#contract/article";

/** The rules of grapheme clusters (UAX 29) that differ between languages do not concern their edges here. */
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * What of a raw span can be highlighted: outer white space is left out, and a character as readers see
 * it (a grapheme cluster: an emoji, a letter with its accents) is taken whole. Null when nothing is left.
 * @param span may lie partly outside the text, or be empty
 */
export function fitSpan(text: string, span: TextSpan): TextSpan | null {
  let start = Math.max(span.start, 0);
  let end = Math.min(span.end, text.length);
  while (start < end && isWhiteSpace(text, start)) {
    start += 1;
  }
  while (end > start && isWhiteSpace(text, end - 1)) {
    end -= 1;
  }
  if (start >= end) {
    return null;
  }
  return { start: clusterStart(text, start), end: clusterEnd(text, end) };
}

function isWhiteSpace(text: string, offset: number): boolean {
  return /\s/u.test(text.charAt(offset));
}

/** Start of the grapheme cluster that holds `offset`; `offset` itself when it is a boundary. */
export function clusterStart(text: string, offset: number): number {
  if (isPlainBoundary(text, offset)) {
    return offset;
  }
  return graphemes.segment(text).containing(offset)?.index ?? offset;
}

/** `offset` when it is a boundary of grapheme clusters, else the end of the cluster it falls into. */
export function clusterEnd(text: string, offset: number): number {
  if (isPlainBoundary(text, offset)) {
    return offset;
  }
  const cluster = graphemes.segment(text).containing(offset);
  return cluster === undefined || cluster.index === offset
    ? offset
    : cluster.index + cluster.segment.length;
}

/** Most boundaries lie between characters that never join; asking the segmenter takes far longer. */
function isPlainBoundary(text: string, offset: number): boolean {
  const joinsFrom = 0x300; // the first combining mark; only "\r\n" joins below it
  return (
    offset >= text.length ||
    (text.charCodeAt(offset) < joinsFrom &&
      text.charCodeAt(offset - 1) < joinsFrom &&
      text[offset - 1] !== "\r")
  );
}
