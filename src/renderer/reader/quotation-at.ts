import type { Block, TextSpan } from "#contract/article";

/** Opening marks and what closes them; „…“ and “…” share a mark, so the opening one decides. */
const pairs: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«"],
  ["「", "」"],
  ["『", "』"],
  ["‹", "›"],
  ['"', '"'],
];
const closerOf = new Map(pairs);

/**
 * What stands between quotation marks in a block, in order, without the marks and the white space inside
 * them. A quotation that goes on in the next paragraph ends with its own; quotations within it are part of it.
 * A block that is a quotation as a whole and has no marks is one.
 */
export function quotationsIn(
  text: string,
  block: Pick<Block, "start" | "end" | "kind">,
): TextSpan[] {
  const found: TextSpan[] = [];
  let at = block.start;
  while (at < block.end) {
    const closers = closerOf.get(text.charAt(at));
    if (closers === undefined || isClosingHere(text, at)) {
      at += 1;
      continue;
    }
    const end = closingAfter(text, at, closers, block.end);
    const span = trimmed(text, at + 1, end);
    if (span !== null) {
      found.push(span);
    }
    at = end + 1;
  }
  const whole = trimmed(text, block.start, block.end);
  return found.length === 0 && block.kind === "quotation" && whole !== null ? [whole] : found;
}

/**
 * The quotation that holds a place; where none does, or it is chosen already, the next one.
 * @param blocks in order
 */
export function quotationAt(
  text: string,
  blocks: readonly Block[],
  place: TextSpan,
): TextSpan | null {
  for (const block of blocks) {
    if (block.end <= place.start || block.boilerplate) {
      continue;
    }
    const next = quotationsIn(text, block).find(
      ({ start, end }) => end > place.start && !(start === place.start && end === place.end),
    );
    if (next !== undefined) {
      return next;
    }
  }
  return null;
}

/** A straight mark, and « and » that are used both ways, close where a letter or stop stands before them. */
function isClosingHere(text: string, at: number): boolean {
  return (
    ['"', "»", "“"].includes(text.charAt(at)) && /[\p{L}\p{N}.,!?…;:)]/u.test(text.charAt(at - 1))
  );
}

function closingAfter(text: string, from: number, closers: string, limit: number): number {
  const opener = text.charAt(from);
  let depth = 1;
  for (let at = from + 1; at < limit; at += 1) {
    const character = text.charAt(at);
    if (closers.includes(character)) {
      depth -= 1;
      if (depth === 0) {
        return at;
      }
    } else if (character === opener) {
      depth += 1;
    }
  }
  return limit;
}

function trimmed(text: string, from: number, to: number): TextSpan | null {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = to - (words.length - words.trimEnd().length);
  return start < end ? { start, end } : null;
}
