import { describe, expect, it } from "vitest";

import { wordsOfMove } from "./words-of-move.ts";

const text = "One. Two. Three.";
const cursorText = {
  sentences: [
    { start: 0, end: 4 },
    { start: 5, end: 9 },
    { start: 10, end: 16 },
  ],
  blockIndexes: [0, 0, 0],
};
const at = (anchor: number, head = anchor) => ({ anchor, head });

describe("wordsOfMove", () => {
  it("reads the sentence that the cursor came to", () => {
    expect(wordsOfMove(cursorText, text, null, at(0))).toBe("One.");
    expect(wordsOfMove(cursorText, text, at(0), at(1))).toBe("Two.");
  });

  it("reads only what was added when the passage grows, either way", () => {
    expect(wordsOfMove(cursorText, text, at(0), at(0, 1))).toBe("2 sentences, added: Two.");
    expect(wordsOfMove(cursorText, text, at(2, 1), at(2, 0))).toBe("3 sentences, added: One.");
  });

  it("says how much is left when the passage shrinks", () => {
    expect(wordsOfMove(cursorText, text, at(0, 2), at(0, 1))).toBe("2 sentences");
    expect(wordsOfMove(cursorText, text, at(0, 1), at(0))).toBe("One.");
  });

  it("says that the end is reached when nothing moved", () => {
    expect(wordsOfMove(cursorText, text, at(2), at(2))).toBe("End of the article: Three.");
    expect(wordsOfMove(cursorText, text, at(0), at(0))).toBe("Start of the article: One.");
  });
});
