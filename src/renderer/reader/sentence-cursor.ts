import type { Block, TextSpan } from "#contract/article";

/** The sentences that the cursor can stand on, in reading order; page furniture is left out. */
export type CursorText = {
  readonly sentences: readonly TextSpan[];
  /** For each sentence, which block it is in. */
  readonly blockIndexes: readonly number[];
};

/** Indexes of sentences, both included. `anchor` stays while the cursor is extended, `head` moves. */
export type SentenceCursor = { readonly anchor: number; readonly head: number };

export type CursorMove =
  | { readonly by: "sentence"; readonly step: 1 | -1; readonly extend: boolean }
  /** Takes the whole block. */
  | { readonly by: "block"; readonly step: 1 | -1 }
  | { readonly by: "text"; readonly to: "start" | "end" };

export function cursorTextOf(blocks: readonly Block[]): CursorText {
  const readable = blocks.map((block) => (block.boilerplate ? [] : block.sentences));
  return {
    sentences: readable.flat(),
    blockIndexes: readable.flatMap((sentences, index) => sentences.map(() => index)),
  };
}

/**
 * Where the cursor goes; null in a text without sentences.
 * @param cursor null when it was not in the text yet: then it starts on `firstVisible`
 * @param firstVisible finds the index of the first sentence on the screen
 */
export function moveCursor(
  text: CursorText,
  cursor: SentenceCursor | null,
  move: CursorMove,
  firstVisible: () => number,
): SentenceCursor | null {
  const last = text.sentences.length - 1;
  if (last < 0) {
    return null;
  }
  const within = (index: number) => Math.min(Math.max(index, 0), last);
  if (move.by === "text") {
    return at(move.to === "start" ? 0 : last);
  }
  if (cursor === null) {
    const start = within(firstVisible());
    return move.by === "block" ? blockAround(text, start) : at(start);
  }
  const from = Math.min(cursor.anchor, cursor.head);
  const to = Math.max(cursor.anchor, cursor.head);
  if (move.by === "sentence") {
    return move.extend
      ? { anchor: cursor.anchor, head: within(cursor.head + move.step) }
      : at(within(move.step === 1 ? to + 1 : from - 1));
  }
  const edge =
    move.step === 1 ? blockAround(text, to).head + 1 : blockAround(text, from).anchor - 1;
  return blockAround(text, within(edge));
}

export function spanOfCursor(text: CursorText, cursor: SentenceCursor): TextSpan | null {
  const first = text.sentences[Math.min(cursor.anchor, cursor.head)];
  const last = text.sentences[Math.max(cursor.anchor, cursor.head)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** The sentences that a span touches; where it touches none, the next one; null after the last one. */
export function cursorAt(text: CursorText, span: TextSpan): SentenceCursor | null {
  const anchor = text.sentences.findIndex(({ end }) => end > span.start);
  if (anchor === -1) {
    return null;
  }
  const head = text.sentences.findLastIndex(({ start }) => start < span.end);
  return { anchor, head: Math.max(anchor, head) };
}

function at(index: number): SentenceCursor {
  return { anchor: index, head: index };
}

/** All sentences of the block that a sentence is in. */
function blockAround(text: CursorText, sentence: number): SentenceCursor {
  const block = text.blockIndexes[sentence];
  if (block === undefined) {
    return at(sentence);
  }
  return { anchor: text.blockIndexes.indexOf(block), head: text.blockIndexes.lastIndexOf(block) };
}
