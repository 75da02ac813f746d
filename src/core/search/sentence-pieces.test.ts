import fc from "fast-check";
import { expect, it } from "vitest";

import { wordsOf } from "../wording/words.ts";
import { piecesOf } from "./sentence-pieces.ts";

const word = fc.constantFrom(
  "troops",
  "cease-fire",
  "数据",
  "和平",
  "سلام",
  "é́",
  "“it’s”",
  "😀",
  "42",
);

it("cuts a long sentence between words, into pieces of at most 100 of them", () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 400 }), (words) => {
      const text = `Before. ${words.join(" ")} After.`;
      const sentence = { start: 8, end: text.length - 7 };
      const pieces = piecesOf(text, sentence);
      expect(pieces[0]?.start).toBe(sentence.start);
      expect(pieces.at(-1)?.end).toBe(sentence.end);
      const inPieces = pieces.map(({ start, end }) => wordsOf(text, start, end));
      expect(inPieces.every((piece) => piece.length <= 100)).toBe(true);
      expect(inPieces.flat()).toEqual(wordsOf(text, sentence.start, sentence.end));
    }),
  );
});

it("leaves a sentence of usual length whole", () => {
  const text = "A ceasefire is not in place.";
  expect(piecesOf(text, { start: 0, end: text.length })).toEqual([{ start: 0, end: text.length }]);
});
