import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Block } from "#contract/article";

import { cursorAt, cursorTextOf, moveCursor, spanOfCursor } from "./sentence-cursor.ts";
import type { CursorMove } from "./sentence-cursor.ts";

/** A block of sentences of five characters with a space between them. */
function block(start: number, sentenceCount: number, boilerplate = false): Block {
  const sentences = Array.from({ length: sentenceCount }, (_, index) => ({
    start: start + index * 6,
    end: start + index * 6 + 5,
  }));
  return {
    start,
    end: sentences.at(-1)?.end ?? start,
    kind: "paragraph",
    level: 0,
    boilerplate,
    datelineEnd: null,
    sentences,
  };
}

const text = cursorTextOf([block(0, 2), block(100, 1, true), block(200, 3)]);
const top = () => 0;
const move = { by: "sentence", step: 1, extend: false } as const;

const moves: fc.Arbitrary<CursorMove> = fc.oneof(
  fc.record({
    by: fc.constant("sentence" as const),
    step: fc.constantFrom(1 as const, -1 as const),
    extend: fc.boolean(),
  }),
  fc.record({ by: fc.constant("block" as const), step: fc.constantFrom(1 as const, -1 as const) }),
  fc.record({
    by: fc.constant("text" as const),
    to: fc.constantFrom("start" as const, "end" as const),
  }),
);

describe("moveCursor", () => {
  it("starts on the first sentence on the screen", () => {
    expect(moveCursor(text, null, move, () => 3)).toEqual({ anchor: 3, head: 3 });
  });

  it("skips page furniture", () => {
    const next = moveCursor(text, { anchor: 1, head: 1 }, move, top);
    expect(next && spanOfCursor(text, next)).toEqual({ start: 200, end: 205 });
  });

  it("grows and shrinks by a sentence, also backwards over its anchor", () => {
    const grow = { ...move, extend: true } as const;
    const shrink = { ...grow, step: -1 } as const;
    const grown = moveCursor(text, { anchor: 2, head: 2 }, grow, top);
    expect(grown).toEqual({ anchor: 2, head: 3 });
    const shrunk = moveCursor(text, grown, shrink, top);
    expect(shrunk).toEqual({ anchor: 2, head: 2 });
    const over = moveCursor(text, shrunk, shrink, top);
    expect(over && spanOfCursor(text, over)).toEqual({ start: 6, end: 205 });
  });

  it("goes on from the edge of what is chosen", () => {
    expect(moveCursor(text, { anchor: 0, head: 2 }, move, top)).toEqual({ anchor: 3, head: 3 });
    expect(moveCursor(text, { anchor: 2, head: 1 }, { ...move, step: -1 }, top)).toEqual({
      anchor: 0,
      head: 0,
    });
  });

  it("takes whole blocks", () => {
    expect(moveCursor(text, { anchor: 0, head: 0 }, { by: "block", step: 1 }, top)).toEqual({
      anchor: 2,
      head: 4,
    });
    expect(moveCursor(text, { anchor: 3, head: 3 }, { by: "block", step: -1 }, top)).toEqual({
      anchor: 0,
      head: 1,
    });
  });

  it("never leaves the text, whatever the keys", () => {
    fc.assert(
      fc.property(
        fc.array(moves, { maxLength: 30 }),
        fc.integer({ min: -3, max: 9 }),
        (keys, first) => {
          let cursor = null;
          for (const key of keys) {
            cursor = moveCursor(text, cursor, key, () => first);
            expect(cursor && spanOfCursor(text, cursor)).not.toBeNull();
          }
        },
      ),
    );
  });

  it("has nowhere to go in an empty text", () => {
    expect(moveCursor(cursorTextOf([]), null, move, top)).toBeNull();
  });
});

describe("cursorAt", () => {
  it("finds the sentences that a span touches", () => {
    expect(cursorAt(text, { start: 3, end: 8 })).toEqual({ anchor: 0, head: 1 });
    expect(cursorAt(text, { start: 203, end: 204 })).toEqual({ anchor: 2, head: 2 });
  });

  it("takes the next sentence where a span touches none, and none after the last", () => {
    expect(cursorAt(text, { start: 100, end: 105 })).toEqual({ anchor: 2, head: 2 });
    expect(cursorAt(text, { start: 900, end: 905 })).toBeNull();
  });

  it("is undone by spanOfCursor", () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (a, b) => {
        const cursor = { anchor: Math.min(a, b), head: Math.max(a, b) };
        const span = spanOfCursor(text, cursor);
        expect(span && cursorAt(text, span)).toEqual(cursor);
      }),
    );
  });
});
