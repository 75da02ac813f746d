import { expect, it } from "vitest";

import { hasLongWord } from "./long-word.ts";

it("finds a word that no language has, within the part that is asked for", () => {
  const text = `Some words. ${"A".repeat(5_000)} ${"more words ".repeat(1_000)}`;
  expect(hasLongWord(text, 0, text.length)).toBe(true);
  expect(hasLongWord(text, 0, 500)).toBe(false);
  expect(hasLongWord(text, 5_013, text.length)).toBe(false);
  expect(hasLongWord("[".repeat(1_999), 0, 1_999)).toBe(false);
});
