import { Failure } from "#contract/failure";

/**
 * UTF-16 code units kept before and after a quote. The Web Annotation Data Model (section 4.2.4) leaves
 * the length open; 32 is what Hypothesis keeps, so that anchors can be exchanged.
 */
const contextLength = 32;

export type QuoteAnchor = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

/**
 * What is kept beside a span so that it can be found again. `start` is included, `end` is not.
 * @throws Failure invalid-request when the span lies outside the text or splits a character.
 */
export function anchorQuote(text: string, start: number, end: number): QuoteAnchor {
  if (end > text.length || start >= end) {
    throw new Failure("invalid-request", "The passage lies outside the article.", {
      path: [start >= end ? "start" : "end"],
    });
  }
  if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end)) {
    throw new Failure("invalid-request", "The passage starts or ends inside a character.", {
      path: [splitsSurrogatePair(text, start) ? "start" : "end"],
    });
  }
  const exact = text.slice(start, end);
  if (exact.trim() === "") {
    throw new Failure("invalid-request", "The passage holds only white space. Select some words.", {
      path: ["start"],
    });
  }
  const prefixStart = Math.max(0, start - contextLength);
  const suffixEnd = Math.min(text.length, end + contextLength);
  return {
    exact,
    prefix: text.slice(prefixStart + (splitsSurrogatePair(text, prefixStart) ? 1 : 0), start),
    suffix: text.slice(end, suffixEnd - (splitsSurrogatePair(text, suffixEnd) ? 1 : 0)),
  };
}

function splitsSurrogatePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) {
    return false;
  }
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
