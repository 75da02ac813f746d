import { expect, it } from "vitest";

import { createTestCore } from "../testing/test-core.ts";
import { stemOfWord } from "./stem-of-word.ts";
import { similarity } from "./word-similarity.ts";

const statements = [
  "26 countries pledged troops for Ukraine",
  "Putin calls foreign troops in Ukraine legitimate targets",
  "The United States rules out ground troops in Ukraine",
  "Germany decides later on troops",
  "安全保证需要停火",
];

function nearestTo(text: string, limit = 10) {
  const core = createTestCore();
  for (const statement of statements) {
    core.ask("claim.create", { statement });
  }
  return core.ask("claim.nearest", { text, limit });
}

const wordingsNear = (text: string) => nearestTo(text).map(({ wording }) => wording);

it.each([
  ["pledges", "pledged"],
  ["pledge", "pledging"],
  ["countries", "country"],
  ["stopped", "stop"],
  ["ukraine's", "ukraine"],
  ["élysée", "elysee"],
  ["targets", "target"],
])("gives %s and %s one stem", (one, other) => {
  expect(stemOfWord(one)).toBe(stemOfWord(other));
});

it.each(["press", "us", "thing", "保证", "تهديد", "26"])("leaves %s as it is", (word) => {
  expect(stemOfWord(word)).toBe(word);
});

it("weighs what is common against all there is", () => {
  const weights: Record<string, number> = { putin: 3, troop: 1, target: 2 };
  const weightOf = (stem: string) => weights[stem] ?? 0;
  expect(similarity(new Set(["putin", "troop"]), new Set(["troop", "target"]), weightOf)).toBe(
    1 / 6,
  );
  expect(similarity(new Set(["putin"]), new Set(["putin"]), weightOf)).toBe(1);
  expect(similarity(new Set(), new Set(), weightOf)).toBe(0);
});

it("finds the claim that says the same in other forms of the words", () => {
  const [first] = nearestTo("Twenty-six country pledges of Ukrainian troops: 26 pledge");
  expect(first?.wording).toBe(statements[0]);
  expect(first?.claim.statement).toBe(statements[0]);
});

it("answers an equal statement with 1, whatever its case and punctuation", () => {
  expect(nearestTo("germany decides, later, on TROOPS.")[0]).toMatchObject({
    score: 1,
    wording: statements[3],
  });
});

it("goes by rare words rather than by common ones", () => {
  // "troops" and "Ukraine" are in three and four claims, "targets" in one.
  expect(wordingsNear("troops as targets")[0]).toBe(statements[1]);
});

it("takes the beginning of the word that is being typed", () => {
  expect(wordingsNear("germ")).toEqual([statements[3]]);
  expect(wordingsNear("germ ")).toEqual([]);
});

it("works without spaces between words", () => {
  expect(wordingsNear("停火保证")).toEqual([statements[4]]);
});

it("offers nothing for nothing, and no more than was asked for", () => {
  expect(nearestTo("")).toEqual([]);
  expect(nearestTo("troops ", 2)).toHaveLength(2);
});
