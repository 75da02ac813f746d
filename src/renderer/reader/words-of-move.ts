import { spanOfCursor } from "./sentence-cursor.ts";
import type { CursorText, SentenceCursor } from "./sentence-cursor.ts";

/**
 * What is read out after the sentence cursor moved: the words it is on; when the passage grew, only
 * those that were added; at an end of the text, that it is the end.
 * @param before null when the cursor was not in the text yet
 */
export function wordsOfMove(
  cursorText: CursorText,
  text: string,
  before: SentenceCursor | null,
  after: SentenceCursor,
): string {
  const wordsOf = (cursor: SentenceCursor) => {
    const span = spanOfCursor(cursorText, cursor);
    return span === null ? "" : text.slice(span.start, span.end);
  };
  if (before !== null && before.anchor === after.anchor && before.head === after.head) {
    const end = after.head === 0 ? "Start of the article" : "End of the article";
    return `${end}: ${wordsOf(after)}`;
  }
  const count = Math.abs(after.head - after.anchor) + 1;
  const isExtension = before !== null && before.anchor === after.anchor && count > 1;
  if (!isExtension) {
    return wordsOf(after);
  }
  const grew = count > Math.abs(before.head - before.anchor) + 1;
  return grew
    ? `${count} sentences, added: ${wordsOf({ anchor: after.head, head: after.head })}`
    : `${count} sentences`;
}
